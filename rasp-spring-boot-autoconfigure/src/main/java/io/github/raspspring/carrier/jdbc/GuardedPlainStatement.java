package io.github.raspspring.carrier.jdbc;

import java.sql.Statement;

/**
 * A statement behind a guard. Public as what drivers hand out is, so that applications
 * can call it by reflection.
 */
public final class GuardedPlainStatement extends StatementCalls {

	GuardedPlainStatement(Statement statement, StatementHandler handler) {
		super(statement, handler);
	}

}
