package io.github.raspspring.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.raspspring.attack.Judgement;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.ValueDetector;

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
		Judgement all = Judgement.byAll();
		cost.print("reading alone", new Judgement(List.of(), all.location(), all.name()));
		for (ValueDetector detector : all.detectors()) {
			if (names.isEmpty() || names.contains(detector.name())) {
				cost.print(detector.name(), Judgement.by(detector));
			}
		}
		cost.print("all", all);
	}

	private void print(String name, Judgement judgement) {
		StringBuilder line = new StringBuilder(name);
		this.texts.values()
			.forEach((values) -> line.append(String.format(Locale.ROOT, " | %.1f", perKilobyte(judgement, values))));
		System.out.println(line);
	}

	private static double perKilobyte(Judgement judgement, List<InputValue> values) {
		double least = Double.MAX_VALUE;
		for (int round = 0; round < ROUNDS; round++) {
			least = Math.min(least, round(judgement, values));
		}
		int characters = values.stream().mapToInt((value) -> value.value().length()).sum();
		return least / 1000 * 1024 / characters;
	}

	/**
	 * Return the nanoseconds that judging all values once takes.
	 */
	private static double round(Judgement judgement, List<InputValue> values) {
		long start = time();
		long now = start;
		int times = 0;
		for (; now - start < ROUND; now = time()) {
			values.forEach(judgement::of);
			times++;
		}
		return (double) (now - start) / times;
	}

	private static long time() {
		return ManagementFactory.getThreadMXBean().isCurrentThreadCpuTimeSupported()
				? ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() : System.nanoTime();
	}

}
