package io.github.raspspring.ownership.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import javax.sql.DataSource;

import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.SinkBlockedException;
import io.github.raspspring.engine.Subject;
import io.github.raspspring.engine.pipeline.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * All the ways in which JDBC binds values and moves over rows.
 */
@TestInstance(Lifecycle.PER_CLASS)
class OwnershipWaysTests {

	private static final String BY_ID = "select id, customer from orders where id = ?";

	private static final String BY_OWNER = "select count(*) from orders where customer = ?";

	private Shop shop;

	/**
	 * Work on a connection.
	 */
	private interface Work {

		void on(Connection connection) throws Exception;

	}

	/**
	 * One way.
	 */
	record Way(String name, Work work) {

		@Override
		public String toString() {
			return this.name;
		}

	}

	private static PreparedStatement prepared(Connection connection, String sql, Object value) throws Exception {
		PreparedStatement statement = connection.prepareStatement(sql, ResultSet.TYPE_SCROLL_INSENSITIVE,
				ResultSet.CONCUR_UPDATABLE);
		statement.setObject(1, value);
		return statement;
	}

	static Stream<Way> foreign() {
		Map<String, Work> ways = new LinkedHashMap<>();
		ways.put("table of an annotated entity",
				(connection) -> prepared(connection, "select theme, customer from settings where theme = ?", "dark")
					.executeQuery()
					.next());
		ways.put("next", (connection) -> prepared(connection, BY_ID, 1L).executeQuery().next());
		ways.put("first", (connection) -> prepared(connection, BY_ID, 1L).executeQuery().first());
		ways.put("last", (connection) -> prepared(connection, BY_ID, 1L).executeQuery().last());
		ways.put("absolute", (connection) -> prepared(connection, BY_ID, 1L).executeQuery().absolute(1));
		ways.put("absolute from the end", (connection) -> prepared(connection, BY_ID, 1L).executeQuery().absolute(-1));
		ways.put("relative", (connection) -> prepared(connection, BY_ID, 1L).executeQuery().relative(1));
		ways.put("backwards", (connection) -> {
			ResultSet rows = prepared(connection, BY_ID, 1L).executeQuery();
			rows.afterLast();
			rows.previous();
		});
		ways.put("execute and getResultSet", (connection) -> {
			PreparedStatement statement = prepared(connection, BY_ID, 1L);
			statement.execute();
			statement.getResultSet().next();
		});
		ways.put("plain statement",
				(connection) -> connection.createStatement().executeQuery("select * from orders where id = 1").next());
		ways.put("plain statement and getResultSet", (connection) -> {
			Statement statement = connection.createStatement();
			statement.execute("select * from orders where id = 1");
			statement.getResultSet().next();
		});
		ways.put("setString", (connection) -> {
			PreparedStatement statement = connection.prepareStatement(BY_OWNER);
			statement.setString(1, "alice");
			statement.executeQuery();
		});
		ways.put("setObject with a type", (connection) -> {
			PreparedStatement statement = connection.prepareStatement(BY_OWNER);
			statement.setObject(1, "alice", Types.VARCHAR);
			statement.executeQuery();
		});
		ways.put("setNString", (connection) -> {
			PreparedStatement statement = connection.prepareStatement(BY_OWNER);
			statement.setNString(1, "alice");
			statement.executeQuery();
		});
		ways.put("bound anew", (connection) -> {
			PreparedStatement statement = connection.prepareStatement(BY_OWNER);
			statement.setString(1, "bob");
			statement.executeQuery().close();
			statement.setString(1, "alice");
			statement.executeQuery();
		});
		ways.put("cleared and bound anew", (connection) -> {
			PreparedStatement statement = connection.prepareStatement(BY_OWNER);
			statement.setString(1, "bob");
			statement.clearParameters();
			statement.setString(1, "alice");
			statement.execute();
		});
		ways.put("callable", (connection) -> {
			PreparedStatement statement = connection.prepareCall(BY_OWNER);
			statement.setString(1, "alice");
			statement.executeQuery();
		});
		ways.put("batch with one of another", (connection) -> {
			PreparedStatement statement = connection
				.prepareStatement("insert into orders (customer, book_id) values (?, 1)");
			for (String customer : List.of("bob", "alice", "bob")) {
				statement.setString(1, customer);
				statement.addBatch();
			}
			statement.executeBatch();
		});
		ways.put("batch of text", (connection) -> {
			Statement statement = connection.createStatement();
			statement.addBatch("update orders set status = 'x' where customer = 'bob'");
			statement.addBatch("update orders set status = 'x' where customer = 'alice'");
			statement.executeBatch();
		});
		ways.put("row updated to another owner", (connection) -> {
			ResultSet rows = prepared(connection, BY_ID, 2L).executeQuery();
			rows.next();
			rows.updateString("customer", "alice");
			rows.updateRow();
		});
		ways.put("row updated to another owner by position", (connection) -> {
			ResultSet rows = prepared(connection, BY_ID, 2L).executeQuery();
			rows.next();
			rows.updateObject(2, "alice");
		});
		ways.put("row inserted for another", (connection) -> {
			ResultSet rows = prepared(connection, BY_ID, 2L).executeQuery();
			rows.moveToInsertRow();
			rows.updateString("customer", "alice");
			rows.insertRow();
		});
		ways.put("read as foreign, then changed", (connection) -> {
			try {
				prepared(connection, BY_ID, 1L).executeQuery().next();
			}
			catch (SinkBlockedException ex) {
				prepared(connection, "update orders set status = 'x' where id = ?", 1L).executeUpdate();
			}
		});
		ways.put("self join with the same label",
				(connection) -> prepared(connection,
						"select a.*, b.* from orders a join orders b on b.parent_id = a.id where a.id = ? and b.id = 4",
						2L)
					.executeQuery()
					.next());
		ways.put("quoted alias",
				(connection) -> prepared(connection,
						"select \"O\".\"customer\" as \"Who\" from \"orders\" \"O\" where \"O\".id = ?", 1L)
					.executeQuery()
					.next());
		ways.put("own value for another alias",
				(connection) -> prepared(connection,
						"select o.id, o.customer from orders o, orders mine where mine.customer = ? and o.id = 1",
						"bob")
					.executeQuery()
					.next());
		return ways.entrySet().stream().map((way) -> new Way(way.getKey(), way.getValue()));
	}

