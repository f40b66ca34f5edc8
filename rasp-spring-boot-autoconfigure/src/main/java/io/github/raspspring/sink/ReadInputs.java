package io.github.raspspring.sink;

import java.util.BitSet;
import java.util.List;

import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.ValueReader;

/**
 * The readings of all values of a request, with what is known of each before it is looked
 * for. Immutable.
 *
 * @param values the values as they were when they were read
 * @param sources the value behind each reading
 * @param texts the readings
 * @param masks the characters of each reading
 * @param repeated the readings that bring nothing new
 * @param complete whether there was room for all
 */
record ReadInputs(List<InputValue> values, InputValue[] sources, String[] texts, long[] masks, BitSet repeated,
		boolean complete) {

	static ReadInputs of(Inspection inspection, ValueReader reader) {
		List<InputValue> values = inspection.values();
		long characters = 0;
		for (InputValue value : values) {
			characters += value.value().length();
		}
		InputReadings readings = new InputReadings(reader, values.size(), characters);
		for (InputValue value : values) {
			readings.add(value);
		}
		return of(values, readings);
	}

	private static ReadInputs of(List<InputValue> values, InputReadings readings) {
		InputValue[] sources = readings.sources().toArray(InputValue[]::new);
		String[] texts = readings.texts().toArray(String[]::new);
		long[] masks = new long[texts.length];
		for (int i = 0; i < masks.length; i++) {
			masks[i] = CharMask.of(texts[i]);
		}
		return new ReadInputs(values, sources, texts, masks, RepeatedInputs.of(sources, texts), readings.isComplete());
	}

}
