package io.github.raspspring.carrier.jvm;

import java.util.concurrent.Callable;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;

import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionScope;
import org.jspecify.annotations.Nullable;

/**
 * Lets the inspection follow a task to the thread that runs it. A task that was handed
 * over without a request stays as it is. Thread-safe.
 */
final class TaskCarrier implements BinaryOperator<Object> {

	private final InspectionScope scope;

	TaskCarrier(InspectionScope scope) {
		this.scope = scope;
	}

	@Override
	public @Nullable Object apply(@Nullable Object task, Object type) {
		Inspection inspection = this.scope.current();
		if (inspection == null || task == null) {
			return task;
		}
		return switch ((String) type) {
			case "java.lang.Runnable" -> this.scope.carry((Runnable) task);
			case "java.util.concurrent.Callable" -> callable(inspection, (Callable<?>) task);
			case "java.util.function.Supplier" -> supplier(inspection, (Supplier<?>) task);
			default -> task;
		};
	}

	private Callable<?> callable(Inspection inspection, Callable<?> task) {
		return () -> {
			try (InspectionScope.Binding binding = this.scope.bind(inspection)) {
				return task.call();
			}
		};
	}

	private Supplier<?> supplier(Inspection inspection, Supplier<?> task) {
		return () -> {
			try (InspectionScope.Binding binding = this.scope.bind(inspection)) {
				return task.get();
			}
		};
	}

}
