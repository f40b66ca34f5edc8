package io.github.raspspring.carrier.jvm.hook;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.raspspring.attack.sql.SqlCall;
import io.github.raspspring.attack.sql.SqlDialect;
import io.github.raspspring.carrier.jvm.HookPoint;
import io.github.raspspring.carrier.jvm.JvmHook;
import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkGuard;
import io.github.raspspring.sink.SinkKind;
import org.jspecify.annotations.Nullable;

/**
 * Statements at the driver, for connections that no bean of Spring hands out. What a
 * guarded connection has had judged right before is let pass.
 */
final class StatementHook implements JvmHook {

	private static final List<String> METHODS = List.of("execute", "executeQuery", "executeUpdate",
			"executeLargeUpdate", "addBatch", "prepareStatement", "prepareCall", "nativeSQL", "execSQLQuery",
			"execSQLUpdate", "copyIn", "copyOut");

	private static final List<String> TYPES = List.of("org.h2.jdbc.JdbcStatement", "org.h2.jdbc.JdbcConnection",
			"org.postgresql.jdbc.PgStatement", "org.postgresql.jdbc.PgConnection", "org.postgresql.copy.CopyManager",
			"com.mysql.cj.jdbc.StatementImpl", "com.mysql.cj.jdbc.ConnectionImpl", "org.mariadb.jdbc.Statement",
			"org.mariadb.jdbc.Connection", "oracle.jdbc.driver.OracleStatement",
			"oracle.jdbc.driver.PhysicalConnection", "com.microsoft.sqlserver.jdbc.SQLServerStatement",
			"com.microsoft.sqlserver.jdbc.SQLServerConnection", "org.hsqldb.jdbc.JDBCStatement",
			"org.hsqldb.jdbc.JDBCConnection", "org.apache.derby.impl.jdbc.EmbedStatement",
			"org.apache.derby.impl.jdbc.EmbedConnection", "org.sqlite.jdbc3.JDBC3Statement",
			"org.sqlite.jdbc3.JDBC3Connection");

	private static final Map<String, String> PRODUCTS = Map.of("org.h2.", "H2", "org.postgresql.", "PostgreSQL",
			"com.mysql.", "MySQL", "org.mariadb.", "MariaDB", "oracle.", "Oracle", "com.microsoft.",
			"Microsoft SQL Server", "org.hsqldb.", "HSQL Database Engine", "org.apache.derby.", "Apache Derby",
			"org.sqlite.", "SQLite");

	private final SinkGuard guard;

	StatementHook(SinkGuard guard) {
		this.guard = guard;
	}

	@Override
	public SinkKind kind() {
		return SinkKind.SQL;
	}

	@Override
	public String name() {
		return "statements of JDBC drivers";
	}

	@Override
	public List<HookPoint> points() {
		return TYPES.stream().flatMap(StatementHook::of).toList();
	}

	@Override
	public @Nullable SinkCall describe(@Nullable Object first, @Nullable Object second) {
		if (!(first instanceof String sql) || second == null || this.guard.hasJustPassed(sql)) {
			return null;
		}
		return new SqlCall("Statement", sql, () -> SqlDialect.ofProduct(productOf(second.getClass().getName())));
	}

	private static String productOf(String type) {
		return PRODUCTS.entrySet()
			.stream()
			.filter((product) -> type.startsWith(product.getKey()))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse("");
	}

	private static Stream<HookPoint> of(String type) {
		return METHODS.stream().map((method) -> new HookPoint(type, method, "Ljava/lang/String;*", 1, HookPoint.SELF));
	}

}
