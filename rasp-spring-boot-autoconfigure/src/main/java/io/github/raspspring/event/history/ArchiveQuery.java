package io.github.raspspring.event.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.github.raspspring.engine.event.EventDimension;
import io.github.raspspring.engine.event.EventQuery;
import org.jspecify.annotations.Nullable;

/**
 * A query as a statement: its text is made of constants alone, and all that somebody asks
 * for is bound.
 */
final class ArchiveQuery {

	private final StringBuilder conditions = new StringBuilder(" where 1 = 1");

	private final List<Object> values = new ArrayList<>();

	ArchiveQuery(EventQuery query) {
		add(" and e.last_at >= ?", (query.from() != null) ? query.from().toEpochMilli() : null);
		add(" and e.occurred_at < ?", (query.to() != null) ? query.to().toEpochMilli() : null);
		add(" and e.event_type = ?", query.type());
		if (query.action() != null) {
			add(" and (e.action = ?", query.action().toUpperCase(Locale.ROOT));
			add(" or e.outcome = ?)", query.action().toLowerCase(Locale.ROOT));
		}
		add(" and e.target = ?", query.route());
		add(" and e.client = ?", query.client());
		add(" and e.subject = ?", query.subject());
		if (query.detector() != null || query.rule() != null || query.parameter() != null) {
			this.conditions.append(" and exists (select 1 from rasp_event_finding f where f.reference = e.reference");
			add(" and f.detector = ?", query.detector());
			addEnding("rule", query.rule(), '.');
			addEnding("parameter", query.parameter(), ':');
			this.conditions.append(')');
		}
	}

	private void add(String condition, @Nullable Object value) {
		if (value != null) {
			this.conditions.append(condition);
			this.values.add(value);
		}
	}

	/**
	 * A name is asked for with or without what stands before it.
	 */
	private void addEnding(String column, @Nullable String value, char before) {
		if (value != null) {
			add(" and (f." + column + " = ?", value);
			add(" or f." + column + " like ? escape '!')", "%" + before + value.replaceAll("([!%_])", "!$1"));
		}
	}

	PreparedStatement page(Connection connection, long before, int limit) throws SQLException {
		add(" and e.position < ?", before);
		return prepare(connection, "select e.position, e.repeats, e.last_at, e.body from rasp_event e" + this.conditions
				+ " order by e.position desc limit " + limit);
	}

	PreparedStatement counts(Connection connection, EventDimension dimension, int limit) throws SQLException {
		String key = switch (dimension) {
			case RULE -> "g.rule";
			case PARAMETER -> "g.parameter";
			case ROUTE -> "e.target";
			case CLIENT -> "e.client";
			case SUBJECT -> "e.subject";
			case OUTCOME -> "e.outcome";
			case TYPE -> "e.event_type";
		};
		String table = switch (dimension) {
			case RULE -> "rasp_event e join (select distinct reference, rule from rasp_event_finding) g"
					+ " on g.reference = e.reference";
			case PARAMETER -> "rasp_event e join (select distinct reference, parameter from rasp_event_finding) g"
					+ " on g.reference = e.reference";
			default -> "rasp_event e";
		};
		return prepare(connection, "select " + key + ", sum(e.repeats + 1) from " + table + this.conditions + " and "
				+ key + " is not null group by " + key + " order by 2 desc limit " + limit);
	}

	private PreparedStatement prepare(Connection connection, String sql) throws SQLException {
		PreparedStatement statement = connection.prepareStatement(sql);
		for (int i = 0; i < this.values.size(); i++) {
			statement.setObject(i + 1, this.values.get(i));
		}
		return statement;
	}

}
