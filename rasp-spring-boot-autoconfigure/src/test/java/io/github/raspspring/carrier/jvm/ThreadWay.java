package io.github.raspspring.carrier.jvm;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A way to have a task run by another thread.
 */
@FunctionalInterface
interface ThreadWay {

	/**
	 * Have the task run, wait for it, and throw what it has thrown.
	 */
	void run(Runnable task) throws Exception;

	/** Run a task that tells nobody how it ends. */
	static void await(Executor executor, Runnable task) throws Exception {
		CountDownLatch done = new CountDownLatch(1);
		AtomicReference<RuntimeException> failure = new AtomicReference<>();
		executor.execute(() -> run(task, failure, done));
		if (!done.await(1, TimeUnit.MINUTES)) {
			throw new IllegalStateException("The task has not run");
		}
		if (failure.get() != null) {
			throw failure.get();
		}
	}

	/** Run a task and note how it ends. */
	static void run(Runnable task, AtomicReference<RuntimeException> failure, CountDownLatch done) {
		try {
			task.run();
		}
		catch (RuntimeException ex) {
			failure.set(ex);
		}
		finally {
			done.countDown();
		}
	}

	/** Make a thread that keeps no JVM alive. */
	static Thread daemon(Runnable task) {
		Thread thread = new Thread(task);
		thread.setDaemon(true);
		return thread;
	}

}
