package io.github.raspspring.inventory.openapi;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionListener;
import io.github.raspspring.engine.Outcome;
import io.github.raspspring.inventory.StoredDocument;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;

/**
 * Holds answers against a given document, whoever gives them: the statuses of all, and
 * the JSON of some of each operation, as that takes time. Thread-safe.
 */
public final class AnswerCheck implements InspectionListener {

	private static final int FIRST = 20;

	private static final int EVERY = 500;

	private static final int MOST = 30;

	/** A template of Spring Data REST, the same for all repositories. */
	private static final String REPOSITORY = "{repository}";

	private final DescribedApi described;

	private final DescribedPaths paths;

	private final Function<byte[], @Nullable Object> json;

	private final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();

	private final Map<String, Set<String>> off = new ConcurrentHashMap<>();

	/**
	 * Create a check.
	 * @param document the given document
	 * @param json makes maps, lists and values of JSON; throws if it is none
	 */
	public AnswerCheck(Map<String, Object> document, Function<byte[], @Nullable Object> json) {
		this.described = DescribedApi.of(document);
		this.paths = new DescribedPaths(this.described.operations());
		this.json = json;
	}

	DescribedApi described() {
		return this.described;
	}

	/**
	 * Decide whether an answer is to be looked at.
	 * @param inspection what it answers
	 * @param status its status
	 * @param type its media type
	 * @return whether the document says what such an answer is like, and it is its turn
	 */
	boolean isWanted(Inspection inspection, int status, String type) {
		if (!isJson(type)) {
			return false;
		}
		String key = key(inspection);
		DescribedApi.Operation operation = this.described.operations().get(key);
		if (operation == null || operation.answer(status) == null) {
			return false;
		}
		int number = this.answers.computeIfAbsent(key, (unknown) -> new AtomicInteger()).getAndIncrement();
		return number < FIRST || number % EVERY == 0;
	}

	/**
	 * Streams of documents are none.
	 */
	private static boolean isJson(String type) {
		String plain = type.toLowerCase(Locale.ROOT);
		return (plain.startsWith("application/json") || plain.contains("+json")) && !plain.contains("stream")
				&& !plain.contains("-seq");
	}

	void check(Inspection inspection, int status, String type, byte[] body) {
		String key = key(inspection);
		DescribedApi.Operation operation = this.described.operations().get(key);
		Object answer = (operation != null) ? operation.answer(status) : null;
		if (answer == null) {
			return;
		}
		try {
			Object schema = schema(answer, MediaType.parseMediaType(type));
			if (schema != null) {
				new JsonShape(this.described.document()).violations(schema, this.json.apply(body))
					.forEach((violation) -> note(key, status + ": " + violation));
			}
		}
		catch (RuntimeException ex) {
			note(key, status + ": can't be read as JSON");
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
		if (outcome.decision().refuses() || outcome.status() >= 500) {
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

	/**
	 * By the pattern of the handler. Where there is none, or one for many endpoints, by
	 * the path.
	 */
	private String key(Inspection inspection) {
		String method = inspection.method().equals("HEAD") ? "GET" : inspection.method();
		String route = inspection.route();
		if (route == null || route.isEmpty() || route.contains(REPOSITORY)) {
			return this.paths.key(method, inspection.path());
		}
		return DescribedApi.key(method, route);
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
