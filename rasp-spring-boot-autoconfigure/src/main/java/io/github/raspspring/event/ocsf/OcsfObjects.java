package io.github.raspspring.event.ocsf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.raspspring.engine.event.EventFinding;
import io.github.raspspring.engine.event.EventOutcome;
import io.github.raspspring.engine.event.EventRecord;
import org.jspecify.annotations.Nullable;

/**
 * The objects of OCSF that events are made of, and its numbers.
 */
final class OcsfObjects {

	/** In the order of their numbers. */
	private static final List<String> METHODS = List.of("CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "POST", "PUT",
			"TRACE", "PATCH");

	private static final int OTHER = 99;

	Map<String, Object> findingInfo(EventRecord event) {
		Map<String, Object> info = new LinkedHashMap<>();
		info.put("uid", event.reference());
		info.put("title", event.rules().isEmpty() ? event.type() : String.join(", ", event.rules()));
		info.put("desc", event.what());
		info.put("first_seen_time", event.occurredAt().toEpochMilli());
		info.put("last_seen_time", event.lastAt().toEpochMilli());
		List<String> types = event.findings().stream().map(EventFinding::category).distinct().toList();
		if (!types.isEmpty()) {
			info.put("types", types);
			info.put("analytic", Map.of("type_id", 1, "name", event.findings().get(0).detector(), "uid",
					event.findings().get(0).ruleName()));
		}
		return info;
	}

	Map<String, Object> evidence(EventRecord event) {
		Map<String, Object> evidence = new LinkedHashMap<>();
		evidence.put("http_request", request(event));
		evidence.put("src_endpoint", source(event));
		if (event.where().subject() != null) {
			evidence.put("actor", Map.of("user", Map.of("name", event.where().subject())));
		}
		evidence.put("data", Map.of("findings", event.findings().stream().map(OcsfObjects::detail).toList()));
		return evidence;
	}

	private static Map<String, Object> detail(EventFinding finding) {
		Map<String, Object> detail = new LinkedHashMap<>();
		detail.put("rule", finding.ruleName());
		detail.put("cwe", finding.cwe());
		detail.put("owasp", finding.owasp());
		detail.put("reading", finding.reading());
		detail.put("evidence", finding.evidence());
		put(detail, "parameter", finding.parameter());
		if (finding.call() != null) {
			detail.put("call", Map.of("kind", finding.call().kind(), "operation", finding.call().operation(), "shape",
					finding.call().shape(), "frame", finding.call().frame()));
		}
		return detail;
	}

	Map<String, Object> request(EventRecord event) {
		Map<String, Object> request = new LinkedHashMap<>();
		put(request, "http_method", event.where().method());
		request.put("uid", event.reference());
		if (event.where().target() != null) {
			request.put("url", Map.of("path", event.where().target()));
		}
		return request;
	}

	Map<String, Object> response(EventRecord event) {
		Map<String, Object> response = new LinkedHashMap<>();
		response.put("code", number(event, "status"));
		long length = number(event, "bytes");
		if (length >= 0) {
			response.put("length", length);
		}
		return response;
	}

	/**
	 * A pseudonym is no address, so it is the name of the endpoint.
	 */
	Map<String, Object> source(EventRecord event) {
		Map<String, Object> source = new LinkedHashMap<>();
		String client = event.where().client();
		if (client != null) {
			source.put(client.startsWith("id-") ? "uid" : "ip", client);
		}
		return source;
	}

	static Map<String, Object> unmapped(EventRecord event) {
		Map<String, Object> unmapped = new LinkedHashMap<>(event.facts());
		unmapped.put("outcome", event.outcome().label());
		unmapped.put("policy", event.why().policy());
		unmapped.put("score", event.why().score());
		put(unmapped, "mode", event.why().mode());
		return unmapped;
	}

	static long number(EventRecord event, String fact) {
		return Long.parseLong(event.facts().getOrDefault(fact, "-1"));
	}

	static int activity(@Nullable String method) {
		int index = (method != null) ? METHODS.indexOf(method.toUpperCase(Locale.ROOT)) : -1;
		return (index >= 0) ? index + 1 : OTHER;
	}

	/**
	 * Informational, low, medium, high.
	 */
	static int severity(EventRecord event) {
		if (!event.alarming()) {
			return 1;
		}
		return switch (event.outcome().lane()) {
			case ATTACKS ->
				event.findings().stream().anyMatch((finding) -> finding.confidence().equals("CERTAIN")) ? 4 : 3;
			case REFUSALS -> 2;
			default -> 3;
		};
	}

	/**
	 * Low, medium, high.
	 */
	static int confidence(EventRecord event) {
		int best = 1;
		for (EventFinding finding : event.findings()) {
			best = Math.max(best, switch (finding.confidence()) {
				case "CERTAIN" -> 3;
				case "STRONG" -> 2;
				default -> 1;
			});
		}
		return best;
	}

	/**
	 * Detected, or logged where nothing would have been done.
	 */
	static int disposition(EventRecord event) {
		return (event.outcome() == EventOutcome.NOTED) ? 17 : 15;
	}

	private static void put(Map<String, Object> form, String name, @Nullable Object value) {
		if (value != null) {
			form.put(name, value);
		}
	}

}
