package io.github.raspspring.carrier.jdbc;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

import org.springframework.util.ReflectionUtils;

/**
 * Keeps the fields of a twin like those of its original: pools are read by their fields,
 * which a twin has of its own, by those who measure them.
 *
 * @param original what does the work
 * @param twin what is injected
 * @param reassigned fields whose value may become another one
 */
record TwinState(Object original, Object twin, List<Field> reassigned) {

	/**
	 * Give a twin all that its original has.
	 */
	static TwinState of(Object original, Object twin) {
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
		return new TwinState(original, twin, List.copyOf(reassigned));
	}

	/**
	 * Take over what has changed. A value that is being changed right now is taken over
	 * by the next call.
	 */
	void refresh() {
		for (Field field : this.reassigned) {
			if (field.getType().isPrimitive()
					|| ReflectionUtils.getField(field, this.original) != ReflectionUtils.getField(field, this.twin)) {
				copy(field, this.original, this.twin);
			}
		}
	}

	private static void copy(Field field, Object from, Object to) {
		ReflectionUtils.setField(field, to, ReflectionUtils.getField(field, from));
	}

}
