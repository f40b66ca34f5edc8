package io.github.raspspring.inventory.openapi;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionListener;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.Outcome;
import io.github.raspspring.inventory.StoredDocument;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Holds answers of controllers against a given document: the statuses of all, and the
 * JSON of some of each operation, as that takes time. Changes no answer, whatever it
 * finds. Thread-safe.
 */
@ControllerAdvice
public final class AnswerCheck implements ResponseBodyAdvice<Object>, InspectionListener {

	private static final int FIRST = 20;

	private static final int EVERY = 500;

	private static final int MOST = 30;

	private final DescribedApi described;

	private final InspectionScope scope;

	private final UnaryOperator<Object> json;

	private final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();

	private final Map<String, Set<String>> off = new ConcurrentHashMap<>();

	/**
	 * Create a check.
	 * @param document the given document
	 * @param scope tells which request a thread works for
	 * @param json makes maps, lists and values of what is answered, as it would be
	 * written in JSON
	 */
	public AnswerCheck(Map<String, Object> document, InspectionScope scope, UnaryOperator<Object> json) {
		this.described = DescribedApi.of(document);
		this.scope = scope;
		this.json = json;
	}

	DescribedApi described() {
		return this.described;
	}

	@Override
	public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converterType) {
		return true;
	}

	@Override
	public @Nullable Object beforeBodyWrite(@Nullable Object body, MethodParameter returnType, MediaType type,
			Class<? extends HttpMessageConverter<?>> converter, ServerHttpRequest request,
			ServerHttpResponse response) {
		Inspection inspection = this.scope.current();
		if (body != null && inspection != null && type.getSubtype().endsWith("json")
				&& response instanceof ServletServerHttpResponse answer) {
			check(inspection, answer.getServletResponse().getStatus(), type, body);
		}
		return body;
	}

	private void check(Inspection inspection, int status, MediaType type, Object body) {
		String key = key(inspection);
		DescribedApi.Operation operation = this.described.operations().get(key);
		if (operation == null) {
			return;
		}
		int number = this.answers.computeIfAbsent(key, (unknown) -> new AtomicInteger()).getAndIncrement();
		Object answer = (number < FIRST || number % EVERY == 0) ? operation.answer(status) : null;
		if (answer == null) {
			return;
		}
		try {
			Object schema = schema(answer, type);
			if (schema != null) {
				new JsonShape(this.described.document()).violations(schema, this.json.apply(body))
					.forEach((violation) -> note(key, status + ": " + violation));
			}
		}
		catch (RuntimeException ex) {
			note(key, status + ": can't be checked");
		}
	}

	private @Nullable Object schema(Object answer, MediaType type) {
		Map<String, Object> content = StoredDocument
			.map(JsonReference.resolve(this.described.document(), StoredDocument.map(answer)).get("content"));
		for (Map.Entry<String, Object> entry : content.entrySet()) {
			if (MediaType.parseMediaType(entry.getKey()).isCompatibleWith(type)) {
				return StoredDocument.map(entry.getValue()).get("schema");
			}
		}
		return null;
	}

	@Override
	public boolean isImmediate() {
		return true;
	}

	/**
	 * What the product or a failure answers is no matter of the document.
	 */
	@Override
	public void completed(Inspection inspection, Outcome outcome) {
		if (outcome.decision().refuses() || inspection.route() == null || outcome.status() >= 500) {
			return;
		}
		String key = key(inspection);
		DescribedApi.Operation operation = this.described.operations().get(key);
		if (operation != null && operation.answer(outcome.status()) == null) {
			note(key, "the status " + outcome.status() + " is not documented");
		}
	}

	private void note(String key, String violation) {
		Set<String> known = this.off.computeIfAbsent(key, (unknown) -> ConcurrentHashMap.newKeySet());
		if (known.size() < MOST) {
			known.add(violation);
		}
	}

	private static String key(Inspection inspection) {
		return DescribedApi.key(inspection.method().equals("HEAD") ? "GET" : inspection.method(),
				String.valueOf(inspection.route()));
	}

	/**
	 * Return what was off by the operation.
	 */
	Map<String, Set<String>> off() {
		Map<String, Set<String>> all = new TreeMap<>();
		this.off.forEach((key, violations) -> all.put(key, new TreeSet<>(violations)));
		return all;
	}

}
