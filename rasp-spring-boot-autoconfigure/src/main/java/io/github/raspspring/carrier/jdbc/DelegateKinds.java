package io.github.raspspring.carrier.jdbc;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells what a delegate can stand in for: objects that can be cast to the interfaces of
 * the delegate and to no others. What a driver adds of its own needs a proxy, and so does
 * everything on a Java that has methods which the delegates don't know.
 */
final class DelegateKinds {

	private static final List<Class<?>> KINDS = List.of(GuardedConnection.class, GuardedPlainStatement.class,
			GuardedPreparedStatement.class, GuardedRows.class);

	private DelegateKinds() {
	}

	/**
	 * Return whether there is a delegate with just these interfaces.
	 * @param interfaces what a class of a driver implements
	 */
	static boolean include(Class<?>[] interfaces) {
		Set<Class<?>> wanted = all(interfaces);
		return KINDS.stream().anyMatch((kind) -> all(kind).equals(wanted) && knowsAllMethods(kind, wanted));
	}

	/**
	 * A default method that is not overridden would not reach the driver.
	 */
	static boolean knowsAllMethods(Class<?> kind, Set<Class<?>> interfaces) {
		return interfaces.stream()
			.flatMap((type) -> Stream.of(type.getMethods()))
			.filter((method) -> !Modifier.isStatic(method.getModifiers()))
			.noneMatch((method) -> isInherited(kind, method));
	}

	private static boolean isInherited(Class<?> kind, Method method) {
		try {
			return kind.getMethod(method.getName(), method.getParameterTypes()).getDeclaringClass().isInterface();
		}
		catch (NoSuchMethodException ex) {
			return true;
		}
	}

	private static Set<Class<?>> all(Class<?> type) {
		Set<Class<?>> all = all(type.getInterfaces());
		if (type.getSuperclass() != null) {
			all.addAll(all(type.getSuperclass()));
		}
		return all;
	}

	private static Set<Class<?>> all(Class<?>[] interfaces) {
		Set<Class<?>> all = new HashSet<>(Set.of(interfaces));
		for (Class<?> type : interfaces) {
			all.addAll(all(type.getInterfaces()));
		}
		return all;
	}

}
