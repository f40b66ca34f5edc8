package io.github.raspspring.inventory;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;
import org.springframework.web.method.HandlerMethod;

/**
 * Finds sensitive data by the names of what a handler takes and answers, and by the
 * annotation {@link Sensitive}.
 */
final class SensitiveNames {

	/** Words that names are made of. */
	private static final Set<String> WORDS = Set.of("account", "address", "bank", "birth", "birthday", "card", "cvc",
			"cvv", "email", "iban", "income", "mail", "passport", "password", "passwd", "phone", "pin", "salary",
			"secret", "ssn", "tax", "tel", "telephone", "token", "vat");

	private static final int DEEPEST = 3;

	private SensitiveNames() {
	}

	/**
	 * Find the names.
	 * @param parameters what the handler takes, in the order of its arguments
	 */
	static Set<String> of(HandlerMethod handler, List<EndpointParameter> parameters) {
		Set<String> found = new TreeSet<>();
		for (MethodParameter declared : handler.getMethodParameters()) {
			String name = parameters.get(declared.getParameterIndex()).name();
			if (declared.hasParameterAnnotation(Sensitive.class) || isSensitive(name)) {
				found.add(name);
			}
			addIfKnown(ResolvableType.forMethodParameter(declared), found);
		}
		addIfKnown(ResolvableType.forMethodReturnType(handler.getMethod(), handler.getBeanType()), found);
		return found;
	}

	/**
	 * A type may name others that are not there.
	 */
	private static void addIfKnown(ResolvableType type, Set<String> found) {
		try {
			add(type, found, 0);
		}
		catch (LinkageError | TypeNotPresentException ex) {
			found.add(type.toClass().getSimpleName() + " (unknown)");
		}
	}

	private static void add(ResolvableType type, Set<String> found, int depth) {
		for (ResolvableType generic : type.getGenerics()) {
			add(generic, found, depth);
		}
		Class<?> raw = type.isArray() ? type.getComponentType().toClass() : type.toClass();
		if (depth > DEEPEST || isOfAPlatform(raw)) {
			return;
		}
		if (raw.isAnnotationPresent(Sensitive.class)) {
			found.add(raw.getSimpleName());
		}
		for (Field field : raw.getDeclaredFields()) {
			if (!Modifier.isStatic(field.getModifiers())) {
				if (isAnnotated(field) || isSensitive(field.getName())) {
					found.add(raw.getSimpleName() + "." + field.getName());
				}
				add(ResolvableType.forField(field), found, depth + 1);
			}
		}
	}

	private static boolean isAnnotated(AnnotatedElement element) {
		return element.isAnnotationPresent(Sensitive.class);
	}

	private static boolean isOfAPlatform(Class<?> type) {
		String name = type.getName();
		return ClassUtils.isPrimitiveOrWrapper(type) || type.isEnum() || name.startsWith("java.")
				|| name.startsWith("javax.") || name.startsWith("jakarta.") || name.startsWith("org.springframework.")
				|| name.startsWith("tools.jackson.") || name.startsWith("com.fasterxml.");
	}

	/**
	 * Take a name apart where it has a capital letter or a sign.
	 */
	static boolean isSensitive(String name) {
		for (String word : name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT).split("[^a-z]+")) {
			if (WORDS.contains(word)) {
				return true;
			}
		}
		return false;
	}

}
