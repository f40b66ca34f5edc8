package io.github.raspspring.sink;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.raspspring.engine.InputLocation;
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

	/** Where there are fewer, it isn't worth looking. */
	private static final int SOME = 32;

	/** One bit each. */
	private static final Integer[] ORIGINS = IntStream.range(0, 2 * InputLocation.values().length)
		.mapToObj((origin) -> 1 << origin)
		.toArray(Integer[]::new);

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
		return new ReadInputs(values, sources, texts, readings.masks(), repeated(sources, texts),
				readings.isComplete());
	}

	/**
	 * Tell which readings bring nothing new: their text came with another value of the
	 * same kind, from the same part of the request. Rows of data repeat themselves.
	 */
	private static BitSet repeated(InputValue[] sources, String[] texts) {
		BitSet repeated = new BitSet(0);
		if (texts.length < SOME) {
			return repeated;
		}
		Map<String, Integer> origins = new HashMap<>(2 * texts.length);
		for (int i = 0; i < texts.length; i++) {
			// Headers mean what their names say.
			if (sources[i].location() != InputLocation.HEADER) {
				Integer origin = ORIGINS[origin(sources[i])];
				Integer known = origins.putIfAbsent(texts[i], origin);
				if (known != null) {
					repeated.set(i, (known & origin) != 0);
					if ((known & origin) == 0) {
						origins.put(texts[i], known | origin);
					}
				}
			}
		}
		return repeated;
	}

	private static int origin(InputValue source) {
		return 2 * source.location().ordinal() + ((source.kind() == InputValue.Kind.NAME) ? 1 : 0);
	}

}
