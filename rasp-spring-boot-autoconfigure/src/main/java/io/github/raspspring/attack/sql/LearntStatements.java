package io.github.raspspring.attack.sql;

import java.util.function.BooleanSupplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.raspspring.sink.SinkInputs;

/**
 * The statements that each route runs when no input changes them. Learnt from live
 * traffic and bounded; what is refused or reported is never learnt.
 */
final class LearntStatements {

	private static final int MOST_ROUTES = 1024;

	private final Cache<String, RouteStatements> routes = Caffeine.newBuilder().maximumSize(MOST_ROUTES).build();

	/**
	 * Return whether a route has run this very text for a request of which no value
	 * occurs in it. Nothing less excuses a value: another statement of the same shape is
	 * what an attack looks like as well.
	 */
	boolean knows(String sql, String route) {
		RouteStatements statements = this.routes.getIfPresent(route);
		return statements != null && statements.knowsText(sql);
	}

	/**
	 * Note a statement that is not an attack by its inputs. What runs outside of all
	 * routes is not learnt: nobody knows what else does.
	 * @param shape what identifies the statement without its values
	 * @param own tells whether no input occurs in the text
	 * @return whether it is new although the route is known by now
	 */
	boolean isLate(String sql, long shape, BooleanSupplier own, SinkInputs inputs) {
		if (inputs.route().isEmpty()) {
			return false;
		}
		RouteStatements statements = of(inputs.route());
		if (statements.isLate(shape, inputs.inspection().client().address())) {
			return true;
		}
		if (statements.hasRoom(sql) && own.getAsBoolean()) {
			statements.addText(sql);
		}
		return false;
	}

	private RouteStatements of(String route) {
		RouteStatements known = this.routes.getIfPresent(route);
		return (known != null) ? known : this.routes.get(route, (absent) -> new RouteStatements());
	}

}
