package io.github.raspspring.sink;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;

/**
 * A text without what stands within its literals. An input that brings no quote stands
 * within one literal or outside of all, so that statements which differ in their literals
 * only are alike to it. One that does may still be known to stand {@link #isApart apart}
 * from all ends of literals.
 */
public final class OutsideText {

	private static final long SEED = ThreadLocalRandom.current().nextLong();

	private static final long PRIME = 0x9E3779B97F4A7C15L;

	private static final long QUOTE = CharMask.of("'");

	private static final long BACKSLASH = CharMask.of("\\");

	private final String text;

	private final int language;

	private final int[] literals;

	private final int count;

	private final int[] numbers;

	private long mask;

	private long hash;

	/** The characters that are neither within a literal nor one of its quotes. */
	private long code;

	/** Whether each literal stands between two apostrophes and nothing else. */
	private final boolean plain;

	/** Whether a backslash may take away the meaning of an apostrophe. */
	private final boolean escapes;

	private @Nullable LiteralBorders borders;

	private @Nullable String blanked;

	private @Nullable String stretches;

	private @Nullable PieceIndex pieces;

	private @Nullable PieceIndex sides;

	/** The number of what stands behind rows, and how many numbers one row has. */
	private int rowsEnd = -1;

	private int row;

	/**
	 * Leave out literals.
	 * @param text the text
	 * @param language tells texts apart that are read in different ways
	 * @param literals where what is within a literal begins and ends, in order
	 * @param count how many of these numbers count
	 * @param numbers where numbers of digits and dots begin and end, in order and none
	 * right behind another
	 * @param plain whether each literal has one apostrophe before it, which nothing
	 * belongs to, and one behind, and all other apostrophes of it are doubled
	 * @param escapes whether a backslash may take away the meaning of an apostrophe
	 */
	public OutsideText(String text, int language, int[] literals, int count, int[] numbers, boolean plain,
			boolean escapes) {
		this.text = text;
		this.language = language;
		this.literals = literals;
		this.count = count;
		this.numbers = numbers;
		this.plain = plain;
		this.escapes = escapes;
		this.hash = (SEED ^ language) * PRIME;
		int from = 0;
		for (int i = 0; i < count; i += 2) {
			read(from, literals[i], from > 0, true);
			from = literals[i + 1];
		}
		read(from, text.length(), from > 0, false);
		this.mask |= this.code;
	}

	private void read(int from, int to, boolean closes, boolean opens) {
		long characters = this.code;
		long sum = this.hash;
		int first = (closes && this.plain) ? from + 1 : from;
		int last = (opens && this.plain) ? to - 1 : to;
		if (first > from) {
			sum = (sum ^ '\'') * PRIME;
		}
		for (int i = first; i < last; i++) {
			char c = this.text.charAt(i);
			char same = CharMask.withoutDigit(c);
			characters |= CharMask.bit(c);
			sum = (sum ^ ((same == c || isNumber(i)) ? same : c)) * PRIME;
		}
		if (last < to) {
			sum = (sum ^ '\'') * PRIME;
			this.mask |= QUOTE;
		}
		this.code = characters;
		this.hash = (sum ^ sum >>> 32) * PRIME;
	}

	/**
	 * Return the characters, as a mask.
	 */
	long mask() {
		return this.mask;
	}

	/**
	 * Return a hash of the characters and of how they are read, for which all digits of
	 * numbers are the same, but not those of names. Nobody can make up a text for it.
	 */
	long hash() {
		return this.hash;
	}

	public int length() {
		return this.text.length();
	}

	/**
	 * Return the text with blanks in the place of literals, and one digit for all.
	 */
	String blanked() {
		String known = this.blanked;
		if (known == null) {
			known = LiteralBorders.blanked(this.text, this.literals, this.count);
			this.blanked = known;
		}
		return known;
	}

	/**
	 * Return the pieces of the text with blanks in the place of literals.
	 */
	PieceIndex pieces() {
		PieceIndex known = this.pieces;
		if (known == null) {
			known = new PieceIndex(blanked());
			this.pieces = known;
		}
		return known;
	}

	/**
	 * Return whether so much of an input may stand outside of literals, piece by piece,
	 * that it tells something. Which characters stand side by side is known by what
	 * stands between literals, where quotes begin and end all of it.
	 */
	boolean mayTell(String input) {
		return sides().mayTell(input);
	}

	/**
	 * Return how much is read to tell whether an input may be a part of a text whose
	 * digits are others: 0 if there are none on either side.
	 */
	int stepsForDigits(long characters) {
		return (characters & CharMask.DIGITS) != 0 && (this.code & CharMask.DIGITS) != 0 ? sides().length() : 0;
	}

	private PieceIndex sides() {
		PieceIndex known = this.sides;
		if (known == null) {
			known = this.plain ? new PieceIndex(stretches()) : pieces();
			this.sides = known;
		}
		return known;
	}

	/**
	 * Return whether an input can stand in the text and in all that are alike within
	 * literals only: neither outside of them, nor on both sides of one of their quotes,
	 * as it is or with its apostrophes doubled.
	 * @param input what may stand there
	 * @param characters the characters of the input
	 */
	boolean isApart(String input, long characters) {
		// Where code has apostrophes of its own, doubled ones may stand there as well.
		return this.plain && (this.code & QUOTE) == 0 && !(this.escapes && (characters & BACKSLASH) != 0)
				&& borders().known() && !borders().isAcross(input) && !mayStandOutside(input, characters);
	}

	/**
	 * Return whether what was made of an input that stands {@link #isApart apart} by
	 * edits may stand on both sides of a quote, for all that stands outside.
	 */
	boolean mayJoin(String input) {
		return borders().hasPiece(input);
	}

