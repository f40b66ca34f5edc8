package io.github.raspspring.carrier.jvm.hook;

import java.util.List;
import java.util.stream.Stream;

import io.github.raspspring.attack.url.UrlCall;
import io.github.raspspring.carrier.jvm.HookPoint;
import io.github.raspspring.carrier.jvm.JvmHook;
import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;
import org.jspecify.annotations.Nullable;

/**
 * Connections to databases that no bean of Spring hands out.
 */
final class DriverHook implements JvmHook {

	private static final List<String> DRIVERS = List.of("org.h2.Driver", "org.postgresql.Driver",
			"com.mysql.cj.jdbc.NonRegisteringDriver", "com.mysql.jdbc.NonRegisteringDriver", "org.mariadb.jdbc.Driver",
			"oracle.jdbc.driver.OracleDriver", "com.microsoft.sqlserver.jdbc.SQLServerDriver",
			"org.hsqldb.jdbc.JDBCDriver", "org.apache.derby.jdbc.InternalDriver",
			"org.apache.derby.iapi.jdbc.AutoloadedDriver", "org.sqlite.JDBC", "com.ibm.db2.jcc.DB2Driver");

	@Override
	public SinkKind kind() {
		return SinkKind.URL;
	}

	@Override
	public String name() {
		return "DriverManager and Driver.connect";
	}

	@Override
	public List<HookPoint> points() {
		return Stream.concat(
				Stream.of(
						HookPoint.of("java.sql.DriverManager", "getConnection",
								"Ljava/lang/String;Ljava/util/Properties;Ljava/lang/Class;", 1),
						// Its data source asks no driver.
						HookPoint.of("org.h2.jdbc.JdbcConnection", "<init>",
								"Ljava/lang/String;Ljava/util/Properties;*", 1)),
				DRIVERS.stream()
					.map((driver) -> HookPoint.of(driver, "connect", "Ljava/lang/String;Ljava/util/Properties;", 1)))
			.toList();
	}

	@Override
	public @Nullable SinkCall describe(@Nullable Object first, @Nullable Object second) {
		return (first instanceof String url) ? UrlCall.resolvedByJvm("Driver.connect", url) : null;
	}

}
