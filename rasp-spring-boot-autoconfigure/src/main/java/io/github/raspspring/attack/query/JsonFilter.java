package io.github.raspspring.attack.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

import io.github.raspspring.sink.Occurrence;

/**
 * The JSON of a filter split into scalars: names of members, strings, numbers and words,
 * with their places in the text. Reads what databases write and what people write: single
 * quotes and names without quotes too. One pass.
 */
public final class JsonFilter {

	/** Members by which extended JSON names the type of a value. */
	private static final Set<String> TYPES = Set.of("$oid", "$date", "$numberint", "$numberlong", "$numberdouble",
			"$numberdecimal", "$binary", "$base64", "$subtype", "$timestamp", "$regularexpression", "$minkey",
			"$maxkey", "$uuid", "$symbol", "$undefined", "$code", "$scope", "$dbpointer", "$ref", "$id", "$db",
			"$options");

	private static final Set<String> SCRIPTS = Set.of("$where", "$function", "body", "$accumulator", "init",
			"accumulate", "merge", "finalize", "map", "reduce", "$code", "$eval");

	private final String text;

	private int[] bounds = new int[32];

	private boolean[] names = new boolean[16];

	private int size;

	private boolean balanced = true;

	public JsonFilter(String text) {
		this.text = text;
		int i = 0;
		while (i < text.length()) {
			char c = text.charAt(i);
			if (c == '"' || c == '\'') {
				i = readString(i, c);
			}
			else if (isWord(c)) {
				int end = i;
				while (end < text.length() && isWord(text.charAt(end))) {
					end++;
				}
				add(i, end, end);
				i = end;
			}
			else {
				i++;
			}
		}
	}

	private int readString(int start, char quote) {
		int i = start + 1;
		while (i < this.text.length() && this.text.charAt(i) != quote) {
			i += (this.text.charAt(i) == '\\') ? 2 : 1;
		}
		int end = Math.min(i, this.text.length());
		this.balanced &= end < this.text.length();
		add(start + 1, end, end + 1);
		return end + 1;
	}

	private void add(int start, int end, int behind) {
		if (this.size == this.names.length) {
			this.bounds = Arrays.copyOf(this.bounds, 4 * this.size);
			this.names = Arrays.copyOf(this.names, 2 * this.size);
		}
		this.bounds[2 * this.size] = start;
		this.bounds[2 * this.size + 1] = end;
		int next = Occurrence.skipBlanks(this.text, Math.min(behind, this.text.length()));
		this.names[this.size++] = next < this.text.length() && this.text.charAt(next) == ':';
	}

	public int size() {
		return this.size;
	}

	boolean isName(int index) {
		return this.names[index];
	}

	public String scalar(int index) {
		return this.text.substring(start(index), end(index));
	}

	int start(int index) {
		return this.bounds[2 * index];
	}

	int end(int index) {
		return this.bounds[2 * index + 1];
	}

	boolean isBalanced() {
		return this.balanced;
	}

	/**
	 * Return whether a scalar is the name of an operator.
	 */
	boolean isOperator(int index) {
		return this.names[index] && start(index) < end(index) && this.text.charAt(start(index)) == '$'
				&& !TYPES.contains(scalar(index).toLowerCase(Locale.ROOT));
	}

	/**
	 * Return whether a scalar is the text of a script.
	 */
	boolean isScript(int index) {
		return index > 0 && !this.names[index] && this.names[index - 1] && SCRIPTS.contains(scalar(index - 1));
	}

	/**
	 * Return the number of the scalar that encloses a part of the text.
	 * @return -1 if none does
	 */
	int enclosing(int start, int end) {
		for (int i = 0; i < this.size; i++) {
			if (start >= start(i) && end <= end(i)) {
				return i;
			}
		}
		return -1;
	}

	/**
	 * Return whether a part of the text is numbers of a list.
	 */
	boolean isListOfNumbers(int start, int end) {
		int i = start;
		while (i > 0 && isNumeric(this.text.charAt(i - 1))) {
			i--;
		}
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

	private static boolean isNumeric(char c) {
		return (c >= '0' && c <= '9') || c == ',' || c == '.' || c == '-' || c == ' ';
	}

	/**
	 * Return what stays when the values are taken out, scripts excepted.
	 */
	String shape() {
		StringBuilder shape = new StringBuilder(this.text.length());
		int last = 0;
		for (int i = 0; i < this.size; i++) {
			shape.append(this.text, last, start(i));
			shape.append((isName(i) || isScript(i)) ? scalar(i) : "?");
			last = end(i);
		}
		return shape.append(this.text, last, this.text.length()).toString();
	}

	private static boolean isWord(char c) {
		return Character.isLetterOrDigit(c) || c == '$' || c == '_' || c == '.' || c == '-' || c == '+';
	}

}
