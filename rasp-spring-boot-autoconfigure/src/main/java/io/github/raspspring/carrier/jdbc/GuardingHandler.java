package io.github.raspspring.carrier.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/**
 * What guarded connections and statements have in common: a target, an identity of their
 * own, that unwrapping ends at the guard where it can, and that errors of the database
 * are counted on their way out.
 */
abstract class GuardingHandler implements InvocationHandler {

	private final Object target;

	private final RequestGuard guard;

	GuardingHandler(Object target, RequestGuard guard) {
		this.target = target;
		this.guard = guard;
	}

	@Override
	public final @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args) throws Throwable {
		try {
			return (args == null) ? plain(proxy, method) : guarded(proxy, method, args);
		}
		catch (SQLException ex) {
			failed(ex);
			throw ex;
		}
	}

	/**
	 * Make the guard without reflection.
	 * @return an object that can be cast to the same interfaces of JDBC as the target, or
	 * {@code null} if there is no such class
	 */
	@Nullable JdbcDelegate delegate() {
		return null;
	}

	/**
	 * Called for methods without parameters. Those of every query are called directly,
	 * which costs less than reflection.
	 */
	@Nullable Object plain(Object proxy, Method method) throws Throwable {
		return method.getName().equals("hashCode") ? System.identityHashCode(proxy) : proceed(method, null);
	}

	/**
	 * Called for methods with parameters.
	 */
	@Nullable Object guarded(Object proxy, Method method, Object[] args) throws Throwable {
		return switch (method.getName()) {
			case "unwrap" -> ((Class<?>) args[0]).isInstance(proxy) ? proxy : taken(proceed(method, args));
			case "isWrapperFor" -> ((Class<?>) args[0]).isInstance(proxy) || (boolean) proceedFor(method, args);
			case "equals" -> proxy == args[0];
			default -> proceed(method, args);
		};
	}

	final @Nullable Object proceed(Method method, Object @Nullable [] args) throws Throwable {
		return JdbcProxies.invoke(this.target, method, args);
	}

	final void failed(SQLException exception) {
		this.guard.failed(exception);
	}

	/**
	 * What was taken out of the guard runs without it.
	 */
	final void unwrapped() {
		this.guard.unwrapped();
	}

	private @Nullable Object taken(@Nullable Object result) {
		unwrapped();
		return result;
	}

	private Object proceedFor(Method method, Object[] args) throws Throwable {
		Object result = proceed(method, args);
		return (result != null) ? result : false;
	}

}
