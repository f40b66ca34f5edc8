package io.github.raspspring.attack.sql;

import java.util.function.BooleanSupplier;

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

	/**
	 * Note a statement that is not an attack by its inputs. What runs outside of all
	 * routes is not learnt: nobody knows what else does.
	 * @param shape what identifies the statement without its values
	 * @param own tells whether no input occurs in the text
	 * @param known the statements of the route, as far as there are any
	 * @return whether it is new although the route is known by now
	 */
	boolean isLate(String sql, long shape, BooleanSupplier own, @Nullable RouteStatements known, SinkInputs inputs) {
		if (inputs.route().isEmpty()) {
			return false;
		}
		RouteStatements statements = (known != null) ? known : of(inputs.route());
		if (statements.isLate(shape, inputs.inspection().client().address())) {
			return true;
		}
		if (statements.hasRoom(sql) && own.getAsBoolean()) {
			statements.addText(sql);
		}
		return false;
	}

	/**
	 * Return the statements that a route has run, {@code null} if there are none.
	 */
	@Nullable RouteStatements at(String route) {
		return this.routes.getIfPresent(route);
	}

	private RouteStatements of(String route) {
		return this.routes.get(route, (absent) -> new RouteStatements());
	}

}
