package io.github.raspspring.carrier.jvm;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionScope;
import org.jspecify.annotations.Nullable;

/**
 * Lets the inspection follow to threads that are told by their class what to do: there is
 * no task that could be replaced. Such a thread works for the request that has started it
 * until it ends. Thread-safe.
 */
final class StartedThreads {

	private static final StackWalker WALKER = StackWalker.getInstance();

	private static final int THREADS = 10_000;

	/** A factory of threads is not far from the pool. */
	private static final int FRAMES = 40;

	private final InspectionScope scope;

	private final ThreadTask task;

	private final Cache<Object, Inspection> started = Caffeine.newBuilder()
		.weakKeys()
		.maximumSize(THREADS)
		.executor(Runnable::run)
		.build();

	private volatile boolean used;

	StartedThreads(InspectionScope scope, ThreadTask task) {
		this.scope = scope;
		this.task = task;
		scope.inheritFrom(this::inherited);
	}

	/**
	 * Note a thread that is about to start.
	 */
	void start(Object thread) {
		Inspection inspection = this.scope.current();
		if (inspection != null && isTold(thread.getClass()) && this.task.isMissing(thread) && !areForPool()) {
			this.used = true;
			this.started.put(thread, inspection);
		}
	}

	private @Nullable Inspection inherited() {
		return this.used ? this.started.getIfPresent(Thread.currentThread()) : null;
	}

	/**
	 * Return whether a pool is making a thread, whose tasks are followed one by one: the
	 * thread outlives the request whose task was the first.
	 */
	static boolean areForPool() {
		return WALKER.walk((frames) -> frames.limit(FRAMES)
			.anyMatch((frame) -> frame.getMethodName().equals("addWorker")
					&& frame.getClassName().endsWith("ThreadPoolExecutor")));
	}

	private static boolean isTold(Class<?> type) {
		try {
			return !LibraryTypes.own(type.getMethod("run").getDeclaringClass());
		}
		catch (NoSuchMethodException | LinkageError ex) {
			return false;
		}
	}

}
