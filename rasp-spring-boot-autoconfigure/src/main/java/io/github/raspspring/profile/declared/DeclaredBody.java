package io.github.raspspring.profile.declared;

import java.lang.reflect.Type;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.core.GenericTypeResolver;
import org.springframework.core.MethodParameter;

/**
 * What is declared of the body that a handler takes.
 *
 * @param shape what it looks like
 * @param shown names of what the controller shows of itself
 * @param root the place of the whole document
 */
record DeclaredBody(Shape shape, Set<String> shown, DeclaredPath root) {

	/**
	 * Bodies by the type that they are bound to and the controller. Has one entry per
	 * handler that takes a body. Thread-safe.
	 */
	static final class Known {

		private static final int MOST = 4096;

		private final JacksonShapes shapes;

		private final HandlerTypes handlers;

		private final Map<Target, DeclaredBody> bodies = new ConcurrentHashMap<>();

		Known(JacksonShapes shapes, HandlerTypes handlers) {
			this.shapes = shapes;
			this.handlers = handlers;
		}

		DeclaredBody of(MethodParameter parameter, Type type) {
			Target target = new Target(type, parameter.getContainingClass());
			DeclaredBody known = this.bodies.get(target);
			if (known == null) {
				known = read(target);
				if (this.bodies.size() < MOST) {
					this.bodies.put(target, known);
				}
			}
			return known;
		}

		private DeclaredBody read(Target target) {
			Type bound = GenericTypeResolver.resolveType(target.type, target.controller);
			return new DeclaredBody(this.shapes.of(bound), this.handlers.namesShownBy(target.controller),
					DeclaredPath.root("body."));
		}

		private record Target(Type type, Class<?> controller) {

		}

	}

}
