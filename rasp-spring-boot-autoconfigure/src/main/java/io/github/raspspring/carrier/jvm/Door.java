package io.github.raspspring.carrier.jvm;

import java.lang.invoke.MethodHandles;
import java.util.function.Function;

/**
 * Lets {@link JdkDoor} into classes of the JDK. Defined once more in a loader of its own,
 * it is in a module that nobody else is in.
 */
public final class Door implements Function<Class<?>, MethodHandles.Lookup> {

	/**
	 * Create a door, which leads nowhere unless a package is opened to its module.
	 */
	public Door() {
	}

	@Override
	public MethodHandles.Lookup apply(Class<?> type) {
		try {
			return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
