package io.github.raspspring.sink.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/**
 * Makes proxies that can be cast to whatever their target can be cast to.
 */
final class JdbcProxies {

	private final ClassValue<Class<?>[]> interfaces = new ClassValue<>() {

		@Override
		protected Class<?>[] computeValue(Class<?> type) {
			Set<Class<?>> all = ClassUtils.getAllInterfacesForClassAsSet(type, type.getClassLoader());
			return all.stream().filter(JdbcProxies::isExported).toArray(Class<?>[]::new);
		}

	};

	Object proxy(Object target, InvocationHandler handler) {
		Class<?> type = target.getClass();
		return Proxy.newProxyInstance(loaderOf(type), this.interfaces.get(type), handler);
	}

	/**
	 * Return whether a connection or statement is a proxy of this product already.
	 */
	static boolean isGuarded(Object candidate) {
		return Proxy.isProxyClass(candidate.getClass())
				&& Proxy.getInvocationHandler(candidate) instanceof GuardingHandler;
	}

	static @Nullable Object invoke(Object target, Method method, Object @Nullable [] args) throws Throwable {
		try {
			return method.invoke(target, args);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

	private static boolean isExported(Class<?> type) {
		return Modifier.isPublic(type.getModifiers())
				&& type.getModule().isExported(type.getPackageName(), JdbcProxies.class.getModule());
	}

	/**
	 * Classes of the JDK itself have a loader that sees no other driver's interfaces, but
	 * they have none.
	 */
	private static ClassLoader loaderOf(Class<?> type) {
		ClassLoader loader = type.getClassLoader();
		return (loader != null) ? loader : Connection.class.getClassLoader();
	}

}
