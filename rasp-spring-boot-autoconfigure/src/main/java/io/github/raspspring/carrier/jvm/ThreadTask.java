package io.github.raspspring.carrier.jvm;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Tells whether a thread was given a task when it was made. The JDK has kept it in a
 * place of its own since version 19.
 *
 * @param getter takes the task out of a thread, {@code null} if that can't be done
 */
record ThreadTask(@Nullable MethodHandle getter) {

	/** Can't tell of any thread. */
	static final ThreadTask UNKNOWN = new ThreadTask(null);

	/**
	 * Find where the JDK keeps the task.
	 * @param door makes lookups with full access
	 */
	static ThreadTask find(Function<Class<?>, MethodHandles.Lookup> door) {
		try {
			MethodHandles.Lookup lookup = door.apply(Thread.class);
			if (Runtime.version().feature() < 19) {
				return new ThreadTask(lookup.findGetter(Thread.class, "target", Runnable.class));
			}
			Class<?> holder = Class.forName("java.lang.Thread$FieldHolder");
			return new ThreadTask(MethodHandles.filterReturnValue(lookup.findGetter(Thread.class, "holder", holder),
					door.apply(holder).findGetter(holder, "task", Runnable.class)));
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			return UNKNOWN;
		}
	}

	/**
	 * Return whether a thread has no task but its own method.
	 * @return {@code false} as well where that can't be told
	 */
	boolean isMissing(Object thread) {
		try {
			return this.getter != null && this.getter.invoke(thread) == null;
		}
		catch (Throwable ex) {
			return false;
		}
	}

}