	/**
	 * Return whether a literal begins or ends with some characters.
	 */
	boolean hasLiteralsOf(long first, long last) {
		for (int i = 0; i < this.count; i += 2) {
			if (LiteralBorders.touches(this.text, this.literals[i], this.literals[i + 1], first, last)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return whether an input may stand outside of literals in this text or one that has
	 * other literals and digits.
	 */
	boolean mayStandOutside(String input, long characters) {
		return hasCharacters(characters)
				&& Occurrence.find(stretches(), digitless(input, characters), 0) != Occurrence.NONE;
	}

	private static String digitless(String input, long characters) {
		return (characters & CharMask.DIGITS) != 0 ? CharMask.withoutDigits(input) : input;
	}

	/**
	 * Return whether all characters stand outside of literals, whatever the digits.
	 */
	boolean hasCharacters(long characters) {
		long possible = this.code | CharMask.BLANK;
		long digits = (possible & CharMask.DIGITS) != 0 ? CharMask.DIGITS : 0;
		return (characters & ~(possible | digits)) == 0;
	}

	/**
	 * Return what stands between literals, with one digit for all, and what stands
	 * between several once: rows repeat it. Nothing that stands outside of literals goes
	 * across one.
	 */
	String stretches() {
		String known = this.stretches;
		if (known == null) {
			known = LiteralBorders.between(blanked(), this.literals, this.count);
			this.stretches = known;
		}
		return known;
	}

	private LiteralBorders borders() {
		LiteralBorders known = this.borders;
		if (known == null) {
			known = new LiteralBorders(this.text, this.literals, this.count);
			this.borders = known;
		}
		return known;
	}

	public String text() {
		return this.text;
	}

	/**
	 * Return the same with nothing within its literals and one digit in its numbers, and
	 * with a few rows for any number of them. It may be shared by threads.
	 * @param longest how long it may be
	 * @return the text, or {@code null} if it were too long or others can't be alike
	 */
	public @Nullable OutsideText emptied(int longest) {
		LiteralRows rows = new LiteralRows(this.text, this.literals, this.count);
		if (!isPlain() || (this.code & QUOTE) != 0 || rows.length() > longest) {
			return null;
		}
		LiteralRows.Few few = rows.few(this.numbers);
		OutsideText empty = new OutsideText(few.text(), this.language, few.literals(), few.literals().length,
				few.numbers(), this.plain, this.escapes);
		empty.rowsEnd = rows.end();
		empty.row = rows.row();
		empty.borders();
		empty.stretches();
		empty.sides();
		return empty;
	}

	/**
	 * Take over what was found out of a text that this one {@link #isLike is like}: the
	 * same stands between literals, and next to them.
	 */
	public void takeOver(OutsideText known) {
		if (this.plain && known.plain) {
			this.borders = known.borders;
			this.stretches = known.stretches;
			this.sides = known.sides;
		}
	}

	private int from(int stretch) {
		return (stretch > 0) ? this.literals[stretch - 1] : 0;
	}

	private int to(int stretch) {
		return (stretch < this.count) ? this.literals[stretch] : this.text.length();
	}

	/**
	 * Return whether the text has numbers in which another one that is alike may have
	 * other digits.
	 */
	boolean hasNumbers() {
		return this.numbers.length > 0;
	}

	/**
	 * Return whether each literal stands between two apostrophes and nothing else.
	 */
	public boolean isPlain() {
		return this.plain && (this.borders == null || this.borders.known());
	}

	/**
	 * Return whether another text that was read differs as little from this one. Where
	 * its literals end was found out in reading it, backslashes and all.
	 */
	boolean isLike(OutsideText other) {
		return this.language == other.language && (this.code & QUOTE) == 0 && isLike(other.text);
	}

	/**
	 * Return whether another text differs from this one within its literals, in digits of
	 * its numbers, and in how many rows it has where only a few of them were kept, so
	 * that it is read in the same way.
	 * @param other the other text
	 * @param otherLanguage tells texts apart that are read in different ways
	 */
	public boolean isLike(String other, int otherLanguage) {
		return this.language == otherLanguage && (this.code & QUOTE) == 0 && isLike(other)
				&& !(this.escapes && other.indexOf('\\') >= 0);
	}

	private boolean isLike(String other) {
		int place = 0;
		int i = 0;
		while (place >= 0) {
			boolean same = isSame(i, other, place);
			if (!same && i == this.rowsEnd) {
				i -= this.row;
				same = isSame(i, other, place);
			}
			if (!same || i == this.count) {
				return same;
			}
			place = LiteralBorders.endOfLiteral(other, place + to(i) - from(i));
			i += 2;
		}
		return false;
	}

	private boolean isSame(int stretch, String other, int place) {
		int from = from(stretch);
		int to = to(stretch);
		return (stretch < this.count || other.length() - place == to - from) && isSame(from, to, other, place);
	}

	private boolean isSame(int from, int to, String other, int place) {
		if (this.text.regionMatches(from, other, place, to - from)) {
			return true;
		}
		boolean same = other.length() - place >= to - from;
		for (int i = from; same && i < to; i++) {
			char c = this.text.charAt(i);
			char d = other.charAt(place + i - from);
			same = c == d || CharMask.withoutDigit(c) == CharMask.withoutDigit(d) && isNumber(i);
		}
		return same;
	}

	private boolean isNumber(int position) {
		// Even where a number begins, or where one would be inserted before an end.
		return (Arrays.binarySearch(this.numbers, position) & 1) == 0;
	}

}
