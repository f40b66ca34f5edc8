package io.github.raspspring.carrier.jvm;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;

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
				thread("parallel stream", ThreadCase::parallel), thread("RecursiveAction", ThreadCase::recursive),
				thread("ForkJoinTask.invokeAll", (task) -> {
					ForkJoinTask<?> other = ForkJoinTask.adapt(() -> {
					});
					ForkJoinPool.commonPool().submit(() -> ForkJoinTask.invokeAll(other, new Action(task))).get();
				}), thread("virtual or other new thread", ThreadCase::virtual),
				thread("executor of virtual or other threads", ThreadCase::virtualExecutor),
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

	/** Only what another thread runs of a stream counts here. */
	private static void parallel(Runnable task) throws Exception {
		Thread caller = Thread.currentThread();
		CountDownLatch done = new CountDownLatch(1);
		AtomicReference<RuntimeException> failure = new AtomicReference<>();
		IntStream.range(0, 64).parallel().forEach((number) -> {
			if (Thread.currentThread() == caller) {
				await(done);
			}
			else {
				run(task, failure, done);
			}
		});
		if (failure.get() != null) {
			throw failure.get();
		}
	}

	private static void recursive(Runnable task) {
		ForkJoinPool pool = new ForkJoinPool(2);
		try {
			pool.invoke(new Action(task));
		}
		finally {
			pool.shutdown();
		}
	}

	/** JDK 17 has none of them. */
	private static void virtual(Runnable task) throws Exception {
		if (Runtime.version().feature() < 21) {
			run((body) -> new Thread(body).start(), task);
			return;
		}
		Method start = Thread.class.getMethod("startVirtualThread", Runnable.class);
		run((body) -> {
			try {
				start.invoke(null, body);
			}
			catch (ReflectiveOperationException ex) {
				throw new IllegalStateException(ex);
			}
		}, task);
	}

	private static void virtualExecutor(Runnable task) throws Exception {
		ExecutorService executor = (Runtime.version().feature() < 21) ? POOL
				: (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
		executor.submit(task).get();
	}

	private static void await(CountDownLatch done) {
		try {
			done.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void run(Runnable task, AtomicReference<RuntimeException> failure, CountDownLatch done) {
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

	/** Return whether the threads that have worked for requests work for nobody. */
	static boolean areFree(Supplier<Object> current) throws Exception {
		return POOL.submit(current::get).get() == null && ForkJoinPool.commonPool().submit(current::get).get() == null;
	}

	/** Run a task that tells nobody how it ends. */
	private static void run(java.util.concurrent.Executor executor, Runnable task) throws Exception {
		CountDownLatch done = new CountDownLatch(1);
		AtomicReference<RuntimeException> failure = new AtomicReference<>();
		executor.execute(() -> run(task, failure, done));
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

	/** A task that divides itself, as far as anybody knows. */
	private static final class Action extends RecursiveAction {

		private static final long serialVersionUID = 1L;

		private final transient Runnable task;

		private Action(Runnable task) {
			this.task = task;
		}

		@Override
		protected void compute() {
			this.task.run();
		}

	}

	/** A way to have a task run by another thread. */
	@FunctionalInterface
	private interface Way {

		void run(Runnable task) throws Exception;

	}

}
