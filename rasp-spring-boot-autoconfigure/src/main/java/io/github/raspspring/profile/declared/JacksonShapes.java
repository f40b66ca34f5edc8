package io.github.raspspring.profile.declared;

import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.introspect.ClassIntrospector;

/**
 * Knows what types look like as JSON, asking the application's own mapper: with its
 * naming strategy, mixins, aliases and deserializers. Has one entry per type that is
 * bound. Thread-safe.
 */
final class JacksonShapes {

	private static final int MOST_TYPES = 4096;

	private static final int MOST_UNREADABLE = 50;

	private final ObjectMapper mapper;

	private final Set<String> unreadable = ConcurrentHashMap.newKeySet();

	private final Map<JavaType, Shape> known = new ConcurrentHashMap<>();

	private final Map<JavaType, Set<String>> shown = new ConcurrentHashMap<>();

	JacksonShapes(ObjectMapper mapper) {
		this.mapper = mapper;
	}

	ObjectMapper mapper() {
		return this.mapper;
	}

	/**
	 * Return whether a list of one may stand for a single value.
	 */
	boolean unwraps() {
		return this.mapper.deserializationConfig().isEnabled(DeserializationFeature.UNWRAP_SINGLE_VALUE_ARRAYS);
	}

	/**
	 * Return what a type looks like. What can't be told may be anything.
	 */
	Shape of(Type type) {
		JavaType asked = this.mapper.constructType(type);
		Shape shape = this.known.get(asked);
		if (shape == null) {
			shape = read(asked);
			if (this.known.size() < MOST_TYPES) {
				this.known.put(asked, shape);
			}
		}
		return shape;
	}

	private Shape read(JavaType type) {
		try {
			DeserializationContext context = this.mapper._deserializationContext();
			return new ShapeReader(context, this.mapper.deserializationConfig()).of(type);
		}
		catch (RuntimeException | LinkageError ex) {
			if (this.unreadable.size() < MOST_UNREADABLE) {
				this.unreadable.add(type.getRawClass().getSimpleName());
			}
			return Shape.ANYTHING;
		}
	}

	/**
	 * Return the types that could not be read and may be anything for that.
	 */
	Set<String> unreadable() {
		return this.unreadable;
	}

	/**
	 * Return the names that objects of a type are shown with.
	 */
	Set<String> namesShown(Type type) {
		return this.shown.computeIfAbsent(this.mapper.constructType(type), this::names);
	}

	private Set<String> names(JavaType type) {
		try {
			ClassIntrospector introspector = this.mapper.serializationConfig().classIntrospectorInstance();
			Set<String> names = new HashSet<>();
			for (BeanPropertyDefinition property : introspector
				.introspectForSerialization(type, introspector.introspectClassAnnotations(type))
				.findProperties()) {
				if (property.couldSerialize()) {
					names.add(property.getName());
				}
			}
			return names;
		}
		catch (RuntimeException | LinkageError ex) {
			return Set.of();
		}
	}

}
