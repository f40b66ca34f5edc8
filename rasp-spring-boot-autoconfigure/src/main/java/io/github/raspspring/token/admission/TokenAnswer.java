package io.github.raspspring.token.admission;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.github.raspspring.engine.Decision;
import io.github.raspspring.token.Challenge;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * Answers refused tokens: the challenge of RFC 6750 and RFC 9470, and a problem detail
 * (RFC 9457) that names the reference. Neither tells which check it was.
 */
final class TokenAnswer {

	private static final String CHALLENGE = "WWW-Authenticate";

	private static final String DESCRIPTION = "error_description=\"";

	private TokenAnswer() {
	}

	static void write(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (response.isCommitted()) {
			return;
		}
		response.resetBuffer();
		Challenge challenge = refusal.challenge();
		Duration retryAfter = refusal.decision().retryAfter();
		if (retryAfter != null) {
			response.setHeader("Retry-After", Long.toString(Math.max(1, retryAfter.toSeconds())));
		}
		else if (!challenge.error().isEmpty()) {
			response.setHeader(CHALLENGE, challenge.header(Credentials.isDpop(request) ? "DPoP" : "Bearer"));
		}
		body(refusal.decision(), (retryAfter != null) ? 429 : challenge.status(), response);
	}

	/**
	 * Complete the answer by which Spring Security refuses a token: it tells why, and has
	 * no body.
	 */
	static void complete(Decision decision, HttpServletResponse response) throws IOException {
		String challenge = response.getHeader(CHALLENGE);
		if (response.isCommitted() || response.getStatus() != 401 || challenge == null) {
			return;
		}
		int start = challenge.indexOf(DESCRIPTION);
		int end = (start >= 0) ? challenge.indexOf('"', start + DESCRIPTION.length()) : -1;
		if (end > 0) {
			response.setHeader(CHALLENGE, challenge.substring(0, start + DESCRIPTION.length()) + Challenge.UNACCEPTABLE
					+ challenge.substring(end));
		}
		body(decision, 401, response);
	}

	private static void body(Decision decision, int status, HttpServletResponse response) throws IOException {
		String body = "{\"type\":\"about:blank\",\"title\":\"" + title(status) + "\",\"status\":" + status
				+ ",\"detail\":\"The request was refused.\"" + reference(decision.reference()) + "}";
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		response.setStatus(status);
		response.setContentType("application/problem+json");
		response.setHeader("Cache-Control", "no-store");
		response.setContentLength(bytes.length);
		response.getOutputStream().write(bytes);
		response.flushBuffer();
	}

	private static String reference(@Nullable String reference) {
		return (reference != null) ? ",\"reference\":\"" + reference + "\"" : "";
	}

	private static String title(int status) {
		return switch (status) {
			case 400 -> "Bad Request";
			case 401 -> "Unauthorized";
			case 429 -> "Too Many Requests";
			default -> "Forbidden";
		};
	}

}
