package io.github.raspspring.carrier.jvm;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionScope;
import org.jspecify.annotations.Nullable;

/**
 * Lets the inspection follow tasks that can't be replaced, as their own methods divide
 * and join them, or whoever runs them compares or expects them: those of parallel streams,
 * pools and timers. A thread that waits may run a task of another request meanwhile, and
 * works for its own again afterwards. Thread-safe.
 */
final class ForkedTasks {

	/** A task is handed to others. */
	static final String FORKED = "task is forked";

	/** A task begins to run. */
	static final String BEGINS = "task begins";

	/** A task has run. */
	static final String ENDS = "task ends";

	/** A task is handed to a pool, or a timer. */
	static final String POOLED = "task is pooled";

	/** A thread starts. */
	static final String STARTED = "thread starts";

	private static final int TASKS = 10_000;

	private final InspectionScope scope;

	/** Tidied up by whoever uses it: by default tasks would be made of that. */
	private final Cache<Object, Inspection> forked = Caffeine.newBuilder()
		.weakKeys()
		.maximumSize(TASKS)
		.executor(Runnable::run)
		.build();

	private final ThreadLocal<Running> running = new ThreadLocal<>();

	private final StartedThreads threads;

	private volatile boolean used;

	ForkedTasks(InspectionScope scope) {
		this.scope = scope;
		this.threads = new StartedThreads(scope);
	}

	/**
	 * Note what becomes of a task.
	 * @param what one of the words above, compared by identity
	 * @return whether it is one of them
	 */
	@SuppressWarnings("ReferenceEquality")
	boolean note(Object task, @Nullable Object what) {
		if (what == BEGINS) {
			begin(task);
		}
		else if (what == ENDS) {
			end(task);
		}
		else if (what == FORKED) {
			fork(task);
		}
		else if (what == POOLED) {
			pool(task);
		}
		else if (what == STARTED) {
			this.threads.start(task);
		}
		else {
			return false;
		}
		return true;
	}

	private void fork(Object task) {
		Inspection inspection = this.scope.current();
		if (inspection != null) {
			this.used = true;
			this.forked.put(task, inspection);
		}
	}

	/** Those of the JDK bring along what they were made for. */
	private void pool(Object task) {
		if (LibraryTypes.isOfApplication(task.getClass())) {
			fork(task);
		}
	}

	private void begin(Object task) {
		Inspection inspection = this.used ? this.forked.getIfPresent(task) : null;
		if (inspection != null) {
			this.forked.invalidate(task);
			this.running.set(new Running(task, this.scope.bind(inspection), this.running.get()));
		}
	}

	private void end(Object task) {
		Running last = this.used ? this.running.get() : null;
		if (last != null && last.task() == task) {
			last.binding().close();
			if (last.before() != null) {
				this.running.set(last.before());
			}
			else {
				this.running.remove();
			}
		}
	}

	/**
	 * A task that runs.
	 *
	 * @param task the task
	 * @param binding undoes what it brought
	 * @param before the task that waits for it on the same thread
	 */
	private record Running(Object task, InspectionScope.Binding binding, @Nullable Running before) {

	}

}
