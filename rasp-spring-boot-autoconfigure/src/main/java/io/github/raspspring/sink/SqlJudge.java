package io.github.raspspring.sink;

import io.github.raspspring.engine.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Judges SQL about to run: does a value of the request change the structure of the
 * statement (CWE-89)? Each place where a value occurs is judged by itself; a value that
 * occurs nowhere costs a comparison of two bit sets. Text of the statement itself that a
 * value merely coincides with is told apart by what the same statement looked like for
 * requests without that value. Thread-safe.
 */
public final class SqlJudge implements SinkJudge<SqlCall> {

	private final LearntStatements learnt = new LearntStatements();

	@Override
	public SinkKind kind() {
		return SinkKind.SQL;
	}

	@Override
	public Class<SqlCall> callType() {
		return SqlCall.class;
	}

	@Override
	public @Nullable SinkVerdict judge(SqlCall call, SinkInputs inputs) {
		String sql = call.argument();
		String route = inputs.route();
		long mask = CharMask.of(sql);
		SqlReading reading = null;
		for (int i = 0; i < inputs.size(); i++) {
			if (inputs.mayOccur(i, mask) && mayMatter(inputs.mask(i))) {
				SqlSearch search = SqlSearch.begin(sql, inputs.text(i));
				if (search != null) {
					reading = (reading != null) ? reading : new SqlReading(sql, call.dialect().get());
					Rule rule = search.judge(reading);
					if (rule != null && !this.learnt.knows(reading, route)) {
						return SinkVerdict.certain(rule, inputs.source(i), search.start(), search.end());
					}
				}
			}
		}
		learn(call, reading, route);
		return null;
	}

	private void learn(SqlCall call, @Nullable SqlReading reading, String route) {
		if (reading != null) {
			this.learnt.learn(reading, route);
		}
		else {
			this.learnt.learn(call, route);
		}
	}

	/**
	 * What consists of word characters alone is never more than a word or number.
	 */
	private static boolean mayMatter(long input) {
		return (input & ~CharMask.WORD) != 0;
	}

}
