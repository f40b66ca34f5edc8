package io.github.raspspring.inventory.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.github.raspspring.inventory.AccessRule;
import io.github.raspspring.inventory.Endpoint;
import io.github.raspspring.inventory.EndpointInventory;
import io.github.raspspring.inventory.EndpointKind;
import io.github.raspspring.inventory.EndpointParameter;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpEntity;
import org.springframework.util.ClassUtils;
import org.springframework.web.method.HandlerMethod;

/**
 * Writes the operations of one endpoint.
 */
final class OperationWriter {

	private static final Set<String> KNOWN = Set.of("GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH",
			"TRACE");

	private static final List<String> USUAL = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

	private static final Set<String> LOCATIONS = Set.of("query", "header", "cookie");

	/** A body may come with these. */
	private static final Set<String> WRITING = Set.of("POST", "PUT", "PATCH", "DELETE");

	private final Endpoint endpoint;

	private final SchemaWriter schemas;

	private final EndpointInventory inventory;

	OperationWriter(Endpoint endpoint, SchemaWriter schemas, EndpointInventory inventory) {
		this.endpoint = endpoint;
		this.schemas = schemas;
		this.inventory = inventory;
	}

	/**
	 * Return the methods that are written: those of a functional route stand in its
	 * predicate.
	 */
	List<String> methods() {
		Stream<String> declared = this.endpoint.methods().stream();
		if (this.endpoint.kind() == EndpointKind.FUNCTIONAL) {
			declared = this.endpoint.patterns().stream().flatMap((text) -> Stream.of(text.split("[^A-Z]+")));
		}
		List<String> known = declared.filter(KNOWN::contains).distinct().toList();
		if (!known.isEmpty() || !this.endpoint.methods().isEmpty()) {
			return known;
		}
		return (this.endpoint.kind() == EndpointKind.PAGE) ? List.of("GET") : USUAL;
	}

	/**
	 * Write an operation, unless another endpoint has it, as one that takes or answers
	 * another type of content.
	 */
	void write(String method, PathTemplate template, Map<String, Object> operations) {
		Map<String, Object> operation = new LinkedHashMap<>();
		operation.put("operationId", method.toLowerCase(Locale.ROOT) + ' ' + template.text());
		operation.put("summary", this.endpoint.handler());
		operation.put("tags", List.of(this.endpoint.kind().name().toLowerCase(Locale.ROOT)));
		List<Object> parameters = parameters(template);
		if (!parameters.isEmpty()) {
			operation.put("parameters", parameters);
		}
		Map<String, Object> body = WRITING.contains(method) ? body() : Map.of();
		if (!body.isEmpty()) {
			operation.put("requestBody", Map.of("content", body));
		}
		operation.put("responses", Map.of("default", answer()));
		AccessRule access = this.inventory.accessTo(this.endpoint);
		operation.put("x-access", access.required().name().toLowerCase(Locale.ROOT));
		if (!access.authorities().isEmpty()) {
			operation.put("x-authorities", access.authorities());
		}
		operation.put("x-requests", this.inventory.requestsOf(this.endpoint));
		operations.putIfAbsent(method.toLowerCase(Locale.ROOT), operation);
	}

	private List<Object> parameters(PathTemplate template) {
		List<Object> parameters = new ArrayList<>();
		List<EndpointParameter> all = this.endpoint.parameters();
		for (String variable : template.variables()) {
			int declared = index(variable);
			Map<String, Object> schema = (declared < 0) ? Map.of("type", "string") : schema(declared);
			parameters.add(parameter(variable, "path", true, schema));
		}
		List<String> seen = new ArrayList<>();
		for (int i = 0; i < all.size(); i++) {
			EndpointParameter parameter = all.get(i);
			if (LOCATIONS.contains(parameter.location()) && !seen.contains(parameter.location() + parameter.name())) {
				seen.add(parameter.location() + parameter.name());
				parameters.add(parameter(parameter.name(), parameter.location(), false, schema(i)));
			}
		}
		return parameters;
	}

