package io.github.raspspring.carrier.jvm.hook;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Writes what the driver of MongoDB is handed as JSON. The driver is on no class path of
 * the product, so it is asked by reflection.
 */
final class BsonText {

	private static final String BSON = "org.bson.conversions.Bson";

	private static final List<String> PARTS = List.of("getFilter", "getUpdate", "getUpdatePipeline");

	private BsonText() {
	}

	/**
	 * Return filters as JSON.
	 * @param value a filter, a model of a write, or several of them
	 * @return the text, an empty document where there is no filter
	 * @throws IllegalStateException if the driver can't tell
	 */
	static String of(Object value) {
		if (value instanceof Collection<?> values && !isBson(value)) {
			List<String> texts = new ArrayList<>(values.size());
			values.forEach((each) -> texts.add((each != null) ? of(each) : "null"));
			return "[" + String.join(", ", texts) + "]";
		}
		try {
			return isBson(value) ? String.valueOf(document(value)) : parts(value);
		}
		catch (ReflectiveOperationException ex) {
			Throwable cause = (ex instanceof InvocationTargetException && ex.getCause() != null) ? ex.getCause() : ex;
			throw new IllegalStateException(cause);
		}
	}

	private static String parts(Object model) throws ReflectiveOperationException {
		List<String> texts = new ArrayList<>(PARTS.size());
		for (Method method : model.getClass().getMethods()) {
			Object part = (PARTS.contains(method.getName()) && method.getParameterCount() == 0) ? method.invoke(model)
					: null;
			if (part != null) {
				texts.add(of(part));
			}
		}
		return texts.isEmpty() ? "{}" : "[" + String.join(", ", texts) + "]";
	}

	private static @Nullable Object document(Object value) throws ReflectiveOperationException {
		Class<?> bson = Class.forName(BSON, false, value.getClass().getClassLoader());
		return bson.getMethod("toBsonDocument").invoke(value);
	}

	private static boolean isBson(Object value) {
		for (Class<?> type = value.getClass(); type != null; type = type.getSuperclass()) {
			for (Class<?> each : type.getInterfaces()) {
				if (each.getName().equals(BSON)) {
					return true;
				}
			}
		}
		return false;
	}

}
