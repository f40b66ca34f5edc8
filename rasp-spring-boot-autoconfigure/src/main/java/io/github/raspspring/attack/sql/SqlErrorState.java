package io.github.raspspring.attack.sql;

import java.sql.SQLException;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What an error of a database says about the statement, by its SQLSTATE (ISO/IEC 9075) or
 * the vendor's own number where the driver gives no state worth the name.
 */
final class SqlErrorState {

	private static final int CHAIN = 8;

	private static final int SYNTAX = 2;

	private static final int CONVERSION = 1;

	/** Values too long or out of range: forms without validation, not attacks. */
	private static final Set<String> HONEST = Set.of("22001", "22003", "22007", "22008");

	/**
	 * Oracle's errors of syntax, names, quotes and types (ORA-), those of SQL Server, and
	 * MySQL's; SQLite has 1 for all of them.
	 */
	private static final Set<Integer> VENDOR_SYNTAX = Set.of(900, 903, 904, 905, 906, 907, 911, 917, 920, 921, 923, 933,
			936, 942, 1722, 1756, 1789, 1790, 102, 105, 156, 170, 205, 207, 208, 245, 8180, 1064, 1054, 1146, 1222,
			1305);

	private SqlErrorState() {
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
