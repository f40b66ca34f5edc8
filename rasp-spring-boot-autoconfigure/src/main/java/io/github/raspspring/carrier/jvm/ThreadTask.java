package io.github.raspspring.carrier.jvm;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;

import org.jspecify.annotations.Nullable;

/**
 * Tells whether a thread was given a task when it was made. The JDK has kept it in a
 * place of its own since version 19.
 */
final class ThreadTask {

	private static final @Nullable MethodHandle TASK = find();

	private ThreadTask() {
	}

	/**
	 * Return whether a thread has no task but its own method.
	 * @return {@code false} as well where that can't be told
	 */
	static boolean isMissing(Object thread) {
		try {
			return TASK != null && TASK.invoke(thread) == null;
		}
		catch (Throwable ex) {
			return false;
		}
	}

	private static @Nullable MethodHandle find() {
		try {
			MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(Thread.class, MethodHandles.lookup());
			if (Runtime.version().feature() < 19) {
				return lookup.findGetter(Thread.class, "target", Runnable.class);
			}
			Class<?> holder = Class.forName("java.lang.Thread$FieldHolder");
			return MethodHandles.filterReturnValue(lookup.findGetter(Thread.class, "holder", holder),
					lookup.findGetter(holder, "task", Runnable.class));
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			return null;
		}
	}

}
