package io.github.raspspring.profile.declared;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.raspspring.profile.declared.Shape.Fields;
import io.github.raspspring.profile.declared.Shape.Items;
import io.github.raspspring.profile.declared.Shape.Scalar;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.bean.BeanDeserializerBase;
import tools.jackson.databind.deser.std.ContainerDeserializerBase;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.introspect.ClassIntrospector;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.type.LogicalType;
import tools.jackson.databind.util.NameTransformer;

/**
 * Reads the shape of a type from the deserializers that Jackson has for it, which are
 * right about it by definition. Deserializers of the application may read anything. For
 * one type and one thread.
 */
final class ShapeReader {

	private static final String OWN = "tools.jackson.databind.";

	private final DeserializationContext context;

	private final DeserializationConfig config;

	private final ClassIntrospector introspector;

	private final boolean anyCase;

	private final Map<JavaType, Fields> begun = new HashMap<>();

	ShapeReader(DeserializationContext context, DeserializationConfig config) {
		this.context = context;
		this.config = config;
		this.introspector = config.classIntrospectorInstance();
		this.anyCase = config.isEnabled(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES);
	}

	Shape of(JavaType type) {
		TypeDeserializer typed = this.context.findTypeDeserializer(type);
		if (typed != null && !type.isContainerType()) {
			return ofAny(type, typed);
		}
		return of(this.context.findContextualValueDeserializer(type, null), type, null);
	}

	private Shape of(@Nullable ValueDeserializer<?> deserializer, JavaType type, @Nullable AnnotatedMember member) {
		if (deserializer == null || !deserializer.getClass().getName().startsWith(OWN)) {
			return Shape.ANYTHING;
		}
		if (deserializer instanceof BeanDeserializerBase bean) {
			return object(bean, type);
		}
		LogicalType logical = deserializer.logicalType();
		if (logical == null || deserializer.getClass().getSimpleName().startsWith("FactoryBased")) {
			return Shape.ANYTHING;
		}
		return switch (logical) {
			case Array, Collection -> list(deserializer, type);
			case Integer, Float, Boolean, Textual, Enum, OtherScalar ->
				new Scalar(false, (member != null) ? Limits.of(member.annotations()) : Limits.NONE);
			case DateTime -> new Scalar(true, Limits.NONE);
			default -> Shape.ANYTHING;
		};
	}

	private Shape list(ValueDeserializer<?> deserializer, JavaType type) {
		JavaType content = type.getContentType();
		if (!(deserializer instanceof ContainerDeserializerBase<?> container) || content == null
				|| content.isPrimitive()) {
			return Shape.ANYTHING;
		}
		TypeDeserializer typed = this.context.findTypeDeserializer(content);
		ValueDeserializer<?> element = container.getContentDeserializer();
		if (element == null) {
			element = this.context.findContextualValueDeserializer(content, null);
		}
		return new Items((typed != null) ? ofAny(content, typed) : of(element, content, null));
	}

	/**
	 * Any of several types, which the document names.
	 */
	private Shape ofAny(JavaType type, TypeDeserializer typed) {
		JsonTypeInfo.As inclusion = typed.getTypeInclusion();
		boolean property = inclusion == JsonTypeInfo.As.PROPERTY || inclusion == JsonTypeInfo.As.EXISTING_PROPERTY;
		Fields union = new Fields(this.anyCase);
		if (!property || typed.getPropertyName() == null) {
			return Shape.ANYTHING;
		}
		union.add(typed.getPropertyName(), new Scalar(false, Limits.NONE));
		int types = 0;
		for (NamedType named : this.config.getSubtypeResolver()
			.collectAndResolveSubtypesByTypeId(this.config, this.introspector.introspectClassAnnotations(type))) {
			JavaType subtype = this.config.constructType(named.getType());
			if (!subtype.isAbstract()) {
				if (!(of(this.context.findContextualValueDeserializer(subtype, null), subtype,
						null) instanceof Fields fields)) {
					return Shape.ANYTHING;
				}
				union.addAll(fields);
				types++;
			}
		}
		return (types > 0) ? union : Shape.ANYTHING;
	}

	private Shape object(BeanDeserializerBase bean, JavaType type) {
		Fields begun = this.begun.get(type);
		if (begun != null) {
			return begun;
		}
		if (bean.getValueInstantiator().canCreateUsingDelegate()) {
			return Shape.ANYTHING;
		}
		Fields fields = new Fields(this.anyCase);
		this.begun.put(type, fields);
		addAll(bean.properties(), fields);
		addAll(bean.creatorProperties(), fields);
		if (bean.hasAnySetter()) {
			fields.open();
		}
		describe(type, fields);
		return fields;
	}

	private void addAll(Iterator<SettableBeanProperty> properties, Fields fields) {
		while (properties.hasNext()) {
			SettableBeanProperty property = properties.next();
			Shape shape = of(property);
			fields.add(property.getName(), shape);
			property.findAliases(this.config).forEach((alias) -> fields.add(alias.getSimpleName(), shape));
			TypeDeserializer typed = property.getValueTypeDeserializer();
			if (typed != null && typed.getPropertyName() != null) {
				fields.tolerate(typed.getPropertyName());
			}
		}
	}

	private Shape of(SettableBeanProperty property) {
		TypeDeserializer typed = property.getValueTypeDeserializer();
		if (typed != null) {
			return ofAny(property.getType(), typed);
		}
		return of(property.getValueDeserializer(), property.getType(), property.getMember());
	}

	/**
	 * Add what no deserializer tells: what is ignored, and what stands in a property that
	 * is written without its name.
	 */
	private void describe(JavaType type, Fields fields) {
		AnnotatedClass annotated = this.introspector.introspectClassAnnotations(type);
		BeanDescription description = this.introspector.introspectForDeserialization(type, annotated);
		AnnotationIntrospector annotations = this.config.getAnnotationIntrospector();
		for (BeanPropertyDefinition property : description.findProperties()) {
			AnnotatedMember member = property.getPrimaryMember();
			NameTransformer unwrapping = (member != null)
					? annotations.findUnwrappingNameTransformer(this.config, member) : null;
			if (unwrapping != null) {
				addUnwrapped(of(property.getPrimaryType()), unwrapping, fields);
			}
		}
		List<BeanPropertyDefinition> backReferences = description.findBackReferences();
		if (backReferences != null) {
			backReferences.forEach((property) -> fields.tolerate(property.getName()));
		}
		if (description.getObjectIdInfo() != null) {
			fields.tolerate(description.getObjectIdInfo().getPropertyName().getSimpleName());
		}
		JsonIgnoreProperties.Value ignored = annotations.findPropertyIgnoralByName(this.config, annotated);
		for (String name : ignored.getIgnored()) {
			if (ignored.getAllowGetters()) {
				fields.readOnly(name);
			}
			else {
				fields.tolerate(name);
			}
		}
		addReadOnly(type, annotated, description, fields);
	}

	private void addReadOnly(JavaType type, AnnotatedClass annotated, BeanDescription description, Fields fields) {
		for (BeanPropertyDefinition shown : this.introspector.introspectForSerialization(type, annotated)
			.findProperties()) {
			String name = shown.getName();
			if (shown.couldSerialize() && fields.find(name) == null && !fields.isTolerated(name)) {
				fields.readOnly(name);
			}
		}
	}

	private static void addUnwrapped(Shape shape, NameTransformer names, Fields fields) {
		if (shape instanceof Fields inner) {
			inner.known().forEach((name, value) -> fields.add(names.transform(name), value));
			if (inner.isOpen()) {
				fields.open();
			}
		}
		else {
			fields.open();
		}
	}

}
