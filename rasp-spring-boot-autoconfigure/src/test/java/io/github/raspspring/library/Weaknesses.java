package io.github.raspspring.library;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

import jakarta.persistence.EntityManager;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The same two weak statements, a query and a deletion, in every way that Java has to run
 * one. Each first counts a visit, which a transaction that rolls back undoes.
 */
@RestController
@Transactional
class Weaknesses {

	private final EntityManager entities;

	private final JdbcTemplate jdbc;

	Weaknesses(EntityManager entities, JdbcTemplate jdbc) {
		this.entities = entities;
		this.jdbc = jdbc;
	}

	@GetMapping("/weak/{way}")
	String weak(@PathVariable String way, @RequestParam String q) {
		this.jdbc.update("insert into visits values (1)");
		String select = "select name from titles where name = '" + q + "'";
		String delete = "delete from titles where name = '" + q + "'";
		Object found = switch (way) {
			case "jdbc-template" -> this.jdbc.queryForList(select, String.class);
			case "jdbc-template-update" -> this.jdbc.update(delete);
			case "jdbc-template-execute" -> {
				this.jdbc.execute(delete);
				yield "";
			}
			case "jdbc-template-batch" -> this.jdbc.batchUpdate("delete from titles where id = -1", delete);
			case "jdbc-template-arguments" -> this.jdbc.queryForList(select + " and 1 = ?", String.class, 1);
			case "named-parameters" -> new NamedParameterJdbcTemplate(this.jdbc).queryForList(select + " and 1 = :one",
					Map.of("one", 1), String.class);
			case "jdbc-client" -> JdbcClient.create(this.jdbc).sql(select).query(String.class).list();
			case "jpa-native" -> this.entities.createNativeQuery(select).getResultList();
			case "jpa-native-update" -> this.entities.createNativeQuery(delete).executeUpdate();
			case "jpql" ->
				this.entities.createQuery("select t.name from Title t where t.name = '" + q + "'").getResultList();
			case "jpql-update" ->
				this.entities.createQuery("delete from Title t where t.name = '" + q + "'").executeUpdate();
			default ->
				this.jdbc.execute((ConnectionCallback<String>) (connection) -> raw(connection, way, select, delete));
		};
		return String.valueOf(found);
	}

	/**
	 * Puts into a statement what another request has stored.
	 */
	@GetMapping("/titles/{id}/same-name")
	List<String> sameName(@PathVariable long id) {
		String name = this.jdbc.queryForObject("select name from titles where id = ?", String.class, id);
		return this.jdbc.queryForList("select name from titles where name = '" + name + "'", String.class);
	}

	/**
	 * Lets clients order by whatever they write.
	 */
	@GetMapping("/titles/by-expression")
	List<String> byExpression(@RequestParam String q) {
		return this.jdbc.queryForList("select name from titles order by " + q, String.class);
	}

	private static String raw(Connection connection, String way, String select, String delete) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			return switch (way) {
				case "execute" -> String.valueOf(statement.execute(delete));
				case "execute-keys" -> String.valueOf(statement.execute(delete, Statement.RETURN_GENERATED_KEYS));
				case "execute-columns" -> String.valueOf(statement.execute(delete, new String[] { "id" }));
				case "query" -> read(statement.executeQuery(select));
				case "update" -> String.valueOf(statement.executeUpdate(delete));
				case "update-keys" -> String.valueOf(statement.executeUpdate(delete, Statement.RETURN_GENERATED_KEYS));
				case "large-update" -> String.valueOf(statement.executeLargeUpdate(delete));
				case "batch" -> {
					statement.addBatch("delete from titles where id = -1");
					statement.addBatch(delete);
					yield List.of(statement.executeBatch()).toString();
				}
				case "large-batch" -> {
					statement.addBatch(delete);
					yield String.valueOf(statement.executeLargeBatch()[0]);
				}
				default -> prepared(connection, way, select, delete);
			};
		}
	}

	private static String prepared(Connection connection, String way, String select, String delete)
			throws SQLException {
		try (PreparedStatement statement = switch (way) {
			case "prepared-query", "prepared-execute" -> connection.prepareStatement(select);
			case "prepared-update" -> connection.prepareStatement(delete);
			case "prepared-keys" -> connection.prepareStatement(delete, Statement.RETURN_GENERATED_KEYS);
			case "prepared-columns" -> connection.prepareStatement(delete, new String[] { "id" });
			case "prepared-scroll" ->
				connection.prepareStatement(select, ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY);
			case "prepared-native" -> connection.prepareStatement(connection.nativeSQL(select));
			case "call" -> call(connection, select);
			default -> throw new IllegalArgumentException(way);
		}) {
			return statement.execute() ? read(statement.getResultSet()) : String.valueOf(statement.getUpdateCount());
		}
	}

	private static CallableStatement call(Connection connection, String select) throws SQLException {
		return connection.prepareCall(select);
	}

	private static String read(ResultSet rows) throws SQLException {
		StringBuilder text = new StringBuilder();
		while (rows.next()) {
			text.append(rows.getString(1)).append(' ');
		}
		return text.toString();
	}

}
