package io.github.raspspring.carrier.jvm;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A file that is read on another thread than the one that works for the request.
 */
final class ThreadCase {

	/** Has threads before the first request comes. */
	private static final ExecutorService POOL = started(Executors.newFixedThreadPool(1, ThreadCase::daemon));

	private static final ScheduledExecutorService SCHEDULER = Executors.newScheduledThreadPool(1, ThreadCase::daemon);

	private ThreadCase() {
	}

	static List<HookCase> all() {
		return List.of(thread("new Thread", (task) -> run((body) -> new Thread(body).start(), task)),
				thread("Executor.execute", (task) -> run(POOL::execute, task)),
				thread("ExecutorService.submit", (task) -> POOL.submit(task::run).get()),
				thread("ExecutorService.submit(Callable)", (task) -> POOL.submit(() -> {
					task.run();
					return 1;
				}).get()),
				thread("ScheduledExecutorService.schedule",
						(task) -> SCHEDULER.schedule(task::run, 1, TimeUnit.MILLISECONDS).get()),
				thread("CompletableFuture.runAsync", (task) -> CompletableFuture.runAsync(task).get()),
				thread("CompletableFuture.supplyAsync", (task) -> CompletableFuture.supplyAsync(() -> {
					task.run();
					return 1;
				}).get()),
				thread("CompletableFuture.thenAcceptAsync",
						(task) -> CompletableFuture.completedFuture(1).thenAcceptAsync((one) -> task.run()).get()),
				thread("ForkJoinPool.commonPool", (task) -> ForkJoinPool.commonPool().submit(task).get()),
				thread("ForkJoinPool.execute", (task) -> run(ForkJoinPool.commonPool()::execute, task)));
	}

	private static HookCase thread(String name, Way way) {
		return new HookCase(name, "file-sink", "../../../../../../../etc/passwd", "hostname",
				(input) -> way.run(() -> read(input)));
	}

	private static void read(String name) {
		try {
			Files.exists(Path.of("/srv"));
			Files.readString(Path.of("/srv/a/" + name));
		}
		catch (java.io.IOException ex) {
			// Not every name leads to a file.
		}
	}

	/** Run a task that tells nobody how it ends. */
	private static void run(java.util.concurrent.Executor executor, Runnable task) throws Exception {
		CountDownLatch done = new CountDownLatch(1);
		AtomicReference<RuntimeException> failure = new AtomicReference<>();
		executor.execute(() -> {
			try {
				task.run();
			}
			catch (RuntimeException ex) {
				failure.set(ex);
			}
			finally {
				done.countDown();
			}
		});
		done.await();
		if (failure.get() != null) {
			throw failure.get();
		}
	}

	private static ExecutorService started(ExecutorService pool) {
		pool.execute(() -> {
		});
		return pool;
	}

	private static Thread daemon(Runnable task) {
		Thread thread = new Thread(task);
		thread.setDaemon(true);
		return thread;
	}

	/** A way to have a task run by another thread. */
	@FunctionalInterface
	private interface Way {

		void run(Runnable task) throws Exception;

	}

}
