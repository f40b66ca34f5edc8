package io.github.raspspring.attack.query;

import java.util.Locale;
import java.util.Set;

import io.github.raspspring.sink.Literals;
import io.github.raspspring.text.JsonScalars;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a filter: its scalars, and what they mean to a document database.
 */
final class JsonFilter {

	/** Members by which extended JSON names the type of a value. */
	private static final Set<String> TYPES = Set.of("$oid", "$date", "$numberint", "$numberlong", "$numberdouble",
			"$numberdecimal", "$binary", "$base64", "$subtype", "$timestamp", "$regularexpression", "$minkey",
			"$maxkey", "$uuid", "$symbol", "$undefined", "$code", "$scope", "$dbpointer", "$ref", "$id", "$db",
			"$options");

	private static final Set<String> SCRIPTS = Set.of("$where", "$function", "body", "$accumulator", "init",
			"accumulate", "merge", "finalize", "map", "reduce", "$code", "$eval");

	private final String text;

	private final JsonScalars scalars;

	/** The numbers that stand before the last place that was asked for. */
	private int numbersStart;

	private int numbersEnd = -1;

	/** What the scalar means that was asked for last. */
	private int last = -1;

	private boolean script;

	private boolean operator;

	private @Nullable Literals literals;

	JsonFilter(String text) {
		this.text = text;
		this.scalars = new JsonScalars(text);
	}

	int size() {
		return this.scalars.size();
	}

	boolean isName(int index) {
		return this.scalars.isName(index);
	}

	String scalar(int index) {
		return this.scalars.scalar(index);
	}

	int start(int index) {
		return this.scalars.start(index);
	}

	int end(int index) {
		return this.scalars.end(index);
	}

	boolean isBalanced() {
		return this.scalars.isBalanced();
	}

	/**
	 * Return whether a scalar is the name of an operator.
	 */
	boolean isOperator(int index) {
		read(index);
		return this.operator;
	}

	/**
	 * Return whether a scalar is the text of a script.
	 */
	boolean isScript(int index) {
		read(index);
		return this.script;
	}

	/**
	 * Return whether a part of a script is a literal, or within one.
	 */
	boolean isLiteralOfScript(int index, int start, int end) {
		read(index);
		Literals known = (this.literals != null) ? this.literals : new Literals(scalar(index), true);
		this.literals = known;
		return known.enclose(start, end) || known.isWhole(start, end);
	}

	private void read(int index) {
		if (index == this.last) {
			return;
		}
		this.last = index;
		this.literals = null;
		this.operator = isName(index) && start(index) < end(index) && this.text.charAt(start(index)) == '$'
				&& !TYPES.contains(scalar(index).toLowerCase(Locale.ROOT));
		this.script = index > 0 && !isName(index) && isName(index - 1) && SCRIPTS.contains(scalar(index - 1));
	}

	/**
	 * Return the number of the scalar that encloses a part of the text.
	 * @return -1 if none does
	 */
	int enclosing(int start, int end) {
		int low = 0;
		int high = size();
		while (low < high) {
			int middle = low + high >>> 1;
			if (end(middle) < end) {
				low = middle + 1;
			}
			else {
				high = middle;
			}
		}
		return (low < size() && start >= start(low)) ? low : -1;
	}

	/**
	 * Return whether a part of the text is numbers of a list.
	 */
	boolean isListOfNumbers(int start, int end) {
		int i = start;
		while (i > 0 && i != this.numbersEnd && isNumeric(this.text.charAt(i - 1))) {
			i--;
		}
		i = (i == this.numbersEnd) ? this.numbersStart : i;
		this.numbersStart = i;
		this.numbersEnd = start;
		return i > 0 && this.text.charAt(i - 1) == '['
				&& this.text.substring(start, end).chars().allMatch((c) -> isNumeric((char) c));
	}

	/**
	 * Return whether a part of the text is no more than a piece of a longer word.
	 */
	boolean isPartOfWord(int start, int end) {
		boolean before = start > 0 && Character.isLetterOrDigit(this.text.charAt(start - 1));
		boolean behind = end < this.text.length() && Character.isLetterOrDigit(this.text.charAt(end));
		return (before || behind) && this.text.substring(start, end).chars().allMatch(Character::isLetterOrDigit);
	}

	/**
	 * Return whether a part of the text is digits and dots.
	 */
	boolean isNumber(int start, int end) {
		for (int i = start; i < end; i++) {
			char c = this.text.charAt(i);
			if (!(c >= '0' && c <= '9') && c != '.') {
				return false;
			}
		}
		return true;
	}

	private static boolean isNumeric(char c) {
		return (c >= '0' && c <= '9') || c == ',' || c == '.' || c == '-' || c == ' ';
	}

}
