package io.github.raspspring.document;

import java.util.function.Consumer;

/**
 * The scalars of YAML as far as they can be told line by line: keys, plain and quoted
 * values, items of lists, and blocks. Lenient: what it can't tell it gives as it is.
 */
public final class YamlScalars {

	private final String text;

	private final Consumer<String> scalars;

	private YamlScalars(String text, Consumer<String> scalars) {
		this.text = text;
		this.scalars = scalars;
	}

	/**
	 * Read a text.
	 * @param text the text
	 * @param scalars takes each scalar that is not empty, quotes and escapes removed
	 */
	public static void read(String text, Consumer<String> scalars) {
		YamlScalars reader = new YamlScalars(text, scalars);
		int start = 0;
		while (start < text.length()) {
			start = reader.readLine(start);
		}
	}

	private int readLine(int start) {
		int end = endOfLine(start);
		int i = start;
		int indent = indentOf(start, end) - start;
		while (i < end) {
			i = skipMarks(i, end);
			if (i < end && this.text.charAt(i) == '#') {
				return end + 1;
			}
			if (i < end && isBlock(i, end)) {
				return readBlock(end + 1, indent);
			}
			if (i < end) {
				char c = this.text.charAt(i);
				i = (c == '"' || c == '\'') ? readQuoted(i) : readPlain(i, end);
				// Only a scalar that went on to another line has moved the end.
				end = (i > end) ? endOfLine(Math.min(i, this.text.length())) : end;
			}
		}
		return end + 1;
	}

	/**
	 * Skip what structures a line: blanks, dashes, brackets, commas, anchors and tags
	 * stay with the scalar.
	 */
	private int skipMarks(int start, int end) {
		int i = start;
		while (i < end) {
			char c = this.text.charAt(i);
			boolean dash = (c == '-' || c == '?' || c == ':') && (i + 1 >= end || this.text.charAt(i + 1) == ' ');
			if (c > ' ' && !dash && "[]{},".indexOf(c) < 0) {
				return i;
			}
			i++;
		}
		return i;
	}

	private int readPlain(int start, int end) {
		int i = start;
		while (i < end && !endsPlain(i, end)) {
			i++;
		}
		give(this.text.substring(start, i).trim());
		return i + 1;
	}

	private boolean endsPlain(int index, int end) {
		char c = this.text.charAt(index);
		boolean last = index + 1 >= end;
		return c == ':' && (last || this.text.charAt(index + 1) <= ' ')
				|| c == '#' && this.text.charAt(index - 1) <= ' ';
	}

	private int readQuoted(int start) {
		char quote = this.text.charAt(start);
		StringBuilder scalar = new StringBuilder();
		int i = start + 1;
		while (i < this.text.length()) {
			char c = this.text.charAt(i);
			boolean more = i + 1 < this.text.length();
			if (c == quote && !(quote == '\'' && more && this.text.charAt(i + 1) == quote)) {
				break;
			}
			boolean escaped = more && (c == quote || quote == '"' && c == '\\');
			i += escaped ? 1 : 0;
			scalar.append(this.text.charAt(i));
			i++;
		}
		give(scalar.toString());
		return i + 1;
	}

	private boolean isBlock(int start, int end) {
		char c = this.text.charAt(start);
		return (c == '|' || c == '>') && end - start <= 3;
	}

	private int readBlock(int start, int indent) {
		int i = start;
		while (i < this.text.length()) {
			int end = endOfLine(i);
			int content = indentOf(i, end);
			if (content < end && content - i <= indent) {
				break;
			}
			i = end + 1;
		}
		give(this.text.substring(Math.min(start, this.text.length()), Math.min(i, this.text.length())));
		return i;
	}

	private int indentOf(int start, int end) {
		int i = start;
		while (i < end && this.text.charAt(i) <= ' ') {
			i++;
		}
		return i;
	}

	private int endOfLine(int start) {
		int end = this.text.indexOf('\n', start);
		return (end < 0) ? this.text.length() : end;
	}

	private void give(String scalar) {
		if (!scalar.isBlank()) {
			this.scalars.accept(scalar);
		}
	}

}
