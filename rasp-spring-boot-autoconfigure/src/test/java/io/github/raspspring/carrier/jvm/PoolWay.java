package io.github.raspspring.carrier.jvm;

import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletableFuture.AsynchronousCompletionTask;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.concurrent.ConcurrentTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Threads and pools of classes of their own, timers, and what JDKs after 17 have. Pools
 * have no thread before a request needs one.
 */
final class PoolWay {

	private static final ExecutorService SUBCLASS = new OwnPool();

	private static final ExecutorService SORTED = new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES,
			new PriorityBlockingQueue<>(), ThreadWay::daemon);

	private static final ExecutorService THREADS = Executors.newFixedThreadPool(1, OwnWorker::new);

	/** Their threads are made for the first task, by what looks like one of its own. */
	private static final ExecutorService WRAPPED = Executors.newFixedThreadPool(1,
			(worker) -> ThreadWay.daemon(() -> worker.run()));

	private static final ExecutorService OVERRIDDEN = Executors.newFixedThreadPool(1, OwnThread::new);

	private static final ExecutorService SINGLE = Executors.newSingleThreadExecutor(ThreadWay::daemon);

	private static final ScheduledExecutorService SCHEDULER = Executors
		.newSingleThreadScheduledExecutor(ThreadWay::daemon);

	private static final Timer TIMER = new Timer(true);

	private static final ForkJoinPool FORKS = new ForkJoinPool(1);

	private static final ThreadPoolTaskExecutor SPRING = spring();

	private PoolWay() {
	}

	static Map<String, ThreadWay> all() {
		Map<String, ThreadWay> ways = new LinkedHashMap<>(threads());
		ways.putAll(pools());
		ways.putAll(futures());
		return ways;
	}

	/** Pools whose threads have worked for requests by the time that they are asked. */
	static List<Executor> used() {
		return List.of(SUBCLASS, THREADS, WRAPPED, OVERRIDDEN, SINGLE, SCHEDULER, FORKS, SPRING,
				(task) -> TIMER.schedule(timed(task), 0));
	}

	private static Map<String, ThreadWay> threads() {
		Map<String, ThreadWay> ways = new LinkedHashMap<>();
		ways.put("Thread subclass", (task) -> ThreadWay.await((body) -> new OwnThread(body).start(), task));
		ways.put("anonymous Thread", (task) -> ThreadWay.await((body) -> new Thread() {
			@Override
			public void run() {
				body.run();
			}
		}.start(), task));
		ways.put("Thread with name and group", (task) -> ThreadWay
			.await((body) -> new Thread(Thread.currentThread().getThreadGroup(), body, "x", 0, false).start(), task));
		ways.put("Thread.Builder or default factory",
				(task) -> ThreadWay.await((body) -> factory("ofPlatform").newThread(body).start(), task));
		ways.put("factory of virtual threads",
				(task) -> ThreadWay.await((body) -> factory("ofVirtual").newThread(body).start(), task));
		ways.put("SimpleAsyncTaskExecutor of Spring", (task) -> ThreadWay.await(new SimpleAsyncTaskExecutor(), task));
		return ways;
	}

	private static Map<String, ThreadWay> pools() {
		Map<String, ThreadWay> ways = new LinkedHashMap<>();
		ways.put("ThreadPoolExecutor subclass", (task) -> ThreadWay.await(SUBCLASS, task));
		ways.put("task that others hand over as well", PoolWay::shared);
		ways.put("queue that compares", (task) -> ThreadWay.await((body) -> SORTED.execute(new Ranked(body)), task));
		ways.put("pool of Thread subclasses", (task) -> ThreadWay.await(THREADS, task));
		ways.put("pool of wrapped threads", (task) -> ThreadWay.await(WRAPPED, task));
		ways.put("pool of threads with a method", (task) -> ThreadWay.await(OVERRIDDEN, task));
		ways.put("single thread", (task) -> ThreadWay.await(SINGLE, task));
		ways.put("task of Spring in a pool", (task) -> ThreadWay.await(new ConcurrentTaskExecutor(SINGLE), task));
		ways.put("ThreadPoolTaskExecutor of Spring", (task) -> ThreadWay.await(SPRING, task));
		ways.put("Timer", (task) -> ThreadWay.await((body) -> TIMER.schedule(timed(body), 0), task));
		ways.put("schedule(Callable)", (task) -> ThreadWay
			.await((body) -> SCHEDULER.schedule(Executors.callable(body), 0, TimeUnit.MILLISECONDS), task));
		ways.put("execute of a scheduler", (task) -> ThreadWay.await(SCHEDULER, task));
		ways.put("ForkJoinPool of its own", (task) -> FORKS.submit(task).get());
		ways.put("ForkJoinPool.schedule", (task) -> later(FORKS).schedule(task, 0, TimeUnit.MILLISECONDS).get());
		ways.put("ExecutorCompletionService",
				(task) -> new ExecutorCompletionService<>(SINGLE).submit(task, null).get());
		ways.put("invokeAll", (task) -> SUBCLASS.invokeAll(List.of(Executors.callable(task))).get(0).get());
		ways.put("invokeAny", (task) -> SUBCLASS.invokeAny(List.of(Executors.callable(task))));
		ways.put("execute of an executor of virtual threads", (task) -> ThreadWay.await(perTask(), task));
		ways.put("parallel scheduler of Reactor",
				(task) -> Mono.fromRunnable(task).subscribeOn(Schedulers.parallel()).block());
		ways.put("elastic scheduler of Reactor",
				(task) -> Mono.fromRunnable(task).subscribeOn(Schedulers.boundedElastic()).block());
		ways.put("structured concurrency", PoolWay::structured);
		return ways;
	}

	private static Map<String, ThreadWay> futures() {
		Map<String, ThreadWay> ways = new LinkedHashMap<>();
		CompletableFuture<Integer> one = CompletableFuture.completedFuture(1);
		CompletableFuture<Integer> none = CompletableFuture.failedFuture(new IllegalStateException());
		ways.put("thenApplyAsync", (task) -> one.thenApplyAsync((value) -> ran(task), SINGLE).get());
		ways.put("thenRunAsync", (task) -> one.thenRunAsync(task, SUBCLASS).get());
		ways.put("whenCompleteAsync", (task) -> one.whenCompleteAsync((value, ex) -> task.run(), FORKS).get());
		ways.put("handleAsync", (task) -> one.handleAsync((value, ex) -> ran(task)).get());
		ways.put("thenComposeAsync", (task) -> one.thenComposeAsync((value) -> {
			task.run();
			return one;
		}).get());
		ways.put("thenCombineAsync", (task) -> one.thenCombineAsync(one, (left, right) -> ran(task)).get());
		ways.put("applyToEitherAsync",
				(task) -> one.applyToEitherAsync(new CompletableFuture<>(), (value) -> ran(task)).get());
		ways.put("runAfterBothAsync", (task) -> one.runAfterBothAsync(one, task).get());
		ways.put("exceptionallyAsync", (task) -> none.exceptionallyAsync((ex) -> ran(task)).get());
		ways.put("delayedExecutor",
				(task) -> CompletableFuture.runAsync(task, CompletableFuture.delayedExecutor(1, TimeUnit.MILLISECONDS))
					.get());
		ways.put("completed by another thread", (task) -> {
			CompletableFuture<Integer> later = new CompletableFuture<>();
			CompletableFuture<Integer> then = later.thenApply((value) -> ran(task));
			ThreadWay.daemon(() -> later.complete(1)).start();
			then.get();
		});
		return ways;
	}

	private static int ran(Runnable task) {
		task.run();
		return 1;
	}

	/** JDK 17 has no builders. */
	private static ThreadFactory factory(String kind) {
		if (Runtime.version().feature() < 21) {
			return Executors.defaultThreadFactory();
		}
		try {
			Object builder = Thread.class.getMethod(kind).invoke(null);
			return (ThreadFactory) Class.forName("java.lang.Thread$Builder").getMethod("factory").invoke(builder);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Executor perTask() throws ReflectiveOperationException {
		return (Runtime.version().feature() < 21) ? SINGLE
				: (Executor) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
	}

	/** Since 25 such a pool is a scheduler as well. */
	private static ScheduledExecutorService later(ExecutorService pool) {
		return (pool instanceof ScheduledExecutorService scheduler) ? scheduler : SCHEDULER;
	}

	/** A preview of JDK 25, for which the JVM has to be asked. */
	private static void structured(Runnable task) throws Exception {
		if (Runtime.version().feature() < 25) {
			SINGLE.submit(task).get();
			return;
		}
		Class<?> type = Class.forName("java.util.concurrent.StructuredTaskScope");
		Method fork = type.getMethod("fork", Callable.class);
		try (AutoCloseable scope = (AutoCloseable) type.getMethod("open").invoke(null)) {
			fork.invoke(scope, Executors.callable(task));
			type.getMethod("join").invoke(scope);
		}
	}

	/** The first run may be that of the last who has handed it over. */
	private static void shared(Runnable task) throws Exception {
		CountDownLatch both = new CountDownLatch(2);
		AtomicReference<RuntimeException> failure = new AtomicReference<>();
		Runnable one = () -> ThreadWay.run(task, failure, both);
		SUBCLASS.execute(() -> LockSupport.parkNanos(1));
		SUBCLASS.execute(one);
		SUBCLASS.execute(one);
		both.await();
		if (failure.get() != null) {
			throw failure.get();
		}
	}

	private static TimerTask timed(Runnable task) {
		return new TimerTask() {
			@Override
			public void run() {
				task.run();
			}
		};
	}

	private static ThreadPoolTaskExecutor spring() {
		ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
		executor.setCorePoolSize(1);
		executor.setDaemon(true);
		executor.initialize();
		return executor;
	}

	/** Does what it was made for by its own method. */
	private static class OwnThread extends Thread {

		private final Runnable body;

		OwnThread(Runnable body) {
			this.body = body;
			setDaemon(true);
		}

		@Override
		public void run() {
			this.body.run();
		}

	}

	/** Works for a pool, and does more than that. */
	private static final class OwnWorker extends Thread {

		OwnWorker(Runnable task) {
			super(task);
			setDaemon(true);
		}

		@Override
		public void run() {
			super.run();
		}

	}

	/** Expects its own kind of task. */
	private static final class OwnPool extends ThreadPoolExecutor {

		OwnPool() {
			super(1, 1, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), ThreadWay::daemon);
		}

		@Override
		protected void beforeExecute(Thread thread, Runnable task) {
			boolean known = task instanceof FutureTask || task instanceof AsynchronousCompletionTask
					|| task.getClass().getName().contains("$$Lambda");
			if (!known) {
				throw new IllegalStateException(task.getClass().getName());
			}
		}

	}

	/** Is compared with others in the queue. */
	private record Ranked(Runnable body) implements Runnable, Comparable<Ranked> {

		@Override
		public void run() {
			this.body.run();
		}

		@Override
		public int compareTo(Ranked other) {
			return 0;
		}

	}

}
