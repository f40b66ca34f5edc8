package io.github.raspspring.ownership.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A {@code MERGE INTO table (columns) KEY (columns) VALUES ...} as H2 has it, which the
 * parser does not know: an insert that replaces the row that is there already.
 *
 * @param insert the insert that it is otherwise
 * @param key names of the columns by which a row is there already, empty for the primary
 * key
 */
record KeyMerge(String insert, List<String> key) {

	/**
	 * Read a text.
	 * @return the merge, or {@code null} if it is none of this kind
	 */
	static @Nullable KeyMerge of(String sql) {
		Cursor text = new Cursor(sql);
		if (!text.takes("merge") || !text.takes("into")) {
			return null;
		}
		String table = text.name();
		String columns = text.isAt('(') ? text.parentheses() : "";
		List<String> key = text.takes("key") ? names(text.parentheses()) : List.of();
		boolean rows = text.isAtWord("values") || text.isAtWord("select") || text.isAtWord("with")
				|| text.isAtWord("default") || text.isAt('(');
		return (!table.isEmpty() && rows)
				? new KeyMerge("INSERT INTO " + table + ' ' + columns + ' ' + text.rest(), key) : null;
	}

	private static List<String> names(String parentheses) {
		List<String> names = new ArrayList<>();
		if (parentheses.length() > 2) {
			for (String name : parentheses.substring(1, parentheses.length() - 1).split(",")) {
				names.add(GuardedTable.plain(name.strip()));
			}
		}
		return names;
	}

	/**
	 * Walks over a text, past blanks and comments.
	 */
	private static final class Cursor {

		private final String sql;

		private int at;

		Cursor(String sql) {
			this.sql = sql;
			skip();
		}

		boolean isAt(char c) {
			return this.at < this.sql.length() && this.sql.charAt(this.at) == c;
		}

		boolean isAtWord(String word) {
			int end = this.at + word.length();
			return this.sql.regionMatches(true, this.at, word, 0, word.length())
					&& (end >= this.sql.length() || !Character.isJavaIdentifierPart(this.sql.charAt(end)));
		}

		boolean takes(String word) {
			boolean there = isAtWord(word);
			if (there) {
				this.at += word.length();
				skip();
			}
			return there;
		}

		/**
		 * Take a name, in quotes or not, with its schema.
		 */
		String name() {
			int start = this.at;
			while (this.at < this.sql.length()) {
				char c = this.sql.charAt(this.at);
				if (c == '"' || c == '`') {
					int end = this.sql.indexOf(c, this.at + 1);
					this.at = (end < 0) ? this.sql.length() : end + 1;
				}
				else if (c == '.' || Character.isJavaIdentifierPart(c)) {
					this.at++;
				}
				else {
					break;
				}
			}
			String name = this.sql.substring(start, this.at);
			skip();
			return name;
		}

		/**
		 * Take all up to the parenthesis that closes this one.
		 */
		String parentheses() {
			int start = this.at;
			int end = this.sql.indexOf(')', start);
			if (!isAt('(') || end < 0) {
				return "";
			}
			String inner = this.sql.substring(start + 1, end).strip().toLowerCase(Locale.ROOT);
			if (inner.startsWith("select") || inner.startsWith("with")) {
				return "";
			}
			this.at = end + 1;
			skip();
			return this.sql.substring(start, end + 1);
		}

		String rest() {
			return this.sql.substring(this.at);
		}

		private void skip() {
			while (this.at < this.sql.length()) {
				if (Character.isWhitespace(this.sql.charAt(this.at))) {
					this.at++;
				}
				else if (this.sql.startsWith("/*", this.at)) {
					int end = this.sql.indexOf("*/", this.at + 2);
					this.at = (end < 0) ? this.sql.length() : end + 2;
				}
				else if (this.sql.startsWith("--", this.at)) {
					int end = this.sql.indexOf('\n', this.at);
					this.at = (end < 0) ? this.sql.length() : end + 1;
				}
				else {
					return;
				}
			}
		}

	}

}
