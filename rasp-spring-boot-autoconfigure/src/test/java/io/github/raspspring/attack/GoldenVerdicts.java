package io.github.raspspring.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Shows whether a change of speed changes a verdict: judges all lists and writes a record
 * of the verdicts, or compares with a record that an earlier version wrote. A program,
 * not a test, since other changes are meant to change verdicts; see docs/benchmarks.md.
 */
public final class GoldenVerdicts {

	private static final int MOST_SHOWN = 20;

	private static final int LONGEST_SHOWN = 300;

	private GoldenVerdicts() {
	}

	/**
	 * Compare with the record, write it if there is none.
	 * @param args the file of the record
	 * @throws IOException if it can't be read or written
	 */
	public static void main(String[] args) throws IOException {
		Path file = Path.of(args[0]);
		if (!Files.exists(file)) {
			write(file);
		}
		else if (compare(file) > 0) {
			System.exit(1);
		}
	}

	private static void write(Path file) throws IOException {
		VerdictRecord written = new VerdictRecord();
		for (Map.Entry<String, Supplier<List<Verdict>>> list : VerdictLists.all().entrySet()) {
			List<Verdict> verdicts = list.getValue().get();
			written.add(list.getKey(), verdicts);
			long found = verdicts.stream().filter((verdict) -> !verdict.outcome().isEmpty()).count();
			System.out.printf("%-24s %7d judged, %7d with findings%n", list.getKey(), verdicts.size(), found);
		}
		written.write(file);
		System.out.println("Written to " + file);
	}

	private static int compare(Path file) throws IOException {
		VerdictRecord before = VerdictRecord.read(file);
		int all = 0;
		for (Map.Entry<String, Supplier<List<Verdict>>> list : VerdictLists.all().entrySet()) {
			List<Verdict> verdicts = list.getValue().get();
			VerdictRecord.Difference difference = before.difference(list.getKey(), verdicts);
			System.out.printf("%-24s %7d judged, %5d differ, %5d new texts, %5d gone%n", list.getKey(), verdicts.size(),
					difference.others().size(), difference.added(), difference.gone());
			difference.others().stream().limit(MOST_SHOWN).forEach(GoldenVerdicts::show);
			all += difference.others().size();
		}
		return all;
	}

	private static void show(Verdict verdict) {
		System.out.println("  " + shortened(verdict.subject()) + "\n    now: " + shortened(verdict.outcome()));
	}

	private static String shortened(String text) {
		String line = text.replace("\n", "\\n").replace("\r", "\\r");
		return (line.length() <= LONGEST_SHOWN) ? line : line.substring(0, LONGEST_SHOWN) + "...";
	}

}
