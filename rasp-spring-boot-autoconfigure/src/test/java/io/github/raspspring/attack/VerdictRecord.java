package io.github.raspspring.attack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The verdicts of one version on all lists, as far as another version has to know them to
 * tell where it differs: a print of each, no text.
 */
final class VerdictRecord {

	private final Map<String, List<String>> prints = new LinkedHashMap<>();

	void add(String list, List<Verdict> verdicts) {
		this.prints.put(list, verdicts.stream().map(Verdict::print).toList());
	}

	/**
	 * Tell where the verdicts of a list differ from these. Texts that only one of both
	 * versions knows are counted, not taken for differences.
	 * @return the verdicts that are others now
	 */
	Difference difference(String list, List<Verdict> verdicts) {
		List<String> before = this.prints.getOrDefault(list, List.of());
		Set<String> known = before.stream().map(Verdict::subjectOf).collect(Collectors.toSet());
		Set<String> same = Set.copyOf(before);
		Set<String> gone = new TreeSet<>(known);
		List<Verdict> others = new ArrayList<>();
		int added = 0;
		for (Verdict verdict : verdicts) {
			String subject = Verdict.subjectOf(verdict.print());
			gone.remove(subject);
			if (!known.contains(subject)) {
				added++;
			}
			else if (!same.contains(verdict.print())) {
				others.add(verdict);
			}
		}
		return new Difference(others, added, gone.size());
	}

	void write(Path file) throws IOException {
		try (Writer writer = new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)),
				StandardCharsets.US_ASCII)) {
			for (Map.Entry<String, List<String>> list : this.prints.entrySet()) {
				writer.write(list.getKey() + " " + String.join("", list.getValue()) + "\n");
			}
		}
	}

	static VerdictRecord read(Path file) throws IOException {
		VerdictRecord written = new VerdictRecord();
		try (BufferedReader reader = new BufferedReader(
				new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.US_ASCII))) {
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				int blank = line.indexOf(' ');
				written.prints.put(line.substring(0, blank), prints(line.substring(blank + 1)));
			}
		}
		return written;
	}

	private static List<String> prints(String joined) {
		int length = new Verdict("", "").print().length();
		List<String> prints = new ArrayList<>(joined.length() / length);
		for (int i = 0; i < joined.length(); i += length) {
			prints.add(joined.substring(i, i + length));
		}
		return prints;
	}

	/**
	 * How a list differs from an earlier one.
	 *
	 * @param others verdicts on the same texts that are others now
	 * @param added number of texts that were not there
	 * @param gone number of texts that are no more
	 */
	record Difference(List<Verdict> others, int added, int gone) {

	}

}
