package io.github.raspspring.profile.declared;

import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Knows what a controller shows: the names of all properties of what its handlers answer
 * with, which tell of the entities behind it. Has one entry per controller. Thread-safe.
 */
final class HandlerTypes {

	private static final int DEEPEST = 4;

	private final JacksonShapes shapes;

	private final Map<Class<?>, Set<String>> shown = new ConcurrentHashMap<>();

	HandlerTypes(JacksonShapes shapes) {
		this.shapes = shapes;
	}

	Set<String> namesShownBy(Class<?> controller) {
		return this.shown.computeIfAbsent(ClassUtils.getUserClass(controller), this::names);
	}

	private Set<String> names(Class<?> controller) {
		Set<String> names = new HashSet<>();
		ReflectionUtils.doWithMethods(controller, (method) -> add(controller, method, names),
				(method) -> AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class));
		return Set.copyOf(names);
	}

	private void add(Class<?> controller, Method method, Set<String> names) {
		add(ResolvableType.forMethodReturnType(method, controller), names, 0);
	}

	private void add(ResolvableType type, Set<String> names, int depth) {
		for (ResolvableType generic : type.getGenerics()) {
			if (depth < DEEPEST) {
				add(generic, names, depth + 1);
			}
		}
		Class<?> raw = type.isArray() ? type.getComponentType().toClass() : type.toClass();
		if (!isOfAPlatform(raw)) {
			names.addAll(this.shapes.namesShown(raw));
		}
	}

	static boolean isOfAPlatform(Class<?> type) {
		String name = type.getName();
		return ClassUtils.isPrimitiveOrWrapper(type) || type.isEnum() || type.isArray() || name.startsWith("java.")
				|| name.startsWith("javax.") || name.startsWith("jakarta.") || name.startsWith("kotlin.")
				|| name.startsWith("org.springframework.") || name.startsWith("tools.jackson.")
				|| name.startsWith("com.fasterxml.");
	}

}
