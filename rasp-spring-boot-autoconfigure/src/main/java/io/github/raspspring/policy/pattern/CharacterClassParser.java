package io.github.raspspring.policy.pattern;

import java.util.function.IntPredicate;

/**
 * Reads a class of characters behind its opening bracket.
 */
final class CharacterClassParser {

	private final PatternParser parser;

	CharacterClassParser(PatternParser parser) {
		this.parser = parser;
	}

	IntPredicate parse() {
		boolean negated = this.parser.take('^');
		IntPredicate accepted = element();
		while (!this.parser.take(']')) {
			accepted = accepted.or(element());
		}
		return negated ? accepted.negate() : accepted;
	}

	private IntPredicate element() {
		if (this.parser.atEnd()) {
			throw this.parser.refused("a ] is missing");
		}
		if (this.parser.take('[')) {
			throw this.parser.refused("a [ within a class needs a backslash");
		}
		if (this.parser.take('\\')) {
			return escaped();
		}
		int first = this.parser.next();
		if (first == '&' && this.parser.take('&')) {
			throw this.parser.refused("classes can't be intersected");
		}
		return range(first);
	}

	/**
	 * A bar behind an escaped class is a character of its own.
	 */
	private IntPredicate escaped() {
		int sign = this.parser.atEnd() ? ' ' : this.parser.peek();
		IntPredicate accepted = this.parser.escape();
		return (sign < '0') ? range(sign) : accepted;
	}

	private IntPredicate range(int first) {
		if (!this.parser.take('-')) {
			return (c) -> c == first;
		}
		if (!this.parser.atEnd() && this.parser.peek() == ']') {
			return (c) -> c == first || c == '-';
		}
		int last = this.parser.take('\\') ? literal() : this.parser.next();
		if (last < first) {
			throw this.parser.refused("a range ends before it starts");
		}
		return (c) -> c >= first && c <= last;
	}

	private int literal() {
		int sign = this.parser.next();
		if (Character.isLetterOrDigit(sign)) {
			throw this.parser.refused("a range ends at a single character");
		}
		return sign;
	}

}
