package io.github.raspspring.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.JvmErrors;
import io.github.raspspring.engine.Redaction;
import io.github.raspspring.engine.ResponseHeaders;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Answers what is refused with a problem detail (RFC 9457) that names the reference, and
 * of limits the policies that clients know anyway: neither the rule nor the input.
 */
public final class RefusalWriter {

	private static final String QUOTA_EXCEEDED = "https://iana.org/assignments/http-problem-types#quota-exceeded";

	/** Of an answer that is dropped: they describe its body. */
	private static final List<String> OF_THE_BODY = List.of("Content-Type", "Content-Length", "Content-Encoding",
			"Content-Disposition", "Content-Range", "Content-Language", "Content-Location", "Accept-Ranges", "ETag",
			"Last-Modified");

	private final List<ResponseHeaders> headers;

	private final List<ResponseHeaders> lateHeaders;

	private final BiConsumer<Inspection, Throwable> failures;

	/**
	 * Create a writer.
	 * @param headers what rooms add to answers
	 * @param failures told what they throw
	 */
	public RefusalWriter(List<ResponseHeaders> headers, BiConsumer<Inspection, Throwable> failures) {
		this.headers = List.copyOf(headers);
		this.lateHeaders = headers.stream().filter(ResponseHeaders::areLate).toList();
		this.failures = failures;
	}

	/**
	 * Add the headers that rooms have for an exchange by now.
	 * @param inspection the exchange
	 * @param response the response, not yet committed
	 */
	void announce(Inspection inspection, HttpServletResponse response) {
		announce(this.headers, inspection, response);
	}

	/**
	 * Add the headers that are known only once the handler is about to run.
	 * @param inspection the exchange that the thread works for
	 */
	void announceLate(Inspection inspection) {
		if (!this.lateHeaders.isEmpty()
				&& RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current) {
			@Nullable HttpServletResponse response = current.getResponse();
			if (response != null && !response.isCommitted()) {
				announce(this.lateHeaders, inspection, response);
			}
		}
	}

	private void announce(List<ResponseHeaders> contributors, Inspection inspection, HttpServletResponse response) {
		for (ResponseHeaders contributor : contributors) {
			try {
				contributor.contribute(inspection, response::setHeader);
			}
			catch (Throwable ex) {
				JvmErrors.rethrow(ex);
				this.failures.accept(inspection, ex);
			}
		}
	}

	/**
	 * Write the answer to a refused request.
	 * @param decision the decision that refuses it
	 * @param response the response; what is buffered in it is dropped
	 * @return {@code false} if the response is on its way and can't be replaced
	 * @throws IOException if the client is gone
	 */
	public boolean write(Decision decision, HttpServletResponse response) throws IOException {
		if (response.isCommitted()) {
			return false;
		}
		dropAnswer(response);
		switch (statusOf(decision)) {
			case 429 -> {
				response.setHeader("Retry-After", Long.toString(seconds(decision.retryAfter())));
				write(response, 429, QUOTA_EXCEEDED, "Too Many Requests", "Too many requests. Come back later.",
						violatedPolicies(decision) + reference(decision));
			}
			case 413 ->
				write(response, 413, "about:blank", "Content Too Large", "The body is too large.", reference(decision));
			default ->
				write(response, 403, "about:blank", "Forbidden", "The request was refused.", reference(decision));
		}
		return true;
	}

	/**
	 * Return the status of the answer to a refused request.
	 */
	static int statusOf(Decision decision) {
		if (decision.action() == Decision.Action.THROTTLE) {
			return 429;
		}
		return BodyInspector.isTooLarge(decision) ? 413 : 403;
	}

	/**
	 * Return whether an answer says that the request is refused.
	 */
	static boolean isRefusal(HttpServletResponse response) {
		return response.getStatus() == 403 || response.getStatus() == 413;
	}

	/**
	 * Write the extension member of the IETF draft "RateLimit header fields for HTTP".
	 */
	private String violatedPolicies(Decision decision) {
		List<String> names = this.headers.stream()
			.flatMap((contributor) -> violatedPolicies(contributor, decision).stream())
			.map((name) -> '"' + Redaction.label(name).replace('\\', '?') + '"')
			.toList();
		return names.isEmpty() ? "" : ",\"violated-policies\":[" + String.join(",", names) + "]";
	}

	/**
	 * Who can't tell them fails at the headers, too, and is told of there.
	 */
	private static List<String> violatedPolicies(ResponseHeaders contributor, Decision decision) {
		try {
			return contributor.violatedPolicies(decision);
		}
		catch (Throwable ex) {
			JvmErrors.rethrow(ex);
			return List.of();
		}
	}

	private static String reference(Decision decision) {
		return ",\"reference\":\"" + decision.reference() + '"';
	}

	private static long seconds(@Nullable Duration retryAfter) {
		return (retryAfter != null) ? Math.max(1, retryAfter.plusNanos(999_999_999).toSeconds()) : 1;
	}

	private static void write(HttpServletResponse response, int status, String type, String title, String detail,
			String members) throws IOException {
		String body = "{\"type\":\"" + type + "\",\"title\":\"" + title + "\",\"status\":" + status + ",\"detail\":\""
				+ detail + '"' + members + '}';
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		response.setStatus(status);
		response.setContentType("application/problem+json");
		response.setHeader("Cache-Control", "no-store");
		response.setContentLength(bytes.length);
		write(bytes, response);
		response.flushBuffer();
	}

	/**
	 * A writer that was asked for would add its encoding to the answer: start anew then,
	 * with the headers that are there by now.
	 */
	private static void dropAnswer(HttpServletResponse response) throws IOException {
		response.resetBuffer();
		for (String name : OF_THE_BODY) {
			if (response.containsHeader(name)) {
				response.setHeader(name, null);
			}
		}
		try {
			response.getOutputStream();
		}
		catch (IllegalStateException ex) {
			Map<String, Collection<String>> headers = new LinkedHashMap<>();
			response.getHeaderNames().forEach((name) -> headers.put(name, List.copyOf(response.getHeaders(name))));
			response.reset();
			headers.forEach((name, values) -> {
				if (OF_THE_BODY.stream().noneMatch(name::equalsIgnoreCase)) {
					values.forEach((value) -> response.addHeader(name, value));
				}
			});
		}
	}

	private static void write(byte[] bytes, HttpServletResponse response) throws IOException {
		try {
			response.getOutputStream().write(bytes);
		}
		catch (IllegalStateException ex) {
			// What was dropped had been written by the writer, and that remains the way.
			response.getWriter().write(new String(bytes, StandardCharsets.US_ASCII));
			response.getWriter().flush();
		}
	}

}
