package io.github.raspspring.sink;

import java.util.List;
import java.util.stream.Stream;

import io.github.raspspring.engine.Rule;
import io.github.raspspring.text.SqlDialect;
import org.jspecify.annotations.Nullable;

/**
 * A statement as its database reads it. Where the database is unknown, it is read as by
 * either of those that differ in what ends a literal, and the worse reading counts.
 */
final class SqlReading {

	private static final List<SqlDialect> UNKNOWN = List.of(SqlDialect.STANDARD, SqlDialect.MYSQL);

	private final List<SqlOccurrenceJudge> judges;

	SqlReading(String sql, SqlDialect dialect) {
		Stream<SqlDialect> dialects = (dialect == SqlDialect.ANY) ? UNKNOWN.stream() : Stream.of(dialect);
		this.judges = dialects.map((candidate) -> new SqlOccurrenceJudge(new SqlTokens(sql, candidate), candidate))
			.toList();
	}

	@Nullable Rule judge(int start, int end) {
		for (SqlOccurrenceJudge judge : this.judges) {
			Rule rule = judge.judge(start, end);
			if (rule != null) {
				return rule;
			}
		}
		return null;
	}

	/**
	 * Judge an input that is no more than a name.
	 */
	@Nullable Rule judgeName(int start, int end) {
		return this.judges.get(0).judgeName(start, end);
	}

	/**
	 * Return whether no reading comes to the end of all literals and comments.
	 */
	boolean isUnreadable() {
		for (SqlOccurrenceJudge judge : this.judges) {
			if (judge.tokens().wellFormed()) {
				return false;
			}
		}
		return true;
	}

	long shape() {
		return SqlShape.of(this.judges.get(0).tokens());
	}

}