	static Stream<Way> own() {
		Map<String, Work> ways = new LinkedHashMap<>();
		ways.put("null", (connection) -> {
			PreparedStatement statement = connection.prepareStatement(BY_OWNER);
			statement.setNull(1, Types.VARCHAR);
			statement.executeQuery().next();
		});
		ways.put("nobody's row", (connection) -> prepared(connection, BY_ID, 5L).executeQuery().next());
		ways.put("no row", (connection) -> prepared(connection, BY_ID, 4711L).executeQuery().next());
		ways.put("scrolled", (connection) -> {
			ResultSet rows = prepared(connection, "select id, customer from orders where customer = ?", "bob")
				.executeQuery();
			rows.last();
			rows.previous();
			rows.absolute(2);
		});
		ways.put("row updated", (connection) -> {
			ResultSet rows = prepared(connection, "select id, customer, status from orders where id = ?", 2L)
				.executeQuery();
			rows.next();
			rows.updateString("status", "paid");
			rows.updateRow();
		});
		ways.put("keys", (connection) -> {
			PreparedStatement statement = connection.prepareStatement(
					"insert into orders (customer, book_id) values (?, 1)", Statement.RETURN_GENERATED_KEYS);
			statement.setString(1, "bob");
			statement.executeUpdate();
			ResultSet keys = statement.getGeneratedKeys();
			keys.next();
			PreparedStatement change = connection.prepareStatement("update orders set status = 'x' where id = ?");
			change.setLong(1, keys.getLong(1));
			change.executeUpdate();
		});
		ways.put("rows of the database itself",
				(connection) -> connection.getMetaData().getTables(null, null, "orders", null).next());
		ways.put("column of another table with the same label",
				(connection) -> prepared(connection,
						"select a.customer from archive a join orders o on o.customer = ? where a.id = 11", "bob")
					.executeQuery()
					.next());
		ways.put("table whose name is longer",
				(connection) -> connection.createStatement()
					.executeQuery("select 'alice' as customer, 'orders' from settings")
					.next());
		return ways.entrySet().stream().map((way) -> new Way(way.getKey(), way.getValue()));
	}

