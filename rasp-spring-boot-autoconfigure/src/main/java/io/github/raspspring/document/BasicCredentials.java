package io.github.raspspring.document;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import org.jspecify.annotations.Nullable;

/**
 * The name and the password of HTTP Basic authentication (RFC 7617): an application looks
 * them up, and may do so carelessly. Other schemes carry nothing that it reads as text.
 */
public final class BasicCredentials {

	private static final String SCHEME = "Basic ";

	private BasicCredentials() {
	}

	/**
	 * Read a header field.
	 * @param authorization the field, or {@code null}
	 * @param values takes what it holds
	 */
	public static void read(@Nullable String authorization, Collection<InputValue> values) {
		if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
			return;
		}
		String encoded = authorization.substring(SCHEME.length()).trim();
		String credentials = decode(encoded);
		int colon = credentials.indexOf(':');
		if (colon < 0 && !encoded.isEmpty()) {
			// Nothing by the standard: whoever reads it all the same reads it as it is.
			values.add(new InputValue(InputLocation.HEADER, "authorization.credentials",
					credentials.isEmpty() ? encoded : credentials));
		}
		if (colon >= 0) {
			values.add(new InputValue(InputLocation.HEADER, "authorization.username", credentials.substring(0, colon)));
			values
				.add(new InputValue(InputLocation.HEADER, "authorization.password", credentials.substring(colon + 1)));
			if (credentials.indexOf(':', colon + 1) >= 0) {
				// Who logs or splits it otherwise sees what no half of it shows.
				values.add(new InputValue(InputLocation.HEADER, "authorization.credentials", credentials));
			}
		}
	}

	private static String decode(String encoded) {
		try {
			return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

}
