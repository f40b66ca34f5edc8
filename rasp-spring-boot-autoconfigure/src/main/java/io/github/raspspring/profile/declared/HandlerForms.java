package io.github.raspspring.profile.declared;

import java.beans.PropertyDescriptor;
import java.io.InputStream;
import java.io.Reader;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import io.github.raspspring.profile.declared.FormShape.Kind;
import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.core.ResolvableType;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.HandlerMethod;

/**
 * Reads what handlers declare of parameters. Has one entry per handler. Thread-safe.
 */
final class HandlerForms {

	static final String PATH = "path.";

	private static final ParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

	private static final int DEEPEST = 3;

	private static final Set<String> BOUND_ELSEWHERE = Set.of("RequestBody", "RequestPart", "RequestHeader",
			"CookieValue", "RequestAttribute", "SessionAttribute", "MatrixVariable", "Value", "AuthenticationPrincipal",
			"CurrentSecurityContext", "RegisteredOAuth2AuthorizedClient");

	/** Read the request as they like. */
	private static final Set<Class<?>> READERS = Set.of(ServletRequest.class, WebRequest.class, InputStream.class,
			Reader.class);

	private final HandlerTypes types;

	private final Map<Method, FormShape> byHandler = new ConcurrentHashMap<>();

	HandlerForms(HandlerTypes types) {
		this.types = types;
	}

	FormShape of(HandlerMethod handler) {
		FormShape known = this.byHandler.get(handler.getMethod());
		return (known != null) ? known : this.byHandler.computeIfAbsent(handler.getMethod(), (method) -> read(handler));
	}

	Set<String> namesShownBy(HandlerMethod handler) {
		return this.types.namesShownBy(handler.getBeanType());
	}

	private static FormShape read(HandlerMethod handler) {
		FormShape shape = new FormShape();
		for (MethodParameter declared : handler.getMethodParameters()) {
			MethodParameter parameter = declared.clone();
			parameter.initParameterNameDiscovery(NAMES);
			try {
				add(parameter, shape);
			}
			catch (RuntimeException | LinkageError ex) {
				shape.open();
			}
		}
		return shape;
	}

	private static void add(MethodParameter parameter, FormShape shape) {
		RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
		PathVariable variable = parameter.getParameterAnnotation(PathVariable.class);
		ResolvableType type = ResolvableType.forMethodParameter(parameter);
		Limits limits = Limits.of(Arrays.stream(parameter.getParameterAnnotations()));
		if (variable != null) {
			shape.add(PATH + name(variable.name(), parameter), kind(type), limits);
		}
		else if (named != null && Map.class.isAssignableFrom(type.toClass()) && named.name().isEmpty()) {
			shape.open();
		}
		else if (named != null) {
			shape.add(name(named.name(), parameter), kind(type), limits);
		}
		else if (!isBoundElsewhere(parameter)) {
			addUnnamed(parameter, type, limits, shape);
		}
	}

	private static void addUnnamed(MethodParameter parameter, ResolvableType type, Limits limits, FormShape shape) {
		Class<?> raw = type.toClass();
		boolean model = parameter.hasParameterAnnotation(ModelAttribute.class);
		if (BeanUtils.isSimpleProperty(raw) && !model) {
			shape.add(name("", parameter), kind(type), limits);
		}
		else if (READERS.stream().anyMatch((reader) -> reader.isAssignableFrom(raw))
				|| raw.getName().startsWith("org.springframework.data.")) {
			shape.open();
		}
		else if (!HandlerTypes.isOfAPlatform(raw) && (model || isPlain(parameter))) {
			shape.bindsObjects();
			addProperties(type, "", shape, 0);
		}
		else if (!HandlerTypes.isOfAPlatform(raw)) {
			shape.open();
		}
	}

	/**
	 * Annotations that are not Spring's may ask a resolver of the application's.
	 */
	private static boolean isPlain(MethodParameter parameter) {
		return Arrays.stream(parameter.getParameterAnnotations())
			.map((annotation) -> annotation.annotationType().getName())
			.allMatch((name) -> name.startsWith("org.springframework.") || name.startsWith("jakarta.")
					|| name.startsWith("org.jspecify."));
	}

	private static boolean isBoundElsewhere(MethodParameter parameter) {
		return Arrays.stream(parameter.getParameterAnnotations())
			.anyMatch((annotation) -> BOUND_ELSEWHERE.contains(annotation.annotationType().getSimpleName()));
	}

