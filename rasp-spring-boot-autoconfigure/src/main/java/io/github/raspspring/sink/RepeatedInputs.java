package io.github.raspspring.sink;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;

/**
 * Tells which readings bring nothing new: their text came with another value of the same
 * kind, from the same part of the request. Rows of data repeat themselves.
 */
final class RepeatedInputs {

	/** Where there are fewer, it isn't worth looking. */
	private static final int SOME = 32;

	/** One bit each. */
	private static final Integer[] ORIGINS = IntStream.range(0, 2 * InputLocation.values().length)
		.mapToObj((origin) -> 1 << origin)
		.toArray(Integer[]::new);

	private RepeatedInputs() {
	}

	static BitSet of(InputValue[] sources, String[] texts) {
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
