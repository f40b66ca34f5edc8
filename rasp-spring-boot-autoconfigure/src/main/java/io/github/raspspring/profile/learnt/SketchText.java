package io.github.raspspring.profile.learnt;

import java.util.StringJoiner;

/**
 * Writes what a sketch knows as a line, and reads it.
 */
final class SketchText {

	private static final int FIELDS = 9;

	private static final int HEXADECIMAL = 16;

	private SketchText() {
	}

	static String write(SketchState state) {
		StringJoiner line = new StringJoiner("\t");
		line.add(state.stage().name())
			.add(String.valueOf(state.stageSince()))
			.add(String.valueOf(state.spanSince()))
			.add(String.valueOf(state.observations()))
			.add(String.valueOf(state.reviewed()));
		StringJoiner recent = new StringJoiner(" ");
		StringJoiner earlier = new StringJoiner(" ");
		for (int i = 0; i < Feature.COUNT; i++) {
			recent.add(text(state.recent()[i] & 0xFFFF));
			earlier.add(text(state.earlier()[i] & 0xFFFF));
		}
		StringJoiner values = new StringJoiner(" ");
		for (int value : state.values()) {
			values.add(text(value & 0xFFFFFFFFL));
		}
		StringJoiner principals = new StringJoiner(" ");
		for (long word : state.principals()) {
			principals.add(text(word));
		}
		return line.add(recent.toString())
			.add(earlier.toString())
			.add(values.toString())
			.add(principals.toString())
			.toString();
	}

	private static String text(long number) {
		return (number != 0) ? Long.toHexString(number) : "";
	}

	/**
	 * Read a line.
	 * @throws IllegalArgumentException if it is none
	 */
	static SketchState read(String line) {
		String[] fields = line.split("\t", -1);
		if (fields.length != FIELDS) {
			throw new IllegalArgumentException("a line has " + fields.length + " parts");
		}
		long[] recent = numbers(fields[5], Feature.COUNT);
		long[] earlier = numbers(fields[6], Feature.COUNT);
		short[] recentPlaces = new short[Feature.COUNT];
		short[] earlierPlaces = new short[Feature.COUNT];
		for (int i = 0; i < Feature.COUNT; i++) {
			recentPlaces[i] = (short) recent[i];
			earlierPlaces[i] = (short) earlier[i];
		}
		long[] hashes = numbers(fields[7], Feature.VALUE_COUNT);
		int[] values = new int[Feature.VALUE_COUNT];
		for (int i = 0; i < values.length; i++) {
			values[i] = (int) hashes[i];
		}
		return new SketchState(ProfileStage.valueOf(fields[0]), Long.parseLong(fields[1]), Long.parseLong(fields[2]),
				Integer.parseInt(fields[3]), Boolean.parseBoolean(fields[4]), recentPlaces, earlierPlaces, values,
				numbers(fields[8], 4));
	}

	private static long[] numbers(String text, int count) {
		String[] parts = text.split(" ", -1);
		if (parts.length != count) {
			throw new IllegalArgumentException("a line has " + parts.length + " numbers");
		}
		long[] numbers = new long[count];
		for (int i = 0; i < count; i++) {
			numbers[i] = parts[i].isEmpty() ? 0 : Long.parseUnsignedLong(parts[i], HEXADECIMAL);
		}
		return numbers;
	}

}
