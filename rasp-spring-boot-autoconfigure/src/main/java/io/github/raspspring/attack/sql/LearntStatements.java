package io.github.raspspring.attack.sql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.raspspring.sink.SinkInputs;
import org.jspecify.annotations.Nullable;

/**
 * The statements that each route runs when no input changes them. Learnt from live
 * traffic and bounded; what is refused or reported is never learnt.
 */
final class LearntStatements {

	private static final int MOST_ROUTES = 1024;

	private final Cache<String, RouteStatements> routes = Caffeine.newBuilder().maximumSize(MOST_ROUTES).build();

	boolean knows(SqlReading reading, String route) {
		RouteStatements statements = this.routes.getIfPresent(route);
		return statements != null && statements.knowsShape(reading.shape());
	}

	/**
	 * Note a statement that is not an attack by its inputs. A text known already costs a
	 * lookup.
	 * @param reading the statement as read, {@code null} if no input occurs in it
	 * @return whether it is new although the route is known by now
	 */
	boolean isLate(SqlCall call, @Nullable SqlReading reading, SinkInputs inputs) {
		RouteStatements statements = of(inputs.route());
		String sql = call.argument();
		if (reading == null && statements.knowsText(sql)) {
			return false;
		}
		SqlReading read = (reading != null) ? reading : new SqlReading(sql, call.dialect().get());
		if (statements.isLate(read.shape(), inputs.inspection().client().address())) {
			return true;
		}
		if (reading == null) {
			statements.addText(sql);
		}
		return false;
	}

	private RouteStatements of(String route) {
		RouteStatements known = this.routes.getIfPresent(route);
		return (known != null) ? known : this.routes.get(route, (absent) -> new RouteStatements());
	}

}
