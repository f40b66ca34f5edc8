package io.github.raspspring.carrier.jvm;

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

	private final InspectionScope scope;

	private final CarriedFunctions functions;

	private final ForkedTasks forked;

	TaskCarrier(InspectionScope scope, ThreadTask task) {
		this.scope = scope;
		this.functions = new CarriedFunctions(scope);
		this.forked = new ForkedTasks(scope, task);
	}

	/**
	 * Carry a task.
	 * @param task the task
	 * @param context the type it is known by, the pool that it is handed to as it is,
	 * {@code null} for a thread, or a word of {@link ForkedTasks}
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
		boolean carried = isPlain(task)
				&& ((context != null) ? context.getClass() == ThreadPoolExecutor.class : !StartedThreads.areForPool());
		return carried ? this.scope.carry((Runnable) task) : task;
	}

	/**
	 * Others may expect their own kind of task, and a queue may compare tasks.
	 */
	private static boolean isPlain(Object task) {
		boolean recognized = task instanceof RunnableFuture || task instanceof Comparable
				|| task instanceof CompletableFuture.AsynchronousCompletionTask || task instanceof Callable;
		return !recognized && LibraryTypes.isOfApplication(task.getClass());
	}

}
