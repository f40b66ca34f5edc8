package io.github.raspspring.attack.sql;

import java.util.function.IntToLongFunction;

import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.sink.CharMask;
import io.github.raspspring.sink.EditedSearch;
import io.github.raspspring.sink.InputPlaces;
import io.github.raspspring.sink.Occurrence;
import io.github.raspspring.sink.OutsideText;
import io.github.raspspring.sink.SinkInputs;
import io.github.raspspring.sink.SinkJudge;
import io.github.raspspring.sink.SinkKind;
import io.github.raspspring.sink.SinkVerdict;
import io.github.raspspring.sink.TextSearch;

import org.jspecify.annotations.Nullable;

/**
 * Judges SQL about to run: does a value of the request change the structure of the
 * statement (CWE-89)? Each place where a value occurs is judged by itself; a value that
 * occurs nowhere costs a comparison of two bit sets. Text of the statement itself that a
 * value merely coincides with is told apart by what the same statement looked like for
 * requests without that value. Thread-safe.
 */
public final class SqlJudge implements SinkJudge<SqlCall> {

	/** So many inputs are looked for in a statement to be learnt. */
	private static final int MOST_SEARCHES = 32;

	/** Inputs that are looked for where a statement begins, before all are. */
	private static final int MOST_FIRST = 8;