	private static String name(String declared, MethodParameter parameter) {
		return declared.isEmpty() ? String.valueOf(parameter.getParameterName()) : declared;
	}

	private static void addProperties(ResolvableType type, String prefix, FormShape shape, int depth) {
		Class<?> raw = type.toClass();
		if (depth > DEEPEST) {
			shape.open();
			return;
		}
		Constructor<?> constructor = raw.isRecord() ? BeanUtils.getResolvableConstructor(raw) : null;
		if (constructor != null || raw.getDeclaredConstructors().length == 1
				&& raw.getDeclaredConstructors()[0].getParameterCount() > 0) {
			Constructor<?> binding = (constructor != null) ? constructor : raw.getDeclaredConstructors()[0];
			String[] names = BeanUtils.getParameterNames(binding);
			for (int i = 0; i < names.length; i++) {
				MethodParameter parameter = new MethodParameter(binding, i);
				add(renamed(parameter, names[i]), ResolvableType.forMethodParameter(parameter, type), prefix,
						annotations(parameter, raw, names[i]), shape, depth);
			}
		}
		for (PropertyDescriptor property : BeanUtils.getPropertyDescriptors(raw)) {
			Method method = (property.getWriteMethod() != null) ? property.getWriteMethod() : property.getReadMethod();
			if (method != null && !property.getName().equals("class") && isSettable(property)) {
				add(property.getName(), typeOf(property, type), prefix, annotations(property, raw), shape, depth);
			}
		}
	}

	private static String renamed(MethodParameter parameter, String name) {
		for (Annotation annotation : parameter.getParameterAnnotations()) {
			if (annotation.annotationType().getSimpleName().equals("BindParam")) {
				return String.valueOf(org.springframework.core.annotation.AnnotationUtils.getValue(annotation));
			}
		}
		return name;
	}

	/**
	 * A property that only can be read still gives an object that can be bound to.
	 */
	private static boolean isSettable(PropertyDescriptor property) {
		Class<?> type = property.getPropertyType();
		return property.getWriteMethod() != null || type != null && !BeanUtils.isSimpleProperty(type);
	}

	private static ResolvableType typeOf(PropertyDescriptor property, ResolvableType owner) {
		Method write = property.getWriteMethod();
		return (write != null) ? ResolvableType.forMethodParameter(new MethodParameter(write, 0), owner)
				: ResolvableType.forMethodReturnType(Objects.requireNonNull(property.getReadMethod()), owner.toClass());
	}

	private static void add(String name, ResolvableType type, String prefix, Limits limits, FormShape shape,
			int depth) {
		ResolvableType element = element(type);
		Class<?> raw = element.toClass();
		shape.add(prefix + name, kind(type), limits);
		if (!BeanUtils.isSimpleProperty(raw) && !HandlerTypes.isOfAPlatform(raw)) {
			addProperties(element, prefix + name + '.', shape, depth + 1);
		}
		else if (Map.class.isAssignableFrom(type.toClass()) || raw == Object.class) {
			shape.open();
		}
	}

	private static ResolvableType element(ResolvableType type) {
		if (type.isArray()) {
			return type.getComponentType();
		}
		return Collection.class.isAssignableFrom(type.toClass()) ? type.asCollection().getGeneric(0) : type;
	}

	private static Limits annotations(MethodParameter parameter, Class<?> type, String name) {
		Field field = ReflectionUtils.findField(type, name);
		return Limits.of(Stream.concat(Arrays.stream(parameter.getParameterAnnotations()), of(field)));
	}

	private static Limits annotations(PropertyDescriptor property, Class<?> type) {
		Field field = ReflectionUtils.findField(type, property.getName());
		return Limits.of(Stream.of(of(field), of(property.getReadMethod()), of(property.getWriteMethod()))
			.flatMap((annotations) -> annotations));
	}

	private static Stream<Annotation> of(@Nullable AnnotatedElement element) {
		return (element != null) ? Arrays.stream(element.getAnnotations()) : Stream.empty();
	}

	private static Kind kind(ResolvableType type) {
		Class<?> raw = type.toClass();
		if (raw == boolean.class || raw == Boolean.class) {
			return Kind.BOX;
		}
		if (CharSequence.class.isAssignableFrom(raw)) {
			return Kind.TEXT;
		}
		return (BeanUtils.isSimpleValueType(raw) && !raw.isArray()) ? Kind.SINGLE : Kind.MANY;
	}

}
