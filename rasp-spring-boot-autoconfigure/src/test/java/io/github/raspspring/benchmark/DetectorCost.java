package io.github.raspspring.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.raspspring.attack.Judgement;
import io.github.raspspring.autoconfigure.FamilyTraits;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.ValueDetector;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.ValueView;
import io.github.raspspring.inspect.CanonicalValueReader;

/**
 * Prints what all detectors and each alone take of the processor for a kilobyte of a long
 * text, reading included: the least of many rounds, in microseconds. A detector whose
 * name is given is measured alone; a file that is given is a text more, by its lines if
 * it ends in {@code .txt}.
 */
final class DetectorCost {

	private static final int SIZE = 10 * 1024;

	private static final int ROUNDS = 24;

	private static final long ROUND = 60_000_000;

	private final Map<String, List<InputValue>> texts = new LinkedHashMap<>();

	private DetectorCost(List<Path> files) throws IOException {
		for (GrowthTexts text : GrowthTexts.values()) {
			this.texts.put(text.name().toLowerCase(Locale.ROOT), text.values(SIZE));
		}
		for (Path file : files) {
			this.texts.put(file.getFileName().toString(), values(file));
		}
	}

	private static List<InputValue> values(Path file) throws IOException {
		String content = Files.readString(file);
		String text = content.repeat(SIZE / content.length() + 1).substring(0, SIZE);
		List<String> parts = file.toString().endsWith(".txt") ? text.lines().toList() : List.of(text);
		return parts.stream().map((part) -> new InputValue(InputLocation.JSON, "/value", part)).toList();
	}

	/**
	 * Print a line per detector.
	 * @param arguments names of detectors and files
	 * @throws IOException if a file can't be read
	 */
	public static void main(String[] arguments) throws IOException {
		List<String> names = new ArrayList<>(List.of(arguments));
		List<Path> files = names.stream().filter((name) -> name.contains(".")).map(Path::of).toList();
		names.removeIf((name) -> name.contains("."));
		DetectorCost cost = new DetectorCost(files);
		System.out.println("detector | " + String.join(" | ", cost.texts.keySet()));
		List<ValueDetector> all = Judgement.byAll().detectors();
		cost.print("reading alone", new Scan(List.of()));
		for (ValueDetector detector : all) {
			if (names.isEmpty() || names.contains(detector.name())) {
				cost.print(detector.name(), new Scan(List.of(detector)));
			}
		}
		cost.print("all", new Scan(all));
	}

	private void print(String name, Scan scan) {
		StringBuilder line = new StringBuilder(name);
		this.texts.values()
			.forEach((values) -> line.append(String.format(Locale.ROOT, " | %.1f", perKilobyte(scan, values))));
		System.out.println(line);
	}

	private static double perKilobyte(Scan scan, List<InputValue> values) {
		double least = Double.MAX_VALUE;
		for (int round = 0; round < ROUNDS; round++) {
			least = Math.min(least, round(scan, values));
		}
		int characters = values.stream().mapToInt((value) -> value.value().length()).sum();
		return least / 1000 * 1024 / characters;
	}

	/**
	 * Return the nanoseconds that judging all values once takes.
	 */
	private static double round(Scan scan, List<InputValue> values) {
		long start = time();
		long now = start;
		int times = 0;
		for (; now - start < ROUND; now = time()) {
			values.forEach(scan::read);
			times++;
		}
		return (double) (now - start) / times;
	}

	private static long time() {
		return ManagementFactory.getThreadMXBean().isCurrentThreadCpuTimeSupported()
				? ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() : System.nanoTime();
	}

	/**
	 * Reads values for some detectors, whose triggers are asked for once as the pipeline
	 * does.
	 */
	private static final class Scan implements ValueReader.Visitor, Findings {

		private final ValueReader reader = new CanonicalValueReader(FamilyTraits.reader());

		private final ValueDetector[] detectors;

		private final long[] triggers;

		private final long interest;

		private int findings;

		Scan(List<ValueDetector> detectors) {
			this.detectors = detectors.toArray(ValueDetector[]::new);
			this.triggers = detectors.stream().mapToLong(ValueDetector::triggers).toArray();
			this.interest = Arrays.stream(this.triggers).reduce(0, (all, more) -> all | more);
		}

		void read(InputValue value) {
			this.reader.read(value, this.interest, this);
		}

		@Override
		public void visit(ValueView view) {
			long traits = view.traits();
			for (int i = 0; i < this.triggers.length; i++) {
				if ((this.triggers[i] & traits) != 0 && this.detectors[i].supports(view.input())) {
					this.detectors[i].detect(view, this);
				}
			}
		}

		@Override
		public void add(Finding finding) {
			this.findings++;
		}

	}

}
