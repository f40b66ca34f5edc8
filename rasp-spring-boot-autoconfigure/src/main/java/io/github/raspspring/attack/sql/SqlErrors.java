package io.github.raspspring.attack.sql;

import java.sql.SQLException;
import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.FindingReporter;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.sink.SinkKind;

/**
 * Counts per client the errors by which a database says that it could not read a
 * statement: who tries injection blindly causes many of them (CWE-89). Reported, never a
 * reason to refuse by itself. Thread-safe.
 */
public final class SqlErrors {

	private static final Rule ERRORS = new Rule("errors", "CWE-89",
			"Requests of one client make the database report errors of syntax or conversion again and again.",
			"Look at the statements of the routes concerned; bind values as parameters and validate their types.");

	private static final int MOST_CLIENTS = 10_000;

	private final InspectionScope scope;

	private final FindingReporter reporter;

	private final Cache<String, Errors> errors;

	private final int weak;

	private final int strong;

	/**
	 * Create a counter.
	 * @param scope tells the request that a thread works for
	 * @param reporter takes findings
	 * @param window how long a client's errors are remembered, from the last one
	 * @param strong points from which the finding is a strong one; a quarter makes a weak
	 * one. An error of syntax is two points, one of conversion is one
	 * @param ticker tells the time
	 */
	public SqlErrors(InspectionScope scope, FindingReporter reporter, Duration window, int strong, Ticker ticker) {
		this.scope = scope;
		this.reporter = reporter;
		this.errors = Caffeine.newBuilder()
			.maximumSize(MOST_CLIENTS)
			.expireAfterWrite(window)
			.ticker(ticker)
			.executor(Runnable::run)
			.build();
		this.strong = strong;
		this.weak = Math.max(1, strong / 4);
	}

	/**
	 * Count what a database reported while a request was served.
	 * @param exception what the driver threw
	 */
	public void occurred(SQLException exception) {
		Inspection inspection = this.scope.current();
		int points = SqlErrorState.pointsOf(exception);
		if (inspection == null || points == 0
				|| inspection.policy().modeOf(SinkKind.SQL.source()) == EnforcementMode.OFF) {
			return;
		}
		Errors counted = this.errors.asMap().merge(inspection.client().address(), new Errors(points, 0), Errors::plus);
		if (counted.points() >= this.weak && counted.reports(this.weak)) {
			Confidence confidence = (counted.points() >= this.strong) ? Confidence.STRONG : Confidence.WEAK;
			this.reporter.report(inspection, finding(confidence, counted, exception));
		}
	}

	private static Finding finding(Confidence confidence, Errors counted, SQLException exception) {
		return Finding.of(SinkKind.SQL.source(), SinkKind.SQL.category(), ERRORS)
			.confidence(confidence)
			.cap(EnforcementMode.MONITOR)
			.evidence(counted.points() + " points, last SQLSTATE " + SqlErrorState.label(exception))
			.build();
	}

	/**
	 * Errors of one client.
	 *
	 * @param points all of them
	 * @param before those before the last one
	 */
	private record Errors(int points, int before) {

		Errors plus(Errors more) {
			return new Errors(Math.min(this.points + more.points, 1 << 20), this.points);
		}

		/**
		 * One report per step is enough: a client that goes on is reported again.
		 */
		boolean reports(int step) {
			return this.points / step > this.before / step;
		}

	}

}
