package io.github.raspspring.carrier.jvm;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where the JDK is handed tasks that other threads run.
 */
final class TaskPoints {

	private static final String FUTURE = "java.util.concurrent.CompletableFuture";

	private TaskPoints() {
	}

	static List<TaskPoint> all() {
		return Stream
			.of(HookPoint.of("java.util.concurrent.FutureTask", "<init>", "Ljava/util/concurrent/Callable;", 1),
					HookPoint.of("java.util.concurrent.FutureTask", "<init>", "Ljava/lang/Runnable;Ljava/lang/Object;",
							1),
					HookPoint.of(FUTURE + "$AsyncSupply", "<init>", "*", 2),
					HookPoint.of(FUTURE + "$AsyncRun", "<init>", "*", 2))
			.map(TaskPoint::new)
			.toList();
	}

}
