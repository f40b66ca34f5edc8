package io.github.raspspring.carrier.jdbc;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.github.raspspring.attack.sql.SqlJudge;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.sink.SinkRequests;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.datasource.AbstractDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that whatever a guarded connection hands out leads to guarded objects only. The
 * database is made up: each of its methods returns something of its type, so that all
 * ways are taken that the interfaces of the JDK have.
 */
class WaysBackTests {

	/** What runs statements, or rows of those. */
	private static final Set<Class<?>> ENDS = Set.of(Connection.class, Statement.class, ResultSet.class);

	@Test
	void interfacesThatLeadBackAreKnown() throws IOException {
		assertThat(leadingBack()).containsExactlyInAnyOrder("Array", "CallableStatement", "Connection",
				"ConnectionBuilder", "DatabaseMetaData", "Driver", "PreparedStatement", "ResultSet", "SQLInput",
				"Statement");
	}

	@Test
	void waysFromGuardedConnectionAllLeadToGuards() throws SQLException, IOException {
		Set<String> leading = leadingBack();
		List<String> taken = new ArrayList<>();
		List<String> open = new ArrayList<>();
		List<Object> from = new ArrayList<>(List.of(guarded(fake(Connection.class))));
		Set<Class<?>> seen = new HashSet<>();
		while (!from.isEmpty()) {
			Object object = from.remove(0);
			for (Class<?> type : object.getClass().getInterfaces()) {
				if (!type.getName().startsWith("java.sql.") || !seen.add(type)) {
					continue;
				}
				for (Method method : type.getMethods()) {
					Object result = leadsOn(method, leading) ? call(object, method) : null;
					if (result != null) {
						taken.add(method.toString());
						from.add(result);
						if (!JdbcProxies.isGuarded(result)) {
							open.add(method.toString());
						}
					}
				}
			}
		}
		assertThat(open).isEmpty();
		assertThat(taken).hasSizeGreaterThan(60)
			.anyMatch((method) -> method.contains("Array.getResultSet"))
			.anyMatch((method) -> method.contains("DatabaseMetaData.getConnection"))
			.anyMatch((method) -> method.contains("Connection.createArrayOf"))
			.anyMatch((method) -> method.contains("ResultSet.getArray"))
			.anyMatch((method) -> method.contains("CallableStatement.getArray"));
	}

	@Test
	void arrayWhenHandedToDriverThenItsOwn() throws SQLException {
		List<Object> given = new ArrayList<>();
		Connection connection = guarded(fake(Connection.class, given));
		Array array = connection.createArrayOf("INT", new Object[] { 1, 2 });
		PreparedStatement statement = connection.prepareStatement("INSERT INTO t VALUES (?)");
		given.clear();
		statement.setArray(1, array);
		statement.setObject(2, array);
		statement.executeQuery().updateArray(1, array);
		connection.createStruct("pair", new Object[] { array });
		assertThat(given).hasSize(4).allMatch((arrived) -> !JdbcProxies.isGuarded(arrived));
		assertThat(array).matches(JdbcProxies::isGuarded);
	}

	@Test
	void arrayOfRealDatabaseWhenGuardedThenReadsTheSame() throws SQLException {
		try (GuardedDatabase database = new GuardedDatabase(EnforcementMode.BLOCK);
				InspectionScope.Binding request = database.requests().serve("1 OR 1=1");
				Connection connection = database.dataSource("hikari").getConnection();
				PreparedStatement statement = connection.prepareStatement("SELECT CAST(? AS INT ARRAY)")) {
			statement.setArray(1, connection.createArrayOf("INT", new Object[] { 3, 4 }));
			try (ResultSet rows = statement.executeQuery()) {
				assertThat(rows.next()).isTrue();
				assertThat((Object[]) rows.getArray(1).getArray()).containsExactly(3, 4);
				ResultSet elements = rows.getArray(1).getResultSet();
				assertThat(elements.next()).isTrue();
				assertThat(elements.getInt(2)).isEqualTo(3);
			}
		}
	}

