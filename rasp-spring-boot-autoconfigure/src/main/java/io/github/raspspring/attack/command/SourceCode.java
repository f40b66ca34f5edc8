package io.github.raspspring.attack.command;

import io.github.raspspring.sink.CharMask;
import io.github.raspspring.sink.Literals;
import io.github.raspspring.text.Ascii;
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

	/**
	 * Tell whether two comparisons of words are joined, as in {@code tabs > spaces && x >
	 * y}: a shell would write what the first program prints to a file, and start the
	 * second for the same.
	 * @param operator index of the second sign of the operator that joins them
	 */
	static boolean compares(String text, int operator) {
		int end = wordStart(text, back(text, operator - 2));
		int sign = back(text, end - 1);
		int word = Ascii.skipSpace(text, operator + 1);
		int behind = word;
		while (Ascii.isWord(Ascii.at(text, behind))) {
			behind++;
		}
		return isSign(text, sign) && behind > word && isSign(text, behind + 1) && Ascii.at(text, behind) == ' ';
	}

	private static boolean isSign(String text, int index) {
		char c = Ascii.at(text, index);
		return (c == '<' || c == '>') && Ascii.at(text, index - 1) == ' ' && Ascii.at(text, index + 1) == ' '
				&& Ascii.isWord(Ascii.at(text, index + 2));
	}

	private static int back(String text, int index) {
		int i = index;
		while (Ascii.at(text, i) == ' ') {
			i--;
		}
		return i;
	}

	private static int wordStart(String text, int last) {
		int i = last;
		while (Ascii.isWord(Ascii.at(text, i))) {
			i--;
		}
		return i + 1;
	}

}
