package io.github.raspspring.attack.command;

import io.github.raspspring.sink.CharMask;
import io.github.raspspring.sink.Literals;
import org.jspecify.annotations.Nullable;

/**
 * An argument that is source code. Read once, however many places of it are asked for.
 * Not thread-safe.
 */
final class SourceCode {

	private static final String SIGNS = "'\"`\\$#@{}\r\n";

	/** The third delimiter ends a substitution of sed. */
	private static final int DELIMITERS = 3;

	private final String code;

	private @Nullable Literals literals;

	private int thirdDelimiter = -1;

	SourceCode(String code) {
		this.code = code;
	}

	/**
	 * Return whether a part is a word, or text that doesn't end the literal, or the
	 * substitution of sed, it stands in.
	 */
	boolean isHarmless(int start, int end) {
		String part = this.code.substring(start, end);
		if ((CharMask.of(part) & ~CharMask.WORD) == 0) {
			return end - start < this.code.length();
		}
		if (literals().enclose(start, end)) {
			return part.chars().noneMatch((c) -> SIGNS.indexOf(c) >= 0);
		}
		if (start < 2 || this.code.charAt(0) != 's' || Character.isLetterOrDigit(this.code.charAt(1))) {
			return false;
		}
		char delimiter = this.code.charAt(1);
		boolean within = start <= thirdDelimiter() && this.code.lastIndexOf(delimiter) >= end;
		boolean counted = part.indexOf(delimiter) < 0 || isOneSubstitution(end);
		return within && counted && part.indexOf('\\') < 0 && part.indexOf('\n') < 0;
	}

	/**
	 * Return whether the code is one substitution, which a part ends within: it may hold
	 * the delimiter between both texts, but neither flags nor another command.
	 */
	private boolean isOneSubstitution(int end) {
		int third = thirdDelimiter();
		return third < this.code.length() && end <= third && this.code.indexOf('\\') < 0
				&& this.code.lastIndexOf(this.code.charAt(1)) == third;
	}

	private Literals literals() {
		Literals known = (this.literals != null) ? this.literals : new Literals(this.code, true);
		this.literals = known;
		return known;
	}

	private int thirdDelimiter() {
		if (this.thirdDelimiter < 0) {
			int index = 0;
			for (int i = 0; i < DELIMITERS && index >= 0; i++) {
				index = this.code.indexOf(this.code.charAt(1), index + 1);
			}
			this.thirdDelimiter = (index >= 0) ? index : this.code.length();
		}
		return this.thirdDelimiter;
	}

}
