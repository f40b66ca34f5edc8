package io.github.raspspring.inventory.openapi;

import java.beans.PropertyDescriptor;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.core.ResolvableType;
import org.springframework.util.ReflectionUtils;

/**
 * Writes Java types as JSON schemas (draft 2020-12). Types that have properties become
 * components that are referred to, each once. Names that an annotation of a library gives
 * to a property are not known here.
 */
final class SchemaWriter {

	private static final int MOST_COMPONENTS = 500;

	private final Map<String, Object> components = new TreeMap<>();

	private final Map<Class<?>, String> names = new HashMap<>();

	/**
	 * Return the components that were referred to.
	 */
	Map<String, Object> components() {
		return this.components;
	}

	Map<String, Object> write(ResolvableType type) {
		Class<?> raw = type.toClass();
		Map<String, Object> plain = PlainSchemas.of(raw);
		if (plain != null) {
			return plain;
		}
		if (Optional.class == raw) {
			return write(type.getGeneric(0));
		}
		if (type.isArray()) {
			return Map.of("type", "array", "items", write(type.getComponentType()));
		}
		if (Iterable.class.isAssignableFrom(raw)) {
			return Map.of("type", "array", "items", write(type.as(Iterable.class).getGeneric(0)));
		}
		if (Map.class.isAssignableFrom(raw)) {
			return Map.of("type", "object", "additionalProperties", write(type.as(Map.class).getGeneric(1)));
		}
		return PlainSchemas.hasNoProperties(raw) ? Map.of() : component(type, raw);
	}

	private Map<String, Object> component(ResolvableType type, Class<?> raw) {
		String known = this.names.get(raw);
		if (known == null) {
			if (this.names.size() >= MOST_COMPONENTS) {
				return Map.of("type", "object");
			}
			known = raw.getSimpleName();
			while (this.names.containsValue(known)) {
				known += "_";
			}
			this.names.put(raw, known);
			this.components.put(known, properties(type, raw));
		}
		return Map.of("$ref", "#/components/schemas/" + known);
	}

	private Map<String, Object> properties(ResolvableType type, Class<?> raw) {
		Map<String, Object> properties = new LinkedHashMap<>();
		List<String> required = new ArrayList<>();
		if (raw.isRecord()) {
			for (RecordComponent component : raw.getRecordComponents()) {
				Field field = ReflectionUtils.findField(raw, component.getName());
				ResolvableType declared = (field != null) ? ResolvableType.forField(field, type)
						: ResolvableType.forClass(component.getType());
				add(component.getName(), declared, field, properties, required);
			}
		}
		else {
			for (PropertyDescriptor property : BeanUtils.getPropertyDescriptors(raw)) {
				if (property.getReadMethod() != null && !property.getName().equals("class")) {
					ResolvableType declared = ResolvableType.forMethodReturnType(property.getReadMethod(), raw);
					add(property.getName(), declared, ReflectionUtils.findField(raw, property.getName()), properties,
							required);
				}
			}
		}
		Map<String, Object> schema = new LinkedHashMap<>();
		schema.put("type", "object");
		schema.put("properties", properties);
		if (!required.isEmpty()) {
			schema.put("required", required);
		}
		return schema;
	}

	private void add(String name, ResolvableType type, @Nullable AnnotatedElement declared,
			Map<String, Object> properties, List<String> required) {
		Map<String, Object> schema = new LinkedHashMap<>(write(type));
		if (declared != null) {
			Constraints constraints = new Constraints(declared);
			constraints.addTo(schema);
			if (constraints.isRequired()) {
				required.add(name);
			}
		}
		properties.put(name, schema);
	}

}
