package io.github.raspspring.growth;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Readers of which is known how they grow, to show that the counter sees it.
 */
public final class Planted implements Function<String, Object[]> {

	@Override
	public Object[] apply(String text) {
		List<ToIntFunction<String>> readers = List.of(Planted::walk, Planted::walkInWalk, Planted::searchInLoop);
		long[] taken = readers.stream().mapToLong((reader) -> {
			long before = Steps.taken();
			reader.applyAsInt(text);
			return Steps.taken() - before;
		}).toArray();
		return new Object[] { List.of("walk", "walk in a walk", "search in a loop"), taken };
	}

	private static int walk(String text) {
		int found = 0;
		for (int i = 0; i < text.length(); i++) {
			found += (text.charAt(i) == 'a') ? 1 : 0;
		}
		return found;
	}

	private static int walkInWalk(String text) {
		int found = 0;
		for (int i = 0; i < text.length(); i++) {
			found += walk(text);
		}
		return found;
	}

	private static int searchInLoop(String text) {
		int found = 0;
		for (int i = 0; i < text.length(); i++) {
			found += text.indexOf('z', i);
		}
		return found;
	}

}
