package io.github.raspspring.carrier.jdbc;

import java.lang.reflect.Constructor;
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
 * Makes guards that can be cast to whatever their target can be cast to. What it takes to
 * make one is found out once per class of target, as every query needs two.
 */
final class JdbcProxies {

	private final ClassValue<Way> ways = new ClassValue<>() {

		@Override
		protected Way computeValue(Class<?> type) {
			boolean guard = JdbcDelegate.class.isAssignableFrom(type) || Proxy.isProxyClass(type)
					|| DriverSubclasses.include(type);
			Class<?>[] interfaces = interfacesOf(type);
			return new Way(guard, DelegateKinds.include(interfaces) ? null : constructorFor(type, interfaces));
		}

	};

	private final ArrayGuards arrays = new ArrayGuards(this);

	ArrayGuards arrays() {
		return this.arrays;
	}

	/**
	 * Return whether something is a guard already. What is told by its class is found out
	 * once: to ask an object for interfaces that it hasn't costs more than a call.
	 */
	boolean guards(Object candidate) {
		return this.ways.get(candidate.getClass()).guard() && isGuarded(candidate);
	}

	/**
	 * Make a guard: a delegate where one can be cast to all that the target can be cast
	 * to, else a proxy.
	 */
	Object proxy(Object target, GuardingHandler handler) {
		Constructor<?> constructor = this.ways.get(target.getClass()).constructor();
		JdbcDelegate delegate = (constructor == null) ? handler.delegate() : null;
		return (delegate != null) ? delegate : proxy(target, handler, constructor);
	}

	private static Object proxy(Object target, GuardingHandler handler, @Nullable Constructor<?> known) {
		try {
			Class<?> type = target.getClass();
			Constructor<?> constructor = (known != null) ? known : constructorFor(type, interfacesOf(type));
			return constructor.newInstance(handler);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("A proxy class of the JDK is public and has this constructor", ex);
		}
	}

	/**
	 * Return whether a connection or statement is a proxy of this product already.
	 */
	static boolean isGuarded(Object candidate) {
		return candidate instanceof JdbcDelegate || handlerOf(candidate) != null;
	}

	/**
	 * Return the guard that a proxy stands for.
	 */
	static @Nullable GuardingHandler handlerOf(Object candidate) {
		if (!Proxy.isProxyClass(candidate.getClass())) {
			return DriverSubclasses.handlerOf(candidate);
		}
		return (Proxy.getInvocationHandler(candidate) instanceof GuardingHandler handler) ? handler : null;
	}

	static @Nullable Object invoke(Object target, Method method, Object @Nullable [] args) throws Throwable {
		try {
			return method.invoke(target, args);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

	/**
	 * All interfaces are public and exported, which makes the proxy class public and
	 * exported as well.
	 */
	private static Constructor<?> constructorFor(Class<?> type, Class<?>[] interfaces) {
		Object sample = Proxy.newProxyInstance(loaderOf(type), interfaces, (proxy, method, args) -> null);
		try {
			return sample.getClass().getConstructor(InvocationHandler.class);
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Class<?>[] interfacesOf(Class<?> type) {
		Set<Class<?>> all = ClassUtils.getAllInterfacesForClassAsSet(type, type.getClassLoader());
		return all.stream().filter(JdbcProxies::isExported).toArray(Class<?>[]::new);
	}

	private static boolean isExported(Class<?> type) {
		return Modifier.isPublic(type.getModifiers()) && type.getModule().isExported(type.getPackageName());
	}

	/**
	 * Classes of the JDK itself have a loader that sees no other driver's interfaces, but
	 * they have none.
	 */
	private static ClassLoader loaderOf(Class<?> type) {
		ClassLoader loader = type.getClassLoader();
		return (loader != null) ? loader : Connection.class.getClassLoader();
	}

	/**
	 * How to guard objects of a class.
	 *
	 * @param guard whether some of them may be guards already
	 * @param constructor makes a proxy, {@code null} where a delegate will do
	 */
	private record Way(boolean guard, @Nullable Constructor<?> constructor) {

	}

}
