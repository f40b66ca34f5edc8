package io.github.raspspring.attack.sql;

import java.util.function.IntToLongFunction;

import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.sink.Occurrence;
import io.github.raspspring.sink.InputPlaces;
import io.github.raspspring.sink.TextSearch;
import org.jspecify.annotations.Nullable;

/**
 * The places of a statement at which one input occurs, as it is or with its quotes
 * doubled by the application.
 */
final class SqlSearch {

	private final InputPlaces places;

	/** Where the input is found first, so that it is not searched again. */
	private final long first;

	private final long firstEscaped;

	private long found = Occurrence.NONE;

	private SqlSearch(InputPlaces places, long first, long firstEscaped) {
		this.places = places;
		this.first = first;
		this.firstEscaped = firstEscaped;
	}

	/**
	 * Begin a search for the current input.
	 * @param doubled whether the statement holds doubled quotes at all
	 * @return the search, or {@code null} if the input occurs nowhere
	 */
	static @Nullable SqlSearch begin(InputPlaces places, boolean doubled) {
		long first = places.next(0);
		long escaped = doubled ? places.nextEscaped(0) : Occurrence.NONE;
		return (first != Occurrence.NONE || escaped != Occurrence.NONE) ? new SqlSearch(places, first, escaped) : null;
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
