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
	static void unwrap(Object[] args) {
		for (int i = 0; i < args.length; i++) {
			if (args[i] instanceof Array array) {
				args[i] = unwrapped(array);
			}
			else if (args[i] instanceof Object[] elements && elements.getClass() == Object[].class) {
				Object[] copy = elements.clone();
				unwrap(copy);
				args[i] = copy;
			}
		}
	}

	private static Array unwrapped(Array array) {
		return (JdbcProxies.handlerOf(array) instanceof ArrayHandler guarding) ? guarding.target : array;
	}

}
