package io.github.raspspring.text;

import java.util.Arrays;

/**
 * A text of JSON split into scalars: names of members, strings, numbers and words, with
 * their places in the text. Reads what databases write and what people write: single
 * quotes and names without quotes too. One pass.
 */
public final class JsonScalars {

	private final String text;

	private int[] bounds = new int[32];

	private boolean[] names = new boolean[16];

	private int size;

	private boolean balanced = true;

	public JsonScalars(String text) {
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
		int next = skipBlanks(behind);
		this.names[this.size++] = next < this.text.length() && this.text.charAt(next) == ':';
	}

	/**
	 * Return the number of scalars.
	 * @return the number
	 */
	public int size() {
		return this.size;
	}

	/**
	 * Return whether a scalar is the name of a member.
	 * @param index the number of the scalar
	 * @return {@code true} if a colon follows it
	 */
	public boolean isName(int index) {
		return this.names[index];
	}

	/**
	 * Return a scalar as it is written, without its quotes.
	 * @param index the number of the scalar
	 * @return its characters, escapes included
	 */
	public String scalar(int index) {
		return this.text.substring(start(index), end(index));
	}

	/**
	 * Return where a scalar begins.
	 * @param index the number of the scalar
	 * @return the index of its first character
	 */
	public int start(int index) {
		return this.bounds[2 * index];
	}

	/**
	 * Return where a scalar ends.
	 * @param index the number of the scalar
	 * @return the index behind its last character
	 */
	public int end(int index) {
		return this.bounds[2 * index + 1];
	}

	/**
	 * Return whether each string is closed.
	 * @return {@code true} if so
	 */
	public boolean isBalanced() {
		return this.balanced;
	}

	private int skipBlanks(int index) {
		int i = Math.min(index, this.text.length());
		while (i < this.text.length() && isBlank(this.text.charAt(i))) {
			i++;
		}
		return i;
	}

	private static boolean isBlank(char c) {
		return c <= ' ' || c == 0x7F || Character.isSpaceChar(c);
	}

	private static boolean isWord(char c) {
		return Character.isLetterOrDigit(c) || c == '$' || c == '_' || c == '.' || c == '-' || c == '+';
	}

}