	/** Characters in which the first row of most statements ends. */
	private static final int FIRST_ROW = 256;

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
		String route = inputs.route();
		RouteStatements known = this.learnt.at(route);
		if ((known != null || route.isEmpty()) && inputs.hasPassedAny()
				&& inputs.isLikePassed(call.argument(), call.dialect().get().ordinal())) {
			if (known != null) {
				known.repeated();
			}
			return true;
		}
		return known != null && known.knowsText(call.argument());
	}

	@Override
	public @Nullable SinkVerdict judge(SqlCall call, SinkInputs inputs) {
		String sql = call.argument();
		RouteStatements known = this.learnt.at(inputs.route());
		if (known != null && known.knowsText(sql)) {
			return null;
		}
		SqlDialect dialect = call.dialect().get();
		boolean learns = !inputs.route().isEmpty() && (known == null || known.hasRoom(sql));
		RouteStatements.Kind kind = (known != null) ? known.kindOf(sql, dialect) : null;
		if (kind != null
				&& inputs.isFree(kind.text(), learns ? kind.shape() : 0, (input) -> mayMatter(kind, inputs, input))) {
			return isLate(sql, kind.shape(), known, inputs) ? newShape(sql) : null;
		}
		SqlReading reading = new SqlReading(sql, dialect);
		OutsideText outside = reading.outside();
		if (outside != null && kind != null) {
			outside.takeOver(kind.text());
		}
		SinkVerdict whole = firstAttack(sql, inputs, reading, outside);
		if (whole != null) {
			return whole;
		}
		SinkVerdict edited = EditedSearch.firstAttack(sql, inputs, outside, reading::judge);
		if (edited != null) {
			return edited;
		}
		long shape = reading.shape();
		if (isLate(sql, shape, known, inputs)) {
			return newShape(sql);
		}
		if (outside != null && !reading.isExcused()) {
			inputs.pass(outside, learns ? shape : 0, (input) -> mayMatter(inputs, input));
			if (known != null && kind == null && inputs.isHolding(shape)) {
				known.addKind(outside, dialect, shape);
			}
		}
		return null;
	}

	private boolean isLate(String sql, long shape, @Nullable RouteStatements known, SinkInputs inputs) {
		return this.learnt.isLate(sql, shape, () -> !isHolding(sql, inputs, shape), known, inputs);
	}

	private @Nullable SinkVerdict firstAttack(String sql, SinkInputs inputs, SqlReading reading,
			@Nullable OutsideText outside) {
		InputPlaces places = InputPlaces.of(sql, inputs, outside, (input) -> mayMatter(inputs, input));
		boolean doubled = sql.contains("''");
		while (places.nextInput()) {
			Search search = Search.begin(places, doubled);
			Rule rule = (search != null) ? search.judge(reading, this.policy) : null;
			if (search != null && rule != null) {
				if (!inputs.isItemOfWhole(places.input(), sql)) {
					return new SinkVerdict(rule, Confidence.CERTAIN, inputs.source(places.input()), search.start(),
							search.end(), this.policy.capOf(rule));
				}
				reading.excuse();
			}
		}
		return null;
	}

	/**
	 * Return whether an input stands in a statement, or in one that differs in its values
	 * only: loops put many of them together, and none is worth learning. Where many
	 * inputs could stand in it, one does.
	 */
	private boolean isHolding(String sql, SinkInputs inputs, long shape) {
		if (inputs.isHolding(shape)) {
			return true;
		}
		if (holdsFirst(sql, inputs)) {
			inputs.holding(shape);
			return true;
		}
		long characters = CharMask.of(sql);
		boolean doubled = sql.contains("''");
		int searches = 0;
		for (int i = 0; i < inputs.size(); i++) {
			if (!isWord(inputs.mask(i)) && inputs.mayOccur(i, characters) && mayMatter(inputs, i)
					&& (++searches > MOST_SEARCHES || doubled && CharMask.quotes(inputs.mask(i))
							|| inputs.find(i, sql, 0) != Occurrence.NONE)) {
				inputs.holding(shape);
				return true;
			}
		}
		return false;
	}

	/**
	 * Loops begin with the first of the values that they write, behind headers and the
	 * like. One with a quote isn't looked for, as it may stand there in another form.
	 */
	private boolean holdsFirst(String sql, SinkInputs inputs) {
		String start = sql.substring(0, Math.min(sql.length(), FIRST_ROW));
		boolean doubled = start.contains("''");
		long characters = doubled ? CharMask.of(start) : 0;
		int searches = 0;
		for (int i = 0; i < inputs.size() && searches < MOST_FIRST; i++) {
			if (!isWord(inputs.mask(i)) && mayMatter(inputs, i)) {
				searches++;
				boolean quoted = doubled && CharMask.quotes(inputs.mask(i)) && inputs.mayOccur(i, characters);
				if (quoted || inputs.find(i, start, 0) != Occurrence.NONE) {
					return true;
				}
			}
		}
		return false;
	}

	/**
	 * Bound values are no means of injection: a statement that has none but those is
	 * rather a branch of the application that was not seen before.
	 */
	private @Nullable SinkVerdict newShape(String sql) {
		if (this.policy.newShapes() == EnforcementMode.OFF) {
			return null;
		}
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

	/**
	 * A word without digits is the same to all statements of a kind: where it stands in
	 * one, it stands in the others.
	 */
	private boolean mayMatter(RouteStatements.Kind kind, SinkInputs inputs, int input) {
		if (!mayMatter(inputs, input)) {
			return false;
		}
		if ((inputs.mask(input) & ~CharMask.NAME) != 0) {
			return true;
		}
		Search search = Search.begin(InputPlaces.ofOne(kind.text().text(), inputs, input), false);
		return search != null && search.judge(kind.reading(), this.policy) != null;
	}

	private static boolean isWord(long input) {
		return (input & ~CharMask.WORD) == 0;
	}

	/**
	 * The places of a statement at which one input occurs, as it is or with its quotes
	 * doubled by the application.
	 */
	static final class Search {

		private final InputPlaces places;

		/** Where the input is found first, so that it is not searched again. */
		private final long first;

		private final long firstEscaped;

		private long found = Occurrence.NONE;

		private Search(InputPlaces places, long first, long firstEscaped) {
			this.places = places;
			this.first = first;
			this.firstEscaped = firstEscaped;
		}

		/**
		 * Begin a search for the current input.
		 * @param doubled whether the statement holds doubled quotes at all
		 * @return the search, or {@code null} if the input occurs nowhere
		 */
		static @Nullable Search begin(InputPlaces places, boolean doubled) {
			long first = places.next(0);
			long escaped = doubled ? places.nextEscaped(0) : Occurrence.NONE;
			return (first != Occurrence.NONE || escaped != Occurrence.NONE) ? new Search(places, first, escaped) : null;
		}

		@Nullable Rule judge(SqlReading reading, SqlPolicy policy) {
			if (policy.identifiers() != EnforcementMode.OFF) {
				Rule rule = judge(this.first, this.places::next, reading::judgeName);
				if (rule != null) {
					return rule;
				}
			}
			Rule rule = judge(this.first, this.places::next, reading::judge);
			if (rule == null) {
				rule = judge(this.firstEscaped, this.places::nextEscaped, reading::judge);
			}
			if (rule == null && policy.unreadable() != EnforcementMode.OFF && reading.isUnreadable()) {
				this.found = (this.first != Occurrence.NONE) ? this.first : this.firstEscaped;
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

		private @Nullable Rule judge(long from, IntToLongFunction next, TextSearch.PlaceJudge judge) {
			this.found = from;
			while (this.found != Occurrence.NONE) {
				Rule rule = judge.judge(start(), end());
				if (rule != null) {
					return rule;
				}
				this.found = next.applyAsLong(end());
			}
			return null;
		}

	}

}
