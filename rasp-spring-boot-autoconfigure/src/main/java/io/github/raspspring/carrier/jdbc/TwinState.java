package io.github.raspspring.carrier.jdbc;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;

import org.springframework.util.ReflectionUtils;

/**
 * Keeps the fields of a twin like those of its original: pools are read by their fields,
 * which a twin has of its own, by those who measure them. What keeps changing, such as a
 * count, is looked at after each call; the rest, which are settings, a hundred times a
 * second at most, as looking at all costs more than a call. Thread-safe.
 */
final class TwinState {

	private static final long REST_NANOS = 10_000_000;

	private final Object original;

	private final Object twin;

	private final LongSupplier nanoTime;

	private final List<Field> reassigned;

	/** What had changed when all were looked at. Never written to. */
	private volatile Field[] lively = {};

	private volatile long looked;

	private TwinState(Object original, Object twin, List<Field> reassigned, LongSupplier nanoTime) {
		this.original = original;
		this.twin = twin;
		this.reassigned = reassigned;
		this.nanoTime = nanoTime;
		this.looked = nanoTime.getAsLong() - REST_NANOS;
	}

	/**
	 * Give a twin all that its original has.
	 * @param original what does the work
	 * @param twin what is injected
	 */
	static TwinState of(Object original, Object twin) {
		return of(original, twin, System::nanoTime);
	}

	static TwinState of(Object original, Object twin, LongSupplier nanoTime) {
		List<Field> reassigned = new ArrayList<>();
		for (Class<?> type = original.getClass(); type != null; type = type.getSuperclass()) {
			for (Field field : type.getDeclaredFields()) {
				if (!Modifier.isStatic(field.getModifiers()) && field.trySetAccessible()) {
					copy(field, original, twin);
					if (!Modifier.isFinal(field.getModifiers())) {
						reassigned.add(field);
					}
				}
			}
		}
		return new TwinState(original, twin, List.copyOf(reassigned), nanoTime);
	}

	/**
	 * Take over what has changed. A value that is being changed right now is taken over
	 * by the next call.
	 */
	void refresh() {
		long now = this.nanoTime.getAsLong();
		if (now - this.looked >= REST_NANOS) {
			this.looked = now;
			this.lively = changed();
		}
		else {
			for (Field field : this.lively) {
				follow(field);
			}
		}
	}

	/**
	 * Look at all fields.
	 * @return those that have changed
	 */
	private Field[] changed() {
		return this.reassigned.stream().filter(this::follow).toArray(Field[]::new);
	}

	/**
	 * Take over a field.
	 * @return whether it has changed
	 */
	private boolean follow(Field field) {
		Object value = ReflectionUtils.getField(field, this.original);
		Object known = ReflectionUtils.getField(field, this.twin);
		boolean changed = field.getType().isPrimitive() ? !Objects.equals(value, known) : value != known;
		if (changed) {
			ReflectionUtils.setField(field, this.twin, value);
		}
		return changed;
	}

	private static void copy(Field field, Object from, Object to) {
		ReflectionUtils.setField(field, to, ReflectionUtils.getField(field, from));
	}

}
