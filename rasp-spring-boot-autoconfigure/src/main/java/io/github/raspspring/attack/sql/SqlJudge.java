package io.github.raspspring.attack.sql;

import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.sink.CharMask;
import io.github.raspspring.sink.EditedSearch;
import io.github.raspspring.sink.InputPlaces;
import io.github.raspspring.sink.SinkInputs;
import io.github.raspspring.sink.SinkJudge;
import io.github.raspspring.sink.SinkKind;
import io.github.raspspring.sink.SinkVerdict;
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

	private final SqlPolicy policy;

	private final boolean names;

	/**
	 * Create a judge that follows the {@link SqlPolicy#defaults() defaults}.
	 */
	public SqlJudge() {
		this(SqlPolicy.defaults());
	}

	/**
	 * Create a judge.
	 * @param policy what becomes of statements that are a matter of taste
	 */
	public SqlJudge(SqlPolicy policy) {
		this.policy = policy;
		this.names = policy.identifiers() != EnforcementMode.OFF;
	}

	@Override
	public SinkKind kind() {
		return SinkKind.SQL;
	}

	@Override
	public Class<SqlCall> callType() {
		return SqlCall.class;
	}

	@Override
	public boolean knows(SqlCall call, SinkInputs inputs) {
		return this.learnt.knows(call.argument(), inputs.route());
	}

	@Override
	public @Nullable SinkVerdict judge(SqlCall call, SinkInputs inputs) {
		String sql = call.argument();
		if (knows(call, inputs)) {
			return null;
		}
		SqlReading reading = null;
		boolean own = true;
		InputPlaces places = InputPlaces.of(sql, inputs, (input) -> mayMatter(inputs, input));
		boolean doubled = sql.contains("''");
		while (places.nextInput()) {
			int input = places.input();
			SqlSearch search = SqlSearch.begin(places, doubled);
			if (search != null) {
				own &= isWord(inputs.mask(input));
				reading = (reading != null) ? reading : new SqlReading(sql, call.dialect().get());
				Rule rule = search.judge(reading, this.policy);
				if (rule != null && !inputs.isItemOfWhole(input, sql)) {
					return new SinkVerdict(rule, Confidence.CERTAIN, inputs.source(input), search.start(), search.end(),
							this.policy.capOf(rule));
				}
			}
		}
		SqlReading complete = (reading != null) ? reading : new SqlReading(sql, call.dialect().get());
		SinkVerdict edited = EditedSearch.firstAttack(sql, inputs, complete::judge);
		if (edited != null) {
			return edited;
		}
		boolean late = this.learnt.isLate(sql, complete, own, inputs);
		return (late && this.policy.newShapes() != EnforcementMode.OFF) ? newShape(sql) : null;
	}

	/**
	 * Bound values are no means of injection: a statement that has none but those is
	 * rather a branch of the application that was not seen before.
	 */
	private SinkVerdict newShape(String sql) {
		boolean literals = sql.indexOf('\'') >= 0 || sql.indexOf("--") >= 0 || sql.indexOf("/*") >= 0
				|| sql.indexOf(';') >= 0;
		return new SinkVerdict(SqlSinkRules.NEW_SHAPE, literals ? Confidence.STRONG : Confidence.WEAK, null, 0,
				sql.length(), this.policy.newShapes());
	}

	/**
	 * What consists of word characters alone is never more than a word or number, and a
	 * word does harm only where it names what it is compared with.
	 */
	private boolean mayMatter(SinkInputs inputs, int input) {
		long mask = inputs.mask(input);
		boolean named = (mask & CharMask.LETTERS) != 0 && !inputs.isNameOfOneWord(input);
		return this.names || named || !isWord(mask);
	}

	private static boolean isWord(long input) {
		return (input & ~CharMask.WORD) == 0;
	}

}
