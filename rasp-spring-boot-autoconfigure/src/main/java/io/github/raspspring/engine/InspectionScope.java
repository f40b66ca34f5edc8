package io.github.raspspring.engine;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Holds the inspection that the current thread works for, so that sinks find it. One
 * instance per application.
 */
public final class InspectionScope {

	/** The name under which a reactive context carries the inspection. */
	public static final String CONTEXT_KEY = Inspection.class.getName();

	/** In the place of an inspection: whoever started the thread works for none. */
	private static final Object NONE = new Object();

	/**
	 * Holds one place, which stays with its thread and is empty between requests: to
	 * remove and make it anew at each request costs more. An array and not a type of our
	 * own, as a thread may outlive the application.
	 */
	private final ThreadLocal<@Nullable Object[]> current = ThreadLocal.withInitial(() -> new Object[1]);

	private volatile Supplier<@Nullable Inspection> inheritance = () -> null;

	/**
	 * Return the inspection of the current thread.
	 * @return the inspection, or {@code null} when the thread works for no request
	 */
	public @Nullable Inspection current() {
		return known(this.current.get());
	}

	/**
	 * Bind an inspection to the current thread.
	 * @param inspection the inspection, or {@code null} to bind none
	 * @return restores what was bound before, to be closed on the same thread
	 */
	public Binding bind(@Nullable Inspection inspection) {
		@Nullable Object[] place = this.current.get();
		Inspection previous = known(place);
		place[0] = inspection;
		return () -> place[0] = previous;
	}

	/**
	 * Carry the current inspection into a task that another thread runs.
	 * @param task the task
	 * @return a task that runs under the inspection of the calling thread
	 */
	public Runnable carry(Runnable task) {
		Inspection inspection = current();
		if (inspection == null) {
			return task;
		}
		return () -> {
			try (Binding binding = bind(inspection)) {
				task.run();
			}
		};
	}

	/**
	 * Let threads that nothing is bound to work for the request of whoever started them.
	 * @param inheritance tells the inspection that the current thread was started for;
	 * asked when the thread first looks, not at each call
	 */
	public void inheritFrom(Supplier<@Nullable Inspection> inheritance) {
		this.inheritance = inheritance;
	}

	private @Nullable Inspection known(@Nullable Object[] place) {
		Object known = place[0];
		if (known == null) {
			known = inherited();
			place[0] = known;
		}
		return (known != NONE) ? (Inspection) known : null;
	}

	private Object inherited() {
		Inspection inherited = this.inheritance.get();
		return (inherited != null) ? inherited : NONE;
	}

	/**
	 * Restores what was bound before.
	 */
	@FunctionalInterface
	public interface Binding extends AutoCloseable {

		@Override
		void close();

	}

}
