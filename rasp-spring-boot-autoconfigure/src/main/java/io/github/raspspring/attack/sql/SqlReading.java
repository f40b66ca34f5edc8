package io.github.raspspring.attack.sql;

import io.github.raspspring.engine.Rule;
import io.github.raspspring.sink.OutsideText;
import org.jspecify.annotations.Nullable;

/**
 * A statement as its database reads it. Where the database is unknown, it is read as by
 * either of those that differ in what ends a literal, and the worse reading counts.
 */
final class SqlReading {

	private static final SqlDialect[] UNKNOWN = { SqlDialect.STANDARD, SqlDialect.MYSQL };

	private final SqlOccurrenceJudge[] judges;

	private final SqlDialect dialect;

	private boolean excused;

	SqlReading(String sql, SqlDialect dialect) {
		this.dialect = dialect;
		SqlDialect[] dialects = (dialect == SqlDialect.ANY) ? UNKNOWN : new SqlDialect[] { dialect };
		this.judges = new SqlOccurrenceJudge[dialects.length];
		for (int i = 0; i < dialects.length; i++) {
			this.judges[i] = new SqlOccurrenceJudge(new StatementTokens(sql, dialects[i]), dialects[i]);
		}
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
		return this.judges[0].judgeName(start, end);
	}

	/**
	 * Return the statement without what is within its literals, as far as its readings
	 * agree on them.
	 * @return {@code null} if they don't, or a literal or comment has no end
	 */
	@Nullable OutsideText outside() {
		StatementTokens first = this.judges[0].tokens();
		for (SqlOccurrenceJudge judge : this.judges) {
			if (!judge.tokens().wellFormed() || !judge.tokens().isSame(first)) {
				return null;
			}
		}
		return first.outside(this.dialect);
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

	/**
	 * Note that an input would be an attack, were it not judged as a part of another one.
	 */
	void excuse() {
		this.excused = true;
	}

	/**
	 * Return whether there is such an input: another statement may not excuse it.
	 */
	boolean isExcused() {
		return this.excused;
	}

	long shape() {
		return SqlShape.of(this.judges[0].tokens());
	}

}
