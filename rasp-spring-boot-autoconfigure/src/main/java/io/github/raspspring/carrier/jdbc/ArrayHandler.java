package io.github.raspspring.carrier.jdbc;

import java.lang.reflect.Method;
import java.sql.Array;

import org.jspecify.annotations.Nullable;

/**
 * Leads from the rows of an array back to guarded statements.
 */
final class ArrayHandler extends GuardingHandler {

	private final Array target;

	private final StatementProxies statements;

	ArrayHandler(Array target, RequestGuard guard, StatementProxies statements) {
		super(target, guard);
		this.target = target;
		this.statements = statements;
	}

	@Override
	@Nullable Object plain(Object proxy, Method method) throws Throwable {
		return this.statements.guardedResult(method, super.plain(proxy, method));
	}

	@Override
	@Nullable Object guarded(Object proxy, Method method, Object[] args) throws Throwable {
		return this.statements.guardedResult(method, super.guarded(proxy, method, args));
	}

	/**
	 * Drivers want arrays of their own back.
	 */
	@SuppressWarnings("NullAway") // Elements may be null.
	static void unwrap(Object[] args) {
		for (int i = 0; i < args.length; i++) {
			args[i] = ownOf(args[i]);
		}
	}

	/**
	 * Return the driver's own array.
	 */
	static @Nullable Array own(@Nullable Array array) {
		return (array != null && JdbcProxies.handlerOf(array) instanceof ArrayHandler guarding) ? guarding.target
				: array;
	}

	/**
	 * Return elements that may be arrays as the driver wants them.
	 */
	static Object @Nullable [] own(Object @Nullable [] elements) {
		if (elements == null || elements.getClass() != Object[].class) {
			return elements;
		}
		Object[] copy = elements.clone();
		unwrap(copy);
		return copy;
	}

	/**
	 * Return a value as the driver wants it.
	 */
	static @Nullable Object ownOf(@Nullable Object value) {
		if (value instanceof Array array) {
			return own(array);
		}
		return (value instanceof Object[] elements) ? own(elements) : value;
	}

}
