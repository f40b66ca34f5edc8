package io.github.raspspring.profile.declared;

import java.lang.reflect.Type;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.core.GenericTypeResolver;
import org.springframework.core.MethodParameter;

/**
 * What is declared of the body that a handler takes.
 *
 * @param shown names of what the controller shows of itself
 * @param root the place of the whole document, and what it looks like
 */
record DeclaredBody(Set<String> shown, DeclaredPath root) {

	/**
	 * Bodies by the type that they are bound to and the controller. Has one entry per
	 * handler that takes a body. Thread-safe.
	 */
	static final class Known {

		private static final int MOST = 4096;

		private final JacksonShapes shapes;

		private final HandlerTypes handlers;

		private final AtomicInteger count = new AtomicInteger();

		private final Map<Class<?>, Map<Type, DeclaredBody>> bodies = new ConcurrentHashMap<>();

		Known(JacksonShapes shapes, HandlerTypes handlers) {
			this.shapes = shapes;
			this.handlers = handlers;
		}

		DeclaredBody of(MethodParameter parameter, Type type) {
			Class<?> controller = parameter.getContainingClass();
			Map<Type, DeclaredBody> ofController = this.bodies.get(controller);
			DeclaredBody known = (ofController != null) ? ofController.get(type) : null;
			return (known != null) ? known : read(type, controller);
		}

		private DeclaredBody read(Type type, Class<?> controller) {
			Type bound = GenericTypeResolver.resolveType(type, controller);
			DeclaredBody body = new DeclaredBody(this.handlers.namesShownBy(controller),
					DeclaredPath.root("body.", this.shapes.of(bound)));
			if (this.count.get() < MOST) {
				this.count.incrementAndGet();
				this.bodies.computeIfAbsent(controller, (first) -> new ConcurrentHashMap<>()).put(type, body);
			}
			return body;
		}

	}

}
