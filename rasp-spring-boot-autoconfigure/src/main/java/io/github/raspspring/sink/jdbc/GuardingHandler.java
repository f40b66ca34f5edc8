package io.github.raspspring.sink.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;

import org.jspecify.annotations.Nullable;

/**
 * What guarded connections and statements have in common: a target, an identity of their
 * own, and that unwrapping ends at the guard where it can.
 */
abstract class GuardingHandler implements InvocationHandler {

	private final Object target;

	GuardingHandler(Object target) {
		this.target = target;
	}

	@Override
	public final @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args) throws Throwable {
		if (args != null && args.length == 1 && args[0] instanceof Class<?> type && type.isInstance(proxy)) {
			return switch (method.getName()) {
				case "unwrap" -> proxy;
				case "isWrapperFor" -> true;
				default -> proceed(method, args);
			};
		}
		if (method.getDeclaringClass() == Object.class) {
			return switch (method.getName()) {
				case "equals" -> args != null && proxy == args[0];
				case "hashCode" -> System.identityHashCode(proxy);
				default -> proceed(method, args);
			};
		}
		return guarded(proxy, method, args);
	}

	abstract @Nullable Object guarded(Object proxy, Method method, Object @Nullable [] args) throws Throwable;

	final @Nullable Object proceed(Method method, Object @Nullable [] args) throws Throwable {
		return JdbcProxies.invoke(this.target, method, args);
	}

}
