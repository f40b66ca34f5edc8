package io.github.raspspring.attack.sql;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;

import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.FindingReporter;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.sink.SinkKind;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import org.jspecify.annotations.Nullable;

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
		int points = State.pointsOf(exception);
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
			.evidence(counted.points() + " points, last SQLSTATE " + State.label(exception))
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

	/**
	 * What an error of a database says about the statement, by its SQLSTATE (ISO/IEC
	 * 9075) or the vendor's own number where the driver gives no state worth the name.
	 */
	static final class State {

		private static final int CHAIN = 8;

		private static final int SYNTAX = 2;

		private static final int CONVERSION = 1;

		/** Values too long or out of range: forms without validation, not attacks. */
		private static final Set<String> HONEST = Set.of("22001", "22003", "22007", "22008");

		/**
		 * Oracle's errors of syntax, names, quotes and types (ORA-), those of SQL Server,
		 * and MySQL's; SQLite has 1 for all of them.
		 */
		private static final Set<Integer> VENDOR_SYNTAX = Set.of(900, 903, 904, 905, 906, 907, 911, 917, 920, 921, 923,
				933, 936, 942, 1722, 1756, 1789, 1790, 102, 105, 156, 170, 205, 207, 208, 245, 8180, 1064, 1054, 1146,
				1222, 1305);

		private State() {
		}

		static int pointsOf(SQLException exception) {
			int points = 0;
			SQLException current = exception;
			for (int i = 0; i < CHAIN && current != null; i++) {
				points = Math.max(points, points(current));
				current = next(current);
			}
			return points;
		}

		static String label(SQLException exception) {
			String state = exception.getSQLState();
			boolean wellFormed = state != null && state.length() == 5
					&& state.chars().allMatch((c) -> c < 0x80 && Character.isLetterOrDigit(c));
			return (wellFormed && state != null) ? state : "code " + exception.getErrorCode();
		}

		private static int points(SQLException exception) {
			String state = exception.getSQLState();
			if (state != null && state.startsWith("42")) {
				return SYNTAX;
			}
			if (state != null && state.startsWith("22")) {
				return HONEST.contains(state) ? 0 : CONVERSION;
			}
			boolean general = state == null || state.startsWith("HY") || state.startsWith("S") || state.startsWith("7")
					|| state.startsWith("6");
			boolean sqlite = state == null && exception.getErrorCode() == 1
					&& exception.getClass().getName().startsWith("org.sqlite");
			return (sqlite || (general && VENDOR_SYNTAX.contains(exception.getErrorCode()))) ? SYNTAX : 0;
		}

		private static @Nullable SQLException next(SQLException exception) {
			if (exception.getNextException() != null) {
				return exception.getNextException();
			}
			return (exception.getCause() instanceof SQLException cause) ? cause : null;
		}

	}

}
