package io.github.raspspring.carrier.jvm.hook;

import java.util.List;
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
		return JdbcTypes.NAMES.stream().flatMap(StatementHook::of).toList();
	}

	@Override
	public @Nullable SinkCall describe(@Nullable Object first, @Nullable Object second) {
		if (!(first instanceof String sql) || second == null || this.guard.hasJustPassed(sql)) {
			return null;
		}
		return new SqlCall("Statement", sql, () -> SqlDialect.ofProduct(JdbcTypes.productOf(second.getClass())));
	}

	private static Stream<HookPoint> of(String type) {
		return METHODS.stream().map((method) -> new HookPoint(type, method, "Ljava/lang/String;*", 1, HookPoint.SELF));
	}

}
