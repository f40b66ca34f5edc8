package io.github.raspspring.carrier.jvm;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where the JDK is handed tasks that other threads run.
 */
final class TaskPoints {

	private static final String CONCURRENT = "java.util.concurrent.";

	private static final String FUTURE = CONCURRENT + "CompletableFuture";

	private static final String FORK = CONCURRENT + "ForkJoinTask$";

	private static final String EXECUTOR = "Ljava/util/concurrent/Executor;";

	private TaskPoints() {
	}

	static List<TaskPoint> all() {
		Stream<TaskPoint> carried = Stream.of(futures(), stages(), forks(), threads(), virtual())
			.flatMap((points) -> points)
			.map(TaskPoint::carried);
		Stream<TaskPoint> running = Stream
			.of(TaskPoint.running(HookPoint.of(CONCURRENT + "ForkJoinTask", "doExec", "", HookPoint.SELF)));
		return Stream.of(carried, forked().map(TaskPoint::forked), running, pools())
			.flatMap((points) -> points)
			.toList();
	}

	/**
	 * Pools, timers and threads that run what they are, not what they are handed.
	 */
	private static Stream<TaskPoint> pools() {
		String pool = CONCURRENT + "ThreadPoolExecutor";
		return Stream.of(TaskPoint.pooled(HookPoint.of(pool, "execute", "Ljava/lang/Runnable;", 1)),
				TaskPoint.around(HookPoint.of(pool, "runWorker", "*", HookPoint.NONE)),
				TaskPoint.pooled(HookPoint.of("java.util.Timer", "sched", "Ljava/util/TimerTask;JJ", 1)),
				TaskPoint.around(HookPoint.of("java.util.TimerThread", "mainLoop", "", HookPoint.NONE)),
				TaskPoint.started(HookPoint.of("java.lang.Thread", "start", "*", HookPoint.SELF)));
	}

	/**
	 * Parts of parallel streams and of what the application divides itself.
	 */
	private static Stream<HookPoint> forked() {
		String task = "Ljava/util/concurrent/ForkJoinTask;";
		return Stream.concat(Stream.of(HookPoint.of(CONCURRENT + "ForkJoinTask", "fork", "", HookPoint.SELF)),
				Stream.of("invoke", "execute", "submit", "lazySubmit", "externalSubmit")
					.map((method) -> HookPoint.of(CONCURRENT + "ForkJoinPool", method, task, 1)));
	}

	private static Stream<HookPoint> futures() {
		return Stream.of(HookPoint.of(CONCURRENT + "FutureTask", "<init>", "Ljava/util/concurrent/Callable;", 1),
				HookPoint.of(CONCURRENT + "FutureTask", "<init>", "Ljava/lang/Runnable;Ljava/lang/Object;", 1),
				HookPoint.of(FUTURE + "$AsyncSupply", "<init>", "*", 2),
				HookPoint.of(FUTURE + "$AsyncRun", "<init>", "*", 2),
				// Reaches threads that were running before they were hooked.
				new HookPoint(CONCURRENT + "ThreadPoolExecutor", "execute", "Ljava/lang/Runnable;", 1, HookPoint.SELF));
	}

	private static Stream<HookPoint> stages() {
		Stream<HookPoint> one = Stream
			.of("uniApplyStage", "uniAcceptStage", "uniRunStage", "uniWhenCompleteStage", "uniHandleStage",
					"uniComposeStage", "uniExceptionallyStage", "uniComposeExceptionallyStage")
			.map((method) -> HookPoint.of(FUTURE, method, EXECUTOR + "*", 2));
		Stream<HookPoint> two = Stream
			.of("biApplyStage", "biAcceptStage", "biRunStage", "orApplyStage", "orAcceptStage", "orRunStage")
			.map((method) -> HookPoint.of(FUTURE, method, EXECUTOR + "*", 3));
		return Stream.concat(one, two);
	}

	private static Stream<HookPoint> forks() {
		return Stream
			.of("AdaptedRunnable", "AdaptedRunnableAction", "RunnableExecuteAction", "AdaptedCallable",
					"AdaptedInterruptibleCallable", "AdaptedInterruptibleRunnable")
			.map((type) -> HookPoint.of(FORK + type, "<init>", "*", 1));
	}

	/**
	 * What makes a thread for each task, and tasks that wait for their time.
	 */
	private static Stream<HookPoint> virtual() {
		String delayed = CONCURRENT + "DelayScheduler$ScheduledForkJoinTask";
		String callable = "Ljava/util/concurrent/Callable;";
		return Stream
			.of(HookPoint.of(CONCURRENT + "ThreadPerTaskExecutor", "execute", "Ljava/lang/Runnable;", 1),
					HookPoint.of(CONCURRENT + "StructuredTaskScope$SubtaskImpl", "<init>",
							"Ljava/util/concurrent/StructuredTaskScope;" + callable + "*", 2),
					HookPoint.of(CONCURRENT + "StructuredTaskScopeImpl$SubtaskImpl", "<init>",
							"Ljava/util/concurrent/StructuredTaskScopeImpl;" + callable + "*", 2),
					// Its loops connect for clients.
					HookPoint.of("io.netty.util.concurrent.SingleThreadEventExecutor", "execute",
							"Ljava/lang/Runnable;", 1),
					HookPoint.of(delayed, "<init>", "JJZ*", 4), HookPoint.of(delayed, "<init>", "JJZ*", 5));
	}

	/**
	 * The constructors that all others call, of JDK 17 and of later ones.
	 */
	private static Stream<HookPoint> threads() {
		return Stream.of(HookPoint.of("java.lang.Thread", "<init>",
				"Ljava/lang/ThreadGroup;Ljava/lang/Runnable;Ljava/lang/String;JLjava/security/AccessControlContext;Z",
				2),
				HookPoint.of("java.lang.Thread", "<init>",
						"Ljava/lang/ThreadGroup;Ljava/lang/String;ILjava/lang/Runnable;J*", 4),
				HookPoint.of("java.lang.ThreadBuilders$BoundVirtualThread", "<init>",
						"Ljava/lang/String;ILjava/lang/Runnable;", 3),
				HookPoint.of("java.lang.VirtualThread", "<init>",
						"Ljava/util/concurrent/Executor;Ljava/lang/String;ILjava/lang/Runnable;", 4));
	}

}
