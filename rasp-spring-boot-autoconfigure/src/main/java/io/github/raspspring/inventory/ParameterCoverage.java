package io.github.raspspring.inventory;

import java.io.InputStream;
import java.io.Reader;
import java.lang.annotation.Annotation;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TimeZone;
import java.util.UUID;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.Part;

import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpRequest;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.MatrixVariable;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;

/**
 * Tells where one parameter of a handler comes from, and which way it is covered.
 */
record ParameterCoverage(EndpointParameter parameter, Coverage coverage, String open) {

	private static final Map<Class<? extends Annotation>, String> LOCATIONS = Map.of(PathVariable.class, "path",
			MatrixVariable.class, "path", RequestParam.class, "query", RequestHeader.class, "header", CookieValue.class,
			"cookie", RequestBody.class, "body", RequestPart.class, "multipart", ModelAttribute.class, "form");

	private static final List<Class<?>> REQUESTS = List.of(ServletRequest.class, WebRequest.class, HttpRequest.class,
			MultipartRequest.class, InputStream.class, Reader.class);

	private static final List<Class<?>> FILES = List.of(MultipartFile.class, Part.class);

	private static final List<Class<?>> UNREAD_BODIES = List.of(CharSequence.class, byte[].class, Resource.class,
			InputStream.class);

	private static final List<Class<?>> SAFE = List.of(Number.class, Boolean.class, Character.class, Enum.class,
			UUID.class, TemporalAccessor.class, Date.class);

	private static final Set<Class<?>> PROVIDED = Set.of(Locale.class, TimeZone.class, ZoneId.class);

	private static final String OPEN_REQUEST = "The handler reads the request itself: "
			+ "the body is judged by its content type, binary ones by their first bytes only.";

	private static final String OPEN_BODY = "The handler gets the body unread: it is judged by its content type, "
			+ "not by what the handler makes of it.";

	private static final String OPEN_FILE = "Names of files are judged, their content is not.";

	static ParameterCoverage of(MethodParameter parameter) {
		ResolvableType type = ResolvableType.forMethodParameter(parameter);
		Class<?> raw = parameter.nestedIfOptional().getNestedParameterType();
		String name = String.valueOf(parameter.getParameterName());
		for (Annotation annotation : parameter.getParameterAnnotations()) {
			String location = LOCATIONS.get(annotation.annotationType());
			if (location != null) {
				return of(location, declared(annotation, name), type, raw).with(constraints(parameter));
			}
		}
		return of(undeclared(raw), name, type, raw).with(constraints(parameter));
	}

	private ParameterCoverage with(List<String> constraints) {
		EndpointParameter known = this.parameter;
		return constraints.isEmpty() ? this
				: new ParameterCoverage(
						new EndpointParameter(known.location(), known.name(), known.type(), constraints), this.coverage,
						this.open);
	}

	/**
	 * Tell constraints by their names, with the values that are not the default.
	 */
	private static List<String> constraints(MethodParameter parameter) {
		List<String> constraints = new ArrayList<>();
		for (Annotation annotation : parameter.getParameterAnnotations()) {
			Class<? extends Annotation> type = annotation.annotationType();
			if (type.getName().startsWith("jakarta.validation.")) {
				StringJoiner values = new StringJoiner(", ", "(", ")").setEmptyValue("");
				AnnotationUtils.getAnnotationAttributes(annotation).forEach((name, value) -> {
					if (!name.equals("message")
							&& !Objects.deepEquals(value, AnnotationUtils.getDefaultValue(annotation, name))) {
						values.add(name + "=" + value);
					}
				});
				constraints.add(type.getSimpleName() + values);
			}
		}
		return constraints;
	}

	private static ParameterCoverage of(String location, String name, ResolvableType type, Class<?> raw) {
		EndpointParameter parameter = new EndpointParameter(location, name, type.toString());
		boolean body = location.equals("body");
		Class<?> content = HttpEntity.class.isAssignableFrom(raw) ? type.as(HttpEntity.class).getGeneric(0).toClass()
				: raw;
		Class<?> element = element(type, content);
		if (isAny(FILES, element)) {
			return new ParameterCoverage(parameter, Coverage.RAW, OPEN_FILE);
		}
		if (location.equals("request") && isAny(REQUESTS, raw)) {
			return new ParameterCoverage(parameter, Coverage.RAW, OPEN_REQUEST);
		}
		if (body && (content == Object.class || isAny(UNREAD_BODIES, content))) {
			return new ParameterCoverage(parameter, Coverage.RAW, OPEN_BODY);
		}
		boolean safe = location.equals("request") || (!body && (element.isPrimitive() || isAny(SAFE, element)));
		return new ParameterCoverage(parameter, safe ? Coverage.TYPED : Coverage.BOUND, "");
	}

	/**
	 * Return where a parameter without annotation comes from.
	 */
	private static String undeclared(Class<?> type) {
		if (HttpEntity.class.isAssignableFrom(type)) {
			return "body";
		}
		if (isAny(FILES, type)) {
			return "multipart";
		}
		if (BeanUtils.isSimpleProperty(type) && !PROVIDED.contains(type)) {
			return "query";
		}
		return (isAny(REQUESTS, type) || isOfThePlatform(type)) ? "request" : "form";
	}

	/**
	 * What Spring MVC hands in by itself, such as a principal, a locale or a model.
	 */
	private static boolean isOfThePlatform(Class<?> type) {
		String name = type.getName();
		return name.startsWith("java.") || name.startsWith("jakarta.") || name.startsWith("org.springframework.");
	}

	private static Class<?> element(ResolvableType type, Class<?> raw) {
		if (raw.isArray() && raw != byte[].class) {
			return raw.getComponentType();
		}
		return Iterable.class.isAssignableFrom(raw) ? type.as(Iterable.class).getGeneric(0).toClass() : raw;
	}

	private static String declared(Annotation annotation, String name) {
		Object declared = AnnotationUtils.getValue(annotation, "name");
		return (declared instanceof String text && !text.isEmpty()) ? text : name;
	}

	private static boolean isAny(List<Class<?>> types, Class<?> type) {
		return types.stream().anyMatch((known) -> known.isAssignableFrom(type));
	}

}
