package io.github.raspspring.carrier.jvm.hook;

import java.util.List;

import io.github.raspspring.attack.sql.SqlCall;
import io.github.raspspring.attack.sql.SqlDialect;
import io.github.raspspring.carrier.jvm.HookPoint;
import io.github.raspspring.carrier.jvm.JvmHook;
import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;
import org.jspecify.annotations.Nullable;

/**
 * Queries of Neo4j, where its driver makes them. Cypher quotes its texts, names and
 * comments as MySQL does, so what breaks out of them is told alike.
 */
final class CypherHook implements JvmHook {

	@Override
	public SinkKind kind() {
		return SinkKind.SQL;
	}

	@Override
	public String name() {
		return "queries of Neo4j";
	}

	@Override
	public List<HookPoint> points() {
		return List
			.of(HookPoint.of("org.neo4j.driver.Query", "<init>", "Ljava/lang/String;Lorg/neo4j/driver/Value;", 1));
	}

	@Override
	public @Nullable SinkCall describe(@Nullable Object first, @Nullable Object second) {
		return (first instanceof String query) ? new SqlCall("Query", query, () -> SqlDialect.ofProduct("MySQL"))
				: null;
	}

}
