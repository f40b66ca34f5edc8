package io.github.raspspring.event.history;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Opens connections to the database of events. Thread-safe.
 */
@FunctionalInterface
public interface ConnectionSource {

	/**
	 * Open a connection.
	 * @return the connection, to be closed
	 * @throws SQLException if the database does not answer
	 */
	Connection connect() throws SQLException;

}
