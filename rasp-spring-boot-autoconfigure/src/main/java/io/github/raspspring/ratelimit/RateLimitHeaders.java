package io.github.raspspring.ratelimit;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes the header fields by which clients learn how they stand, in the syntax of the
 * IETF draft "RateLimit header fields for HTTP": lists of structured fields (RFC 9651).
 */
public final class RateLimitHeaders {

	/** Header that says what is granted. */
	public static final String POLICY = "RateLimit-Policy";

	/** Header that says what is left. */
	public static final String STANDING = "RateLimit";

	private RateLimitHeaders() {
	}

	/**
	 * Write what is granted.
	 * @param standings at least one
	 * @return a value such as {@code "login";q=10;w=60}
	 */
	public static String policy(List<Standing> standings) {
		return standings.stream()
			.map((standing) -> name(standing) + ";q=" + standing.quota().capacity() + ";w="
					+ seconds(standing.quota().period()))
			.collect(Collectors.joining(", "));
	}

	/**
	 * Write what is left.
	 * @param standings at least one
	 * @return a value such as {@code "login";r=7;t=18}
	 */
	public static String standing(List<Standing> standings) {
		return standings.stream()
			.map((standing) -> name(standing) + ";r=" + Math.max(0, standing.remaining()) + ";t="
					+ seconds(standing.reset()))
			.collect(Collectors.joining(", "));
	}

	private static String name(Standing standing) {
		return '"' + standing.policy() + '"';
	}

	/**
	 * Round up to whole seconds, so that no client comes back too early.
	 */
	private static long seconds(Duration duration) {
		return duration.getSeconds() + ((duration.getNano() > 0) ? 1 : 0);
	}

}
