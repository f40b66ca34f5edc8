package io.github.raspspring.document;

import java.util.function.Consumer;

/**
 * The cells of comma-separated values (RFC 4180), separated by commas, semicolons or
 * tabs.
 */
public final class CsvCells {

	private CsvCells() {
	}

	/**
	 * Read a text.
	 * @param text the text
	 * @param cells takes each cell that is not empty, without its quotes
	 */
	public static void read(String text, Consumer<String> cells) {
		int i = 0;
		while (i < text.length()) {
			i = (text.charAt(i) == '"') ? readQuoted(text, i + 1, cells) : readPlain(text, i, cells);
		}
	}

	private static int readPlain(String text, int start, Consumer<String> cells) {
		int end = start;
		while (end < text.length() && !isSeparator(text.charAt(end))) {
			end++;
		}
		give(text.substring(start, end), cells);
		return end + 1;
	}

	private static int readQuoted(String text, int start, Consumer<String> cells) {
		int end = text.indexOf('"', start);
		boolean doubled = false;
		while (end >= 0 && end + 1 < text.length() && text.charAt(end + 1) == '"') {
			doubled = true;
			end = text.indexOf('"', end + 2);
		}
		end = (end < 0) ? text.length() : end;
		String cell = text.substring(start, end);
		give(doubled ? cell.replace("\"\"", "\"") : cell, cells);
		return readPlain(text, Math.min(end + 1, text.length()), cells);
	}

	private static void give(String cell, Consumer<String> cells) {
		if (!cell.isBlank()) {
			cells.accept(cell);
		}
	}

	private static boolean isSeparator(char c) {
		return c == ',' || c == ';' || c == '\t' || c == '\n' || c == '\r';
	}

}
