package io.github.raspspring.carrier.jvm.hook;

import java.util.List;
import java.util.Map;

/**
 * Classes of JDBC drivers that are handed statements, and the databases they speak to.
 */
final class JdbcTypes {

	/** Statements and connections. */
	static final List<String> NAMES = List.of("org.h2.jdbc.JdbcStatement", "org.h2.jdbc.JdbcConnection",
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

	private JdbcTypes() {
	}

	/**
	 * Return the database of a class.
	 * @return its name as drivers tell it, empty if it is none of the known
	 */
	static String productOf(Class<?> type) {
		return PRODUCTS.entrySet()
			.stream()
			.filter((product) -> type.getName().startsWith(product.getKey()))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse("");
	}

}
