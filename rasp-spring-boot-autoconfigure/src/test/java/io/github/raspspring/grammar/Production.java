package io.github.raspspring.grammar;

import java.util.ArrayList;
import java.util.List;

/**
 * One way to write a rule: texts, and references to rules between angle brackets.
 *
 * @param parts what it consists of
 */
record Production(List<Part> parts) {

	private static final char OPEN = '\u27E8';

	private static final char CLOSE = '\u27E9';

	static Production of(String line) {
		List<Part> parts = new ArrayList<>();
		int from = 0;
		for (int open = line.indexOf(OPEN); open >= 0; open = line.indexOf(OPEN, from)) {
			int close = line.indexOf(CLOSE, open);
			if (close < 0) {
				throw new IllegalArgumentException("Reference without end in '" + line + "'");
			}
			parts.add(new Part(line.substring(from, open), false));
			parts.add(new Part(line.substring(open + 1, close), true));
			from = close + 1;
		}
		parts.add(new Part(line.substring(from), false));
		return new Production(List.copyOf(parts));
	}

	/**
	 * A piece of a production.
	 *
	 * @param text what stands there
	 * @param reference whether it names a rule
	 */
	record Part(String text, boolean reference) {

	}

}
