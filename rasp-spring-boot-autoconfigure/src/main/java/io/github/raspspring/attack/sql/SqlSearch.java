package io.github.raspspring.attack.sql;

import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.sink.Occurrence;
import io.github.raspspring.sink.TextSearch;
import org.jspecify.annotations.Nullable;

/**
 * The places of a statement at which one input occurs, as it is or with its quotes
 * doubled by the application.
 */
final class SqlSearch {

	private final String sql;

	private final String input;

	private final String escaped;

	/** Where the input is found first, so that it is not searched again. */
	private final long first;

	private long found;

	private SqlSearch(String sql, String input, String escaped, long found) {
		this.sql = sql;
		this.input = input;
		this.escaped = escaped;
		this.first = found;
		this.found = found;
	}

	/**
	 * Find the first place.
	 * @return the search, or {@code null} if there is no place at all
	 */
	static @Nullable SqlSearch begin(String sql, String input) {
		long found = Occurrence.find(sql, input, 0);
		String escaped = escape(sql, input);
		if (found == Occurrence.NONE
				&& (escaped.equals(input) || Occurrence.find(sql, escaped, 0) == Occurrence.NONE)) {
			return null;
		}
		return new SqlSearch(sql, input, escaped, found);
	}

	@Nullable Rule judge(SqlReading reading, SqlPolicy policy) {
		if (policy.identifiers() != EnforcementMode.OFF) {
			Rule rule = judge(this.input, reading::judgeName);
			if (rule != null) {
				return rule;
			}
		}
		Rule rule = judge(this.input, reading::judge);
		if (rule == null && !this.escaped.equals(this.input)) {
			rule = judge(this.escaped, reading::judge);
		}
		if (rule == null && policy.unreadable() != EnforcementMode.OFF && reading.isUnreadable()) {
			judge(this.input, (start, end) -> SqlSinkRules.UNREADABLE);
			return SqlSinkRules.UNREADABLE;
		}
		return rule;
	}

	int start() {
		return Occurrence.start(this.found);
	}

	int end() {
		return Occurrence.end(this.found);
	}

	private @Nullable Rule judge(String text, TextSearch.PlaceJudge places) {
		this.found = text.equals(this.input) ? this.first : Occurrence.find(this.sql, text, 0);
		while (this.found != Occurrence.NONE) {
			Rule rule = places.judge(start(), end());
			if (rule != null) {
				return rule;
			}
			this.found = Occurrence.find(this.sql, text, end());
		}
		return null;
	}

	private static String escape(String sql, String input) {
		boolean possible = input.indexOf('\'') >= 0 && sql.contains("''");
		return possible ? input.replace("'", "''") : input;
	}

}