	@BeforeAll
	void open() {
		this.shop = new Shop("h2");
	}

	@AfterAll
	void close() {
		this.shop.close();
	}

	private Exchange run(Subject subject, Work work) throws Exception {
		Exchange exchange = this.shop.request(subject);
		try (InspectionScope.Binding binding = this.shop.bean(InspectionScope.class).bind(exchange);
				Connection connection = this.shop.bean(DataSource.class).getConnection()) {
			connection.setAutoCommit(false);
			try {
				work.on(connection);
			}
			finally {
				connection.rollback();
			}
		}
		return exchange;
	}

	@ParameterizedTest
	@MethodSource("foreign")
	void wayWhenRowIsAnothersThenIsRefused(Way way) {
		assertThatExceptionOfType(SinkBlockedException.class).isThrownBy(() -> run(Shop.bob(), way.work()));
	}

	@ParameterizedTest
	@MethodSource("own")
	void wayWhenNothingIsAnothersThenNothingIsForeign(Way way) throws Exception {
		Exchange exchange = run(Shop.bob(), way.work());
		assertThat(exchange.findings()).extracting((finding) -> finding.rule().id())
			.doesNotContain("foreign-object-read", "foreign-object-write");
		assertThat(exchange.decision().refuses()).isFalse();
	}

	@Test
	void statementWhenPreparedForOneRequestThenIsJudgedByTheOneThatExecutesIt() throws Exception {
		InspectionScope scope = this.shop.bean(InspectionScope.class);
		try (Connection connection = this.shop.bean(DataSource.class).getConnection()) {
			PreparedStatement statement = connection.prepareStatement(BY_OWNER);
			statement.setString(1, "alice");
			try (InspectionScope.Binding binding = scope.bind(this.shop.request(new Subject("alice", null)))) {
				assertThatNoException().isThrownBy(statement::executeQuery);
			}
			try (InspectionScope.Binding binding = scope.bind(this.shop.request(Shop.bob()))) {
				assertThatExceptionOfType(SinkBlockedException.class).isThrownBy(statement::executeQuery);
			}
			assertThatNoException().isThrownBy(statement::executeQuery);
		}
	}

	@Test
	void rowsWhenReadByAnotherThreadThenAreJudgedForTheRequestThatAsked() throws Exception {
		Exchange exchange = this.shop.request(Shop.bob());
		try (Connection connection = this.shop.bean(DataSource.class).getConnection()) {
			ResultSet rows;
			try (InspectionScope.Binding binding = this.shop.bean(InspectionScope.class).bind(exchange)) {
				rows = prepared(connection, BY_ID, 1L).executeQuery();
			}
			assertThat(CompletableFuture.supplyAsync(() -> {
				try {
					return rows.next();
				}
				catch (Exception ex) {
					return ex;
				}
			}).get()).isInstanceOf(SinkBlockedException.class);
		}
	}

	@Test
	void eventWhenRowIsAnothersThenNamesShapeTableAndRouteButNoValue() {
		Exchange exchange = this.shop.request(Shop.bob());
		try (InspectionScope.Binding binding = this.shop.bean(InspectionScope.class).bind(exchange);
				Connection connection = this.shop.bean(DataSource.class).getConnection()) {
			connection.createStatement().executeQuery("select id from orders where customer = 'alice'");
		}
		catch (Exception ex) {
			assertThat(ex).isInstanceOf(SinkBlockedException.class);
		}
		assertThat(exchange.findings()).singleElement()
			.extracting(Finding::evidence)
			.isEqualTo("rule orders, table orders, route /api/orders/{id}: select id from orders where customer = ?");
	}

	@Test
	void sectionWhenAskedThenTellsWhatWasJudged() throws Exception {
		run(Shop.bob(), (connection) -> prepared(connection, BY_OWNER, "bob").executeQuery());
		assertThat(this.shop.bean(OwnershipSection.class).overview().toString()).contains("rules=4")
			.contains("judged=");
	}

}