	/**
	 * The interfaces from which calls of methods lead to one that runs statements.
	 */
	private static Set<String> leadingBack() throws IOException {
		List<Class<?>> types = interfaces();
		Set<Class<?>> leading = new HashSet<>(ENDS);
		boolean more = true;
		while (more) {
			more = types.stream()
				.filter((type) -> !leading.contains(type) && Stream.of(type.getMethods())
					.anyMatch((method) -> leading.stream()
						.anyMatch((end) -> end.isAssignableFrom(method.getReturnType()))))
				.toList()
				.stream()
				.map(leading::add)
				.reduce(false, Boolean::logicalOr);
		}
		Set<String> names = new TreeSet<>();
		leading.forEach((type) -> names.add(type.getSimpleName()));
		types.stream()
			.filter((type) -> leading.stream().anyMatch((end) -> end.isAssignableFrom(type)))
			.forEach((type) -> names.add(type.getSimpleName()));
		return names;
	}

	private static List<Class<?>> interfaces() throws IOException {
		try (Stream<java.nio.file.Path> classes = Files
			.list(FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules/java.sql/java/sql"))) {
			List<Class<?>> interfaces = new ArrayList<>();
			classes.map((path) -> path.getFileName().toString())
				.filter((name) -> name.endsWith(".class") && name.indexOf('$') < 0)
				.map((name) -> type("java.sql." + name.replace(".class", "")))
				.filter((type) -> type.isInterface() && Modifier.isPublic(type.getModifiers()))
				.forEach(interfaces::add);
			return interfaces;
		}
	}

	private static Class<?> type(String name) {
		try {
			return Class.forName(name);
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static boolean leadsOn(Method method, Set<String> leading) {
		boolean object = method.getName().equals("getObject") && method.getReturnType() == Object.class;
		return object || leading.contains(method.getReturnType().getSimpleName());
	}

	private static @Nullable Object call(Object object, Method method) {
		try {
			Object[] args = Stream.of(method.getParameterTypes()).map(WaysBackTests::argument).toArray();
			return method.invoke(object, args);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(method.toString(), ex);
		}
	}

	private static @Nullable Object argument(Class<?> type) {
		if (type == int.class || type == long.class) {
			return (type == int.class) ? (Object) 1 : (Object) 1L;
		}
		if (type == boolean.class) {
			return true;
		}
		if (type == Class.class) {
			return ResultSet.class;
		}
		return (type == String.class) ? "x" : null;
	}

	private static Connection guarded(Connection connection) throws SQLException {
		return guarded(connection, new SinkRequests(EnforcementMode.BLOCK, new SqlJudge()));
	}

	static Connection guarded(Connection connection, SinkRequests requests) throws SQLException {
		AbstractDataSource source = new AbstractDataSource() {

			@Override
			public Connection getConnection() {
				return connection;
			}

			@Override
			public Connection getConnection(String username, String password) {
				return connection;
			}

		};
		return SourceGuarding.guarded(source, requests).getConnection();
	}

	private static <T> T fake(Class<T> type) {
		return fake(type, new ArrayList<>());
	}

	/**
	 * Make up an object, all methods of which return another one.
	 * @param given takes the arrays that are handed over
	 */
	private static <T> T fake(Class<T> type, List<Object> given) {
		Object made = Proxy.newProxyInstance(WaysBackTests.class.getClassLoader(), new Class<?>[] { type },
				(proxy, method, args) -> {
					Stream.of((args != null) ? args : new Object[0])
						.flatMap((arg) -> (arg instanceof Object[] elements) ? Stream.of(elements) : Stream.of(arg))
						.filter(Array.class::isInstance)
						.forEach(given::add);
					return value(method, given);
				});
		return type.cast(made);
	}

	private static @Nullable Object value(Method method, List<Object> given) {
		Class<?> type = method.getReturnType();
		if (type.isInterface() && type.getName().startsWith("java.sql.")) {
			return fake(type, given);
		}
		if (type == Object.class) {
			return method.getName().equals("getObject") ? fake(ResultSet.class, given) : null;
		}
		if (type == boolean.class) {
			return false;
		}
		if (type == int.class || type == long.class) {
			return (type == int.class) ? (Object) 0 : (Object) 0L;
		}
		return (type == String.class) ? "" : null;
	}

}
