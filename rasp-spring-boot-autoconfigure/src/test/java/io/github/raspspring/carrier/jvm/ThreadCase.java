package io.github.raspspring.carrier.jvm;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
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

	/** Has threads before anything is hooked, where the probe asks for it. */
	private static final ExecutorService POOL = started(Executors.newFixedThreadPool(1, ThreadWay::daemon));

	private static final ScheduledExecutorService SCHEDULER = Executors.newScheduledThreadPool(1, ThreadWay::daemon);

	private ThreadCase() {
	}

	static List<HookCase> all() {
		return ways().entrySet()
			.stream()
			.map((way) -> new HookCase(way.getKey(), "file-sink", "../../../../../../../etc/passwd", "hostname",
					(input) -> way.getValue().run(() -> read(input))))
			.toList();
	}

	/** Have threads there. */
	static void warmUp() throws Exception {
		POOL.submit(() -> {
		}).get();
	}

	/** All ways to another thread, by their names. */
	static Map<String, ThreadWay> ways() {
		Map<String, ThreadWay> ways = new LinkedHashMap<>();
		ways.put("new Thread", (task) -> ThreadWay.await((body) -> new Thread(body).start(), task));
		ways.put("Executor.execute", (task) -> ThreadWay.await(POOL::execute, task));
		ways.put("ExecutorService.submit", (task) -> POOL.submit(task::run).get());
		ways.put("ExecutorService.submit(Callable)", (task) -> POOL.submit(() -> {
			task.run();
			return 1;
		}).get());
		ways.put("ScheduledExecutorService.schedule",
				(task) -> SCHEDULER.schedule(task::run, 1, TimeUnit.MILLISECONDS).get());
		ways.put("CompletableFuture.runAsync", (task) -> CompletableFuture.runAsync(task).get());
		ways.put("CompletableFuture.supplyAsync", (task) -> CompletableFuture.supplyAsync(() -> {
			task.run();
			return 1;
		}).get());
		ways.put("CompletableFuture.thenAcceptAsync",
				(task) -> CompletableFuture.completedFuture(1).thenAcceptAsync((one) -> task.run()).get());
		ways.put("ForkJoinPool.commonPool", (task) -> ForkJoinPool.commonPool().submit(task).get());
		ways.put("parallel stream", ThreadCase::parallel);
		ways.put("RecursiveAction", ThreadCase::recursive);
		ways.put("ForkJoinTask.invokeAll", (task) -> {
			ForkJoinTask<?> other = ForkJoinTask.adapt(() -> {
			});
			ForkJoinPool.commonPool().submit(() -> ForkJoinTask.invokeAll(other, new Action(task))).get();
		});
		ways.put("virtual or other new thread", ThreadCase::virtual);
		ways.put("executor of virtual or other threads", ThreadCase::virtualExecutor);
		ways.put("ForkJoinPool.execute", (task) -> ThreadWay.await(ForkJoinPool.commonPool()::execute, task));
		ways.putAll(PoolWay.all());
		return ways;
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
				ThreadWay.run(task, failure, done);
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
			ThreadWay.await((body) -> new Thread(body).start(), task);
			return;
		}
		Method start = Thread.class.getMethod("startVirtualThread", Runnable.class);
		ThreadWay.await((body) -> {
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

	/** Return whether the threads that have worked for requests work for nobody. */
	static boolean areFree(Supplier<Object> current) throws Exception {
		List<Executor> pools = new ArrayList<>(List.of(POOL, ForkJoinPool.commonPool()));
		pools.addAll(PoolWay.used());
		boolean free = true;
		for (Executor pool : pools) {
			AtomicReference<Object> found = new AtomicReference<>();
			ThreadWay.await(pool, () -> found.set(current.get()));
			free &= found.get() == null;
		}
		return free;
	}

	private static ExecutorService started(ExecutorService pool) {
		pool.execute(() -> {
		});
		return pool;
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

}
