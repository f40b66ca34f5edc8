package io.github.raspspring.attack.sql;

import java.util.List;
import java.util.Locale;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.RepeatableDetector;
import io.github.raspspring.engine.ValueView;
import io.github.raspspring.inspect.CodeFields;
import io.github.raspspring.inspect.PasswordFields;
import io.github.raspspring.inspect.ScratchPool;
import io.github.raspspring.text.Traits;

/**
 * Recognizes values that would change a SQL statement they were concatenated into: they
 * end the literal or number in whose place they stand, and go on in a way that the
 * grammar of SQL allows. The value is read three times at most, as it would be read
 * within single quotes, within double quotes and as code, each in one pass. Where a word
 * goes before a backtick it may end a name, and is read so as well.
 * <p>
 * Lets pass on purpose: SQL words in sentences, apostrophes, quotations, measures such as
 * {@code 6' 2"}, program code, and identifiers alone, such as a chosen sort column. What
 * such values do to a statement is judged where it runs.
 * <p>
 * Weighed in {@link SqlEvidence}, described in {@link SqlRules}. Weakness: CWE-89.
 */
public final class SqlInjectionDetector implements RepeatableDetector {

	/** What dates are compared with in queries of Salesforce, by their last words. */
	private static final List<String> PERIODS = List.of("_n_days:", "_n_weeks:", "_n_months:", "_n_quarters:",
			"_n_years:", "_ago:", "_90_days", " this_week", " last_week", " next_week", " this_month", " last_month",
			" next_month", " this_quarter", " last_quarter", " this_year", " last_year", " next_year", "_fiscal_");

	/** What queries of Salesforce do not have. */
	private static final List<String> FOREIGN = List.of("union", ";", "--", "/*", "#", "information_schema", "pg_",
			"sys.", "password", "sleep", "||", "0x", "char(", "concat", "xp_", "benchmark", "delay", "load_file",
			" into ");

	private final ScratchPool<SqlGate> pool = new ScratchPool<>(SqlGate::new);

	@Override
	public String name() {
		return "sql-injection";
	}

	@Override
	public Category category() {
		return Category.INJECTION;
	}

	@Override
	public long triggers() {
		return Traits.SQL;
	}

	@Override
	public boolean supports(InputValue value) {
		return !PasswordFields.holds(value);
	}

	@Override
	public void detect(ValueView view, Findings findings) {
		SqlGate gate = this.pool.take();
		SqlWeight weight = gate.weigh(view.text(), view.traits());
		if (weight.total() >= Confidence.WEAK.score()) {
			findings.add(finding(view, weight));
		}
		this.pool.giveBack(gate);
	}

	private Finding finding(ValueView view, SqlWeight weight) {
		return Finding.of(this, weight.rule())
			.confidence((CodeFields.hold(view.input()) || isOfSalesforce(view.text())) ? Confidence.WEAK
					: confidence(weight.total()))
			.at(view.input())
			.evidence(view.text(), weight.start(), weight.end())
			.build();
	}

	/**
	 * Whether a text is a query of Salesforce from its first word, by what no database
	 * has: periods with a number, and a count of nothing. Such queries have neither
	 * unions nor comments nor further statements.
	 */
	private static boolean isOfSalesforce(String text) {
		if (!text.regionMatches(true, 0, "select ", 0, 7)) {
			return false;
		}
		String query = text.toLowerCase(Locale.ROOT);
		boolean period = PERIODS.stream().anyMatch(query::contains);
		boolean own = period || query.startsWith("select count() from ") || query.startsWith("select fields(");
		return own && FOREIGN.stream().noneMatch(query::contains);
	}

	private static Confidence confidence(int weight) {
		if (weight >= Confidence.CERTAIN.score()) {
			return Confidence.CERTAIN;
		}
		return (weight >= Confidence.STRONG.score()) ? Confidence.STRONG : Confidence.WEAK;
	}

}
