package io.github.raspspring.sink;

import java.util.Arrays;

/**
 * Rows of a text: what stands between its literals, again and again. All places are as in
 * the array of literals, two for each. Immutable.
 */
final class LiteralRows {

	/** Columns of text in one row. */
	private static final int MOST_COLUMNS = 8;

	/** So that each one stands before, between and behind others. */
	private static final int KEPT = 3;

	private final String text;

	private final int[] literals;

	private final int count;

	/** Where that stands which is behind the rows, and no row goes on with. */
	private int end = -1;

	/** How long one row is, 0 if there are none. */
	private int row;

	/** How much of rows can be left out so that a few stay. */
	private int spare;

	/**
	 * Look for rows.
	 * @param text the text
	 * @param literals where what is within a literal begins and ends, in order
	 * @param count how many of these numbers count
	 */
	LiteralRows(String text, int[] literals, int count) {
		this.text = text;
		this.literals = literals;
		this.count = count;
		for (int length = 2; length <= 2 * MOST_COLUMNS && this.row == 0; length += 2) {
			look(length);
		}
	}

	private void look(int length) {
		int same = 0;
		for (int i = length + 2; i <= this.count && this.row == 0; i += 2) {
			boolean goesOn = i < this.count && isSame(i, i - length);
			if (!goesOn && same >= KEPT * length) {
				this.end = i;
				this.row = length;
				this.spare = (same / length + 1 - KEPT) * length;
			}
			same = goesOn ? same + 2 : 0;
		}
	}

	private boolean isSame(int one, int other) {
		int from = from(one);
		int length = to(one) - from;
		int start = from(other);
		boolean same = to(other) - start == length;
		for (int i = 0; i < length && same; i++) {
			same = CharMask.withoutDigit(this.text.charAt(from + i)) == CharMask
				.withoutDigit(this.text.charAt(start + i));
		}
		return same;
	}

	private int from(int place) {
		return (place > 0) ? this.literals[place - 1] : 0;
	}

	private int to(int place) {
		return (place < this.count) ? this.literals[place] : this.text.length();
	}

	/**
	 * Return where in the text with few rows that stands which is behind them, -1 if
	 * there are none.
	 */
	int end() {
		return this.end - this.spare;
	}

	/**
	 * Return how many places one row has, 0 if there are none.
	 */
	int row() {
		return this.row;
	}

	/**
	 * Return whether what stands before a literal, and the literal, can be left out.
	 */
	private boolean isSpare(int place) {
		return place >= this.end - this.spare && place < this.end;
	}

	/**
	 * Return how long the text is without its literals and without what can be left out.
	 */
	int length() {
		int left = this.text.length();
		for (int i = 0; i < this.count; i += 2) {
			left -= this.literals[i + 1] - (isSpare(i) ? from(i) : this.literals[i]);
		}
		return left;
	}

	/**
	 * Return the text with nothing within its literals, a few rows for any number of
	 * them, and one digit in its numbers.
	 * @param numbers where numbers begin and end, in order
	 */
	Few few(int[] numbers) {
		StringBuilder code = new StringBuilder(length());
		int[] bounds = new int[this.count - this.spare];
		int[] places = new int[numbers.length];
		int kept = 0;
		int number = 0;
		for (int i = 0; i <= this.count; i += 2) {
			int moved = code.length() - from(i);
			boolean spare = isSpare(i);
			for (; number < places.length && numbers[number] <= to(i); number += 2) {
				places[kept] = numbers[number] + moved;
				places[kept + 1] = numbers[number + 1] + moved;
				kept += spare ? 0 : 2;
			}
			if (!spare) {
				code.append(this.text, from(i), to(i));
				if (i < this.count) {
					int place = (i < this.end) ? i : i - this.spare;
					Arrays.fill(bounds, place, place + 2, code.length());
				}
			}
		}
		int[] rest = Arrays.copyOf(places, kept);
		return new Few(digitless(code, rest), bounds, rest);
	}

	private static String digitless(StringBuilder code, int[] numbers) {
		for (int i = 0; i < numbers.length; i += 2) {
			for (int k = numbers[i]; k < numbers[i + 1]; k++) {
				code.setCharAt(k, CharMask.withoutDigit(code.charAt(k)));
			}
		}
		return code.toString();
	}

	/**
	 * A text with few rows.
	 *
	 * @param text the text
	 * @param literals where its literals begin and end
	 * @param numbers where its numbers do
	 */
	record Few(String text, int[] literals, int[] numbers) {

	}

}
