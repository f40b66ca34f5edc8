package io.github.raspspring.carrier.jvm;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionScope;
import org.jspecify.annotations.Nullable;

/**
 * Lets the inspection follow tasks that can't be replaced, as their own methods divide
 * and join them, or whoever runs them compares or expects them: those of parallel
 * streams, pools and timers. A thread that waits may run a task of another request
 * meanwhile, and works for its own again afterwards. Thread-safe.
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
	private final Cache<Object, Waiting> forked = Caffeine.newBuilder()
		.weakKeys()
		.maximumSize(TASKS)
		.executor(Runnable::run)
		.build();

	private final ThreadLocal<Running> running = new ThreadLocal<>();

	private final StartedThreads threads;

	private volatile boolean used;

	ForkedTasks(InspectionScope scope, ThreadTask task) {
		this.scope = scope;
		this.threads = new StartedThreads(scope, task);
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
			this.forked.asMap().compute(task, (key, before) -> Waiting.after(before, inspection));
		}
	}

	/** Those of the JDK bring along what they were made for. */
	private void pool(Object task) {
		if (LibraryTypes.isOfApplication(task.getClass())) {
			fork(task);
		}
	}

	private void begin(Object task) {
		if (this.used && this.forked.getIfPresent(task) != null) {
			Waiting[] taken = new Waiting[1];
			this.forked.asMap().computeIfPresent(task, (key, waiting) -> {
				taken[0] = waiting;
				return waiting.before();
			});
			if (taken[0] != null) {
				this.running.set(new Running(task, this.scope.bind(taken[0].inspection()), this.running.get()));
			}
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

	/**
	 * A task that was handed over and has not run, as often as that was done.
	 *
	 * @param inspection of the request that has handed it over last
	 * @param before of those before
	 * @param number how many there are
	 */
	private record Waiting(Inspection inspection, @Nullable Waiting before, int number) {

		/** A pool may refuse to run what it is handed over and over. */
		private static final int MOST = 64;

		static Waiting after(@Nullable Waiting before, Inspection inspection) {
			if (before == null || before.number() == MOST) {
				return new Waiting(inspection, null, 1);
			}
			return new Waiting(inspection, before, before.number() + 1);
		}

	}

}
