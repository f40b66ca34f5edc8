package io.github.raspspring.event.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import io.github.raspspring.engine.event.EventFinding;
import io.github.raspspring.engine.event.EventRecord;
import io.github.raspspring.event.form.JsonLine;
import io.github.raspspring.event.form.PlainForm;
import org.jspecify.annotations.Nullable;

/**
 * Writes events to the tables. What is written again, because nobody knows whether the
 * first time succeeded, replaces what was.
 */
final class ArchiveWriter {

	private static final int LONGEST = 255;

	private static final String DELETE_FINDINGS = "delete from rasp_event_finding where reference = ?";

	private static final String DELETE = "delete from rasp_event where reference = ?";

	private static final String INSERT = "insert into rasp_event (reference, occurred_at, last_at, event_type, outcome, "
			+ "action, target, client, subject, repeats, body) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

	private static final String INSERT_FINDING = "insert into rasp_event_finding (reference, detector, rule, parameter) "
			+ "values (?, ?, ?, ?)";

	private static final String REPEAT = "update rasp_event set repeats = repeats + ?, last_at = ? where reference = ?";

	private final PlainForm form = new PlainForm();

	void write(Connection connection, List<EventRecord> events) throws SQLException {
		for (EventRecord event : events) {
			if (event.repeats() > 0) {
				repeat(connection, event);
			}
			else {
				insert(connection, event);
			}
		}
	}

	private static void repeat(Connection connection, EventRecord event) throws SQLException {
		try (PreparedStatement update = connection.prepareStatement(REPEAT)) {
			update.setLong(1, event.repeats());
			update.setLong(2, event.lastAt().toEpochMilli());
			update.setString(3, event.reference());
			update.executeUpdate();
		}
	}

	private void insert(Connection connection, EventRecord event) throws SQLException {
		delete(connection, DELETE_FINDINGS, event.reference());
		delete(connection, DELETE, event.reference());
		try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
			insert.setString(1, event.reference());
			insert.setLong(2, event.occurredAt().toEpochMilli());
			insert.setLong(3, event.lastAt().toEpochMilli());
			insert.setString(4, event.type());
			insert.setString(5, event.outcome().label());
			insert.setString(6, event.why().action());
			insert.setString(7, fit(event.where().target()));
			insert.setString(8, fit(event.where().client()));
			insert.setString(9, fit(event.where().subject()));
			insert.setLong(10, 0);
			insert.setString(11, JsonLine.of(this.form.of(event)));
			insert.executeUpdate();
		}
		if (!event.findings().isEmpty()) {
			insertFindings(connection, event);
		}
	}

	private static void insertFindings(Connection connection, EventRecord event) throws SQLException {
		try (PreparedStatement insert = connection.prepareStatement(INSERT_FINDING)) {
			for (EventFinding finding : event.findings()) {
				insert.setString(1, event.reference());
				insert.setString(2, finding.detector());
				insert.setString(3, fit(finding.ruleName()));
				insert.setString(4, fit(finding.parameter()));
				insert.addBatch();
			}
			insert.executeBatch();
		}
	}

	private static void delete(Connection connection, String sql, String reference) throws SQLException {
		try (PreparedStatement delete = connection.prepareStatement(sql)) {
			delete.setString(1, reference);
			delete.executeUpdate();
		}
	}

	/**
	 * A NUL is no text to PostgreSQL.
	 */
	private static @Nullable String fit(@Nullable String text) {
		if (text == null) {
			return null;
		}
		return ((text.length() > LONGEST) ? text.substring(0, LONGEST) : text).replace('\0', '?');
	}

}
