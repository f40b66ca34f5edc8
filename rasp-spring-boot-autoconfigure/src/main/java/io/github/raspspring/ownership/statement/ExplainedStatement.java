package io.github.raspspring.ownership.statement;

import java.util.Locale;
import java.util.Set;

/**
 * Takes {@code EXPLAIN} off a statement: with {@code ANALYZE} what follows is run.
 */
final class ExplainedStatement {

	private static final String EXPLAIN = "explain";

	private static final Set<String> BEGINNINGS = Set.of("select", "insert", "update", "delete", "with", "merge",
			"values", "table");

	private ExplainedStatement() {
	}

	/**
	 * Return what is explained, or the text itself if it explains nothing.
	 */
	static String of(String sql) {
		String text = sql.stripLeading();
		if (!text.regionMatches(true, 0, EXPLAIN, 0, EXPLAIN.length())) {
			return sql;
		}
		int start = EXPLAIN.length();
		for (int end = start; end < text.length(); end++) {
			if (!Character.isLetterOrDigit(text.charAt(end))) {
				if (BEGINNINGS.contains(text.substring(start, end).toLowerCase(Locale.ROOT))) {
					return text.substring(start);
				}
				start = end + 1;
			}
		}
		return sql;
	}

}
