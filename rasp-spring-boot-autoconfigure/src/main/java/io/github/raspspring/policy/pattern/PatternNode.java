package io.github.raspspring.policy.pattern;

import java.util.List;
import java.util.function.IntPredicate;

/**
 * What a pattern is made of.
 */
sealed interface PatternNode {

	/**
	 * One character.
	 *
	 * @param accepted tells which code points it may be
	 */
	record OneOf(IntPredicate accepted) implements PatternNode {

	}

	/**
	 * One after the other.
	 *
	 * @param parts the parts in order
	 */
	record InOrder(List<PatternNode> parts) implements PatternNode {

	}

	/**
	 * One or the other.
	 *
	 * @param choices the choices, at least two
	 */
	record Either(List<PatternNode> choices) implements PatternNode {

	}

	/**
	 * Many times.
	 *
	 * @param part what is repeated
	 * @param least how often at least
	 * @param most how often at most, -1 without end
	 */
	record Repeated(PatternNode part, int least, int most) implements PatternNode {

	}

	/**
	 * A place rather than a character.
	 *
	 * @param end whether it is the end of the text rather than its start
	 */
	record Edge(boolean end) implements PatternNode {

	}

}
