package io.github.raspspring.carrier.jvm;

import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionScope;

/**
 * Functions that run under an inspection wherever they are called. Thread-safe.
 */
final class CarriedFunctions {

	private final InspectionScope scope;

	CarriedFunctions(InspectionScope scope) {
		this.scope = scope;
	}

	Object carry(Inspection inspection, Object task, String type) {
		return switch (type) {
			case "java.lang.Runnable" -> this.scope.carry((Runnable) task);
			case "java.util.concurrent.Callable" -> callable(inspection, (Callable<?>) task);
			case "java.util.function.Supplier" -> supplier(inspection, (Supplier<?>) task);
			case "java.util.function.Function" -> function(inspection, (Function<?, ?>) task);
			case "java.util.function.BiFunction" -> function(inspection, (BiFunction<?, ?, ?>) task);
			case "java.util.function.Consumer" -> consumer(inspection, (Consumer<?>) task);
			case "java.util.function.BiConsumer" -> consumer(inspection, (BiConsumer<?, ?>) task);
			default -> task;
		};
	}

	private <V> Callable<V> callable(Inspection inspection, Callable<V> task) {
		return () -> {
			try (InspectionScope.Binding binding = this.scope.bind(inspection)) {
				return task.call();
			}
		};
	}

	private <T> Supplier<T> supplier(Inspection inspection, Supplier<T> task) {
		return () -> {
			try (InspectionScope.Binding binding = this.scope.bind(inspection)) {
				return task.get();
			}
		};
	}

	private <T, R> Function<T, R> function(Inspection inspection, Function<T, R> task) {
		return (value) -> {
			try (InspectionScope.Binding binding = this.scope.bind(inspection)) {
				return task.apply(value);
			}
		};
	}

	private <T, U, R> BiFunction<T, U, R> function(Inspection inspection, BiFunction<T, U, R> task) {
		return (first, second) -> {
			try (InspectionScope.Binding binding = this.scope.bind(inspection)) {
				return task.apply(first, second);
			}
		};
	}

	private <T> Consumer<T> consumer(Inspection inspection, Consumer<T> task) {
		return (value) -> {
			try (InspectionScope.Binding binding = this.scope.bind(inspection)) {
				task.accept(value);
			}
		};
	}

	private <T, U> BiConsumer<T, U> consumer(Inspection inspection, BiConsumer<T, U> task) {
		return (first, second) -> {
			try (InspectionScope.Binding binding = this.scope.bind(inspection)) {
				task.accept(first, second);
			}
		};
	}

}
