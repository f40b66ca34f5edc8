package io.github.raspspring.token;

import java.time.Duration;
import java.util.Collection;

import org.jspecify.annotations.Nullable;

/**
 * What a client is told whose request is refused (RFC 6750, section 3; RFC 9470, section
 * 3). Says what the client may do about it, never which check it was.
 *
 * @param status the HTTP status
 * @param error the error code
 * @param description a general description
 * @param parameters further parameters, each with a leading comma, may be empty
 */
public record Challenge(int status, String error, String description, String parameters) {

	public static final String UNACCEPTABLE = "The token is not acceptable";

	static final Challenge INVALID_TOKEN = new Challenge(401, "invalid_token", UNACCEPTABLE, "");

	public static final Challenge INVALID_REQUEST = new Challenge(400, "invalid_request",
			"The request carries its token in no proper way", "");

	/** Too many refused tokens; answered with Retry-After. */
	public static final Challenge LATER = new Challenge(429, "invalid_token", UNACCEPTABLE, "");

	public static final Challenge FORBIDDEN = new Challenge(403, "", "", "");

	public static Challenge scope(Collection<String> scopes) {
		return new Challenge(403, "insufficient_scope", "The token has not the scope that is needed",
				", scope=\"" + String.join(" ", scopes) + "\"");
	}

	public static Challenge stepUp(Collection<String> acrValues, @Nullable Duration maximumAge) {
		StringBuilder parameters = new StringBuilder();
		if (!acrValues.isEmpty()) {
			parameters.append(", acr_values=\"").append(String.join(" ", acrValues)).append('"');
		}
		if (maximumAge != null) {
			parameters.append(", max_age=\"").append(maximumAge.toSeconds()).append('"');
		}
		return new Challenge(401, "insufficient_user_authentication", "A stronger or more recent login is needed",
				parameters.toString());
	}

	public String header(String scheme) {
		return scheme + " error=\"" + this.error + "\", error_description=\"" + this.description + "\""
				+ this.parameters;
	}

}
