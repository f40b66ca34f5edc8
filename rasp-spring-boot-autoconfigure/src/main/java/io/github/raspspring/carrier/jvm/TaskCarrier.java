package io.github.raspspring.carrier.jvm;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.BinaryOperator;

import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionScope;
import org.jspecify.annotations.Nullable;

/**
 * Lets the inspection follow a task to the thread that runs it, and takes it away again
 * when the task has run. A task that was handed over without a request stays as it is,
 * and so does one that others recognize or that never ends. Thread-safe.
 */
final class TaskCarrier implements BinaryOperator<Object> {

	/** Threads of these serve more than the request that happens to start them. */
	private static final List<String> LIBRARIES = List.of("java.", "jdk.", "sun.", "com.sun.", "org.springframework.",
			"org.apache.", "org.eclipse.", "io.netty.", "reactor.", "com.zaxxer.", "org.h2.", "org.postgresql.",
			"com.mysql.", "io.lettuce.", "io.micrometer.", "ch.qos.", "org.quartz.", "com.github.benmanes.", "okhttp3.",
			"com.mongodb.", "org.neo4j.", "io.opentelemetry.", "io.grpc.", "com.rabbitmq.", "com.hazelcast.",
			"org.infinispan.", "redis.clients.", "com.datastax.", "software.amazon.", "com.google.", "com.azure.");

	private final InspectionScope scope;

	private final CarriedFunctions functions;

	private final ForkedTasks forked;

	TaskCarrier(InspectionScope scope) {
		this.scope = scope;
		this.functions = new CarriedFunctions(scope);
		this.forked = new ForkedTasks(scope);
	}

	/**
	 * Carry a task.
	 * @param task the task
	 * @param context the type it is known by, the executor for one that is handed to it
	 * as it is, {@code null} for a thread, or a word of {@link ForkedTasks}
	 * @return what is run instead
	 */
	@Override
	public @Nullable Object apply(@Nullable Object task, @Nullable Object context) {
		if (task == null || this.forked.note(task, context)) {
			return task;
		}
		Inspection inspection = this.scope.current();
		if (inspection == null) {
			return task;
		}
		if (context instanceof String type) {
			return this.functions.carry(inspection, task, type);
		}
		return isPlain(task, context) ? this.scope.carry((Runnable) task) : task;
	}

	/**
	 * A subclass may expect its own kind of task, and a queue may compare tasks.
	 */
	private static boolean isPlain(Object task, @Nullable Object executor) {
		boolean known = executor == null || executor.getClass() == ThreadPoolExecutor.class;
		boolean recognized = task instanceof RunnableFuture || task instanceof Comparable
				|| task instanceof CompletableFuture.AsynchronousCompletionTask || task instanceof Callable;
		return known && !recognized && LIBRARIES.stream().noneMatch(task.getClass().getName()::startsWith);
	}

}
