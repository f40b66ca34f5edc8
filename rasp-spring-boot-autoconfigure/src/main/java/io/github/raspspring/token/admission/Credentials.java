package io.github.raspspring.token.admission;

import java.util.Enumeration;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Inspection;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that a request brings, and where (RFC 6750, section 2).
 *
 * @param token the token of the first {@code Authorization} header that brings one, or
 * {@code null}
 * @param other the first token that came elsewhere, or {@code null}
 * @param headers {@code Authorization} headers, of whatever scheme
 * @param queries parameters {@code access_token} of the query
 * @param cookies cookies of that name
 */
record Credentials(@Nullable String token, @Nullable String other, int headers, int queries, int cookies) {

	private static final String PARAMETER = "access_token";

	static Credentials of(HttpServletRequest request, Inspection inspection) {
		String token = null;
		int headers = 0;
		@Nullable Enumeration<String> values = request.getHeaders("Authorization");
		while (values != null && values.hasMoreElements()) {
			String value = values.nextElement();
			headers++;
			token = (token == null) ? tokenOf(value) : token;
		}
		String other = null;
		int queries = 0;
		int cookies = 0;
		for (InputValue value : inspection.values()) {
			if (value.kind() == InputValue.Kind.VALUE && value.name().equals(PARAMETER)) {
				other = (other == null && isElsewhere(value)) ? value.value() : other;
				queries += (value.location() == InputLocation.QUERY) ? 1 : 0;
				cookies += (value.location() == InputLocation.COOKIE) ? 1 : 0;
			}
		}
		return new Credentials(token, other, headers, queries, cookies);
	}

	private static boolean isElsewhere(InputValue value) {
		return value.location() == InputLocation.QUERY || value.location() == InputLocation.COOKIE;
	}

	static boolean isDpop(HttpServletRequest request) {
		String header = request.getHeader("Authorization");
		return header != null && header.regionMatches(true, 0, "DPoP ", 0, 5);
	}

	/**
	 * Return whether the request means to bring a token, be it a token or not.
	 */
	static boolean isBearer(HttpServletRequest request) {
		String header = request.getHeader("Authorization");
		return header != null && header.regionMatches(true, 0, "Bearer", 0, 6);
	}

	/**
	 * Return whether the request brings what the chain may verify as a token.
	 */
	boolean areThere() {
		return this.token != null || this.queries > 0 || this.cookies > 0;
	}

	/**
	 * Return the token that is verified first.
	 */
	@Nullable String presented() {
		return (this.token != null) ? this.token : this.other;
	}

	/**
	 * Return where the token comes from that is verified first.
	 */
	String place() {
		return (this.token != null) ? "header" : (this.queries > 0) ? "query" : "cookie";
	}

	/**
	 * Return the token of the one header that may bring it.
	 */
	static @Nullable String tokenOf(HttpServletRequest request) {
		String header = request.getHeader("Authorization");
		return (header != null) ? tokenOf(header) : null;
	}

	private static @Nullable String tokenOf(String header) {
		if (header.regionMatches(true, 0, "Bearer ", 0, 7)) {
			return header.substring(7).trim();
		}
		return header.regionMatches(true, 0, "DPoP ", 0, 5) ? header.substring(5).trim() : null;
	}

	boolean areSeveral() {
		return (this.token != null && this.headers + this.queries > 1) || this.queries > 1;
	}

	@Override
	public String toString() {
		return "Credentials[headers=" + this.headers + "]";
	}

}
