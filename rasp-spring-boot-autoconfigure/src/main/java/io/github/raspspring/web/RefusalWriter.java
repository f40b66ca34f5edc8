package io.github.raspspring.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.JvmErrors;
import io.github.raspspring.engine.Redaction;
import io.github.raspspring.engine.pipeline.ResponseHeaders;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Answers what is refused: the client is told the reference, of limits the policies that
 * it knows anyway, and when to come back where that is known; neither the rule nor the
 * input.
 */
public final class RefusalWriter {

	private static final String QUOTA_EXCEEDED = "https://iana.org/assignments/http-problem-types#quota-exceeded";

	/** Of an answer that is dropped: they describe its body. */
	private static final List<String> OF_THE_BODY = List.of("Content-Type", "Content-Length", "Content-Encoding",
			"Content-Disposition", "Content-Range", "Content-Language", "Content-Location", "Accept-Ranges", "ETag",
			"Last-Modified");

	private static final String WRITTEN = RefusalWriter.class.getName() + ".written";

	private static final String HANDED_OVER = RefusalWriter.class.getName() + ".handedOver";

	private final List<ResponseHeaders> headers;

	private final List<ResponseHeaders> lateHeaders;

	private final BiConsumer<Inspection, Throwable> failures;

	private final Bodies bodies;

	private final boolean errorPage;

	/**
	 * Create a writer.
	 * @param headers what rooms add to answers
	 * @param failures told what they throw
	 * @param bodies makes what is sent
	 * @param errorPage whether the application's own error page answers, where the
	 * container can still ask for it
	 */
	public RefusalWriter(List<ResponseHeaders> headers, BiConsumer<Inspection, Throwable> failures, Bodies bodies,
			boolean errorPage) {
		this.headers = List.copyOf(headers);
		this.lateHeaders = headers.stream().filter(ResponseHeaders::areLate).toList();
		this.failures = failures;
		this.bodies = bodies;
		this.errorPage = errorPage;
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
	 * @param request the request
	 * @param response the response; what is buffered in it is dropped
	 * @return {@code false} if the response is on its way and can't be replaced
	 * @throws IOException if the client is gone
	 */
	public boolean write(Decision decision, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		if (response.isCommitted()) {
			return false;
		}
		dropAnswer(response);
		Refusal refusal = refusal(decision, ExchangeHolder.find(request));
		if (refusal.retryAfter() != null) {
			response.setHeader("Retry-After", Long.toString(refusal.retryAfter().toSeconds()));
		}
		response.setHeader("Cache-Control", "no-store");
		if (this.errorPage && mayAskForPage(request)) {
			request.setAttribute(HANDED_OVER, true);
			request.setAttribute("rasp.reference", refusal.reference());
			response.sendError(refusal.status());
			return true;
		}
		request.setAttribute(WRITTEN, true);
		response.setStatus(refusal.status());
		send(this.bodies.of(refusal, request), response);
		return true;
	}

	private static boolean mayAskForPage(HttpServletRequest request) {
		return request.getDispatcherType() == DispatcherType.REQUEST && !request.isAsyncStarted()
				&& request.getAttribute(HANDED_OVER) == null;
	}

	private Refusal refusal(Decision decision, @Nullable Inspection inspection) {
		String reference = String.valueOf(decision.reference());
		return switch (statusOf(decision)) {
			case 429 -> new Refusal(429, QUOTA_EXCEEDED, "Too Many Requests", "Too many requests. Come back later.",
					reference, atLeastASecond((decision.retryAfter() != null) ? decision.retryAfter() : Duration.ZERO),
					violatedPolicies(decision));
			case 413 -> new Refusal(413, "about:blank", "Content Too Large", "The body is too large.", reference, null,
					List.of());
			default -> new Refusal(403, "about:blank", "Forbidden", "The request was refused.", reference,
					(inspection != null) ? retryAfter(inspection, decision) : null, List.of());
		};
	}

	private @Nullable Duration retryAfter(Inspection inspection, Decision decision) {
		return this.headers.stream()
			.map((contributor) -> contributor.retryAfter(inspection, decision))
			.filter(Objects::nonNull)
			.max(Comparator.naturalOrder())
			.map(RefusalWriter::atLeastASecond)
			.orElse(null);
	}

	private static Duration atLeastASecond(Duration duration) {
		return Duration.ofSeconds(Math.max(1, duration.plusNanos(999_999_999).toSeconds()));
	}

	/**
	 * Return whether the answer to a request is a refusal that was written here.
	 */
	static boolean hasWritten(HttpServletRequest request) {
		return request.getAttribute(WRITTEN) != null;
	}

	/**
	 * Return whether the application's own error page answers a refused request.
	 */
	static boolean isHandedOver(HttpServletRequest request) {
		return request.getAttribute(HANDED_OVER) != null;
	}

	/**
	 * Return whether the error page that answers is at work on this thread.
	 */
	static boolean isHandedOver() {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		return request != null && request.getAttribute(HANDED_OVER, RequestAttributes.SCOPE_REQUEST) != null;
	}

	/**
	 * Take back what was handed over: the error page failed.
	 */
	static void takeBack(HttpServletRequest request) {
		request.removeAttribute(HANDED_OVER);
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

	private List<String> violatedPolicies(Decision decision) {
		return this.headers.stream()
			.flatMap((contributor) -> violatedPolicies(contributor, decision).stream())
			.map((name) -> Redaction.label(name).replace('\\', '?'))
			.toList();
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

	private static void send(Body body, HttpServletResponse response) throws IOException {
		byte[] bytes = body.text().getBytes(StandardCharsets.UTF_8);
		response.setContentType(body.contentType());
		body.headers().forEach((name, value) -> {
			if (!response.containsHeader(name)) {
				response.setHeader(name, value);
			}
		});
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
			response.getWriter().write(new String(bytes, StandardCharsets.UTF_8));
			response.getWriter().flush();
		}
	}

	/**
	 * What a refused client may know.
	 *
	 * @param status the HTTP status: 403, 413 or 429
	 * @param type the type of the problem (RFC 9457), a URI
	 * @param title the status in words
	 * @param detail one sentence that says neither the rule nor the input
	 * @param reference by which operators find what happened
	 * @param retryAfter when it makes sense to come back, {@code null} if that is not
	 * known
	 * @param violatedPolicies names of limits that the client knows from headers
	 */
	public record Refusal(int status, String type, String title, String detail, String reference,
			@Nullable Duration retryAfter, List<String> violatedPolicies) {

		public Refusal {
			violatedPolicies = List.copyOf(violatedPolicies);
		}

	}

	/**
	 * What is sent.
	 *
	 * @param contentType its media type, with the charset UTF-8 where it is no JSON
	 * @param text the text
	 * @param headers headers that it has unless the application has set them
	 */
	public record Body(String contentType, String text, Map<String, String> headers) {

		public Body {
			headers = Map.copyOf(headers);
		}

	}

	/**
	 * Makes what is sent. Called by many threads at once; throws nothing.
	 */
	@FunctionalInterface
	public interface Bodies {

		/**
		 * Make the body that fits a request.
		 * @param refusal what may be told
		 * @param request the request, whose body is not to be read
		 * @return what is sent
		 */
		Body of(Refusal refusal, HttpServletRequest request);

	}

}