	private int index(String variable) {
		List<EndpointParameter> all = this.endpoint.parameters();
		for (int i = 0; i < all.size(); i++) {
			if (all.get(i).location().equals("path") && all.get(i).name().equals(variable)) {
				return i;
			}
		}
		return -1;
	}

	private static Map<String, Object> parameter(String name, String location, boolean required,
			Map<String, Object> schema) {
		Map<String, Object> parameter = new LinkedHashMap<>();
		parameter.put("name", name);
		parameter.put("in", location);
		parameter.put("required", required);
		parameter.put("schema", schema);
		return parameter;
	}

	private Map<String, Object> schema(int index) {
		HandlerMethod handler = this.endpoint.method();
		if (handler == null) {
			return named(this.endpoint.parameters().get(index).type());
		}
		MethodParameter parameter = handler.getMethodParameters()[index];
		Map<String, Object> schema = new LinkedHashMap<>(
				this.schemas.write(ResolvableType.forMethodParameter(parameter)));
		new Constraints(parameter.getParameter()).addTo(schema);
		return schema;
	}

	private Map<String, Object> named(String type) {
		Class<?> known = ClassUtils.isPresent(type, null) ? ClassUtils.resolveClassName(type, null) : null;
		return (known != null) ? this.schemas.write(ResolvableType.forClass(known)) : Map.of();
	}

	/**
	 * Return the content of the body by its type: what is declared, or fields of a form.
	 */
	private Map<String, Object> body() {
		Map<String, Object> content = new LinkedHashMap<>();
		Map<String, Object> fields = new LinkedHashMap<>();
		boolean multipart = false;
		List<EndpointParameter> all = this.endpoint.parameters();
		for (int i = 0; i < all.size(); i++) {
			Map<String, Object> schema = switch (all.get(i).location()) {
				case "body", "multipart", "form" -> schema(i);
				default -> Map.of();
			};
			switch (all.get(i).location()) {
				case "body" -> types(schema, true).forEach((type) -> content.put(type, Map.of("schema", schema)));
				case "multipart", "form" -> {
					fields.put(all.get(i).name(), schema);
					multipart = multipart || all.get(i).location().equals("multipart");
				}
				default -> {
				}
			}
		}
		if (!fields.isEmpty()) {
			content.put(multipart ? "multipart/form-data" : "application/x-www-form-urlencoded",
					Map.of("schema", Map.of("type", "object", "properties", fields)));
		}
		return content;
	}

	private List<String> types(Map<String, Object> schema, boolean taken) {
		List<String> declared = taken ? this.endpoint.consumes() : this.endpoint.produces();
		return !declared.isEmpty() ? declared
				: List.of("string".equals(schema.get("type")) ? "text/plain" : "application/json");
	}

	private Map<String, Object> answer() {
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("description", "What the handler answers.");
		ResolvableType type = answerType(this.endpoint.method());
		if (type != null) {
			Map<String, Object> schema = this.schemas.write(type);
			Map<String, Object> content = new LinkedHashMap<>();
			types(schema, false).forEach((name) -> content.put(name, Map.of("schema", schema)));
			answer.put("content", content);
		}
		return answer;
	}

	private static @Nullable ResolvableType answerType(@Nullable HandlerMethod handler) {
		if (handler == null || handler.isVoid()) {
			return null;
		}
		ResolvableType type = ResolvableType.forMethodReturnType(handler.getMethod(), handler.getBeanType());
		while (HttpEntity.class.isAssignableFrom(type.toClass()) || isLater(type.toClass())) {
			type = type.getGeneric(0);
		}
		return (type.toClass() == Void.class) ? null : type;
	}

	private static boolean isLater(Class<?> type) {
		return java.util.concurrent.Callable.class.isAssignableFrom(type)
				|| java.util.concurrent.CompletionStage.class.isAssignableFrom(type)
				|| type.getName().equals("org.springframework.web.context.request.async.DeferredResult");
	}

}
