package io.github.raspspring.token.form;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.github.raspspring.token.TokenCheck;
import io.github.raspspring.token.VerifiedToken;
import io.github.raspspring.token.Violation;
import org.jspecify.annotations.Nullable;

/**
 * Judges form and header of a token before anything is verified, so that neither costs a
 * signature check nor reaches a key store (RFC 7515; RFC 8725, sections 3.1 and 3.10).
 * Opaque tokens are held against the length only. Thread-safe.
 */
public final class TokenForm {

	private static final int MAXIMUM_HEADER = 4096;

	private static final int KNOWN_HEADERS = 64;

	private static final int MAXIMUM_KEY_ID = 256;

	private static final String KEY_ID_CHARACTERS = "._~:/+=-#@,";

	private final int maximumLength;

	private final Set<String> algorithms;

	private final Set<String> deniedHeaders;

	/** An issuer's tokens have the same header, which is read once. */
	private final AtomicReferenceArray<@Nullable String> proper = new AtomicReferenceArray<>(KNOWN_HEADERS);

	/**
	 * Create the judge.
	 * @param maximumLength longest token, in characters
	 * @param algorithms algorithms that are allowed, all but {@code none} if empty
	 * @param deniedHeaders header parameters that must not be there
	 */
	public TokenForm(int maximumLength, Set<String> algorithms, Set<String> deniedHeaders) {
		this.maximumLength = maximumLength;
		this.algorithms = Set.copyOf(algorithms);
		this.deniedHeaders = Set.copyOf(deniedHeaders);
	}

	/**
	 * Judge a token.
	 * @param token the token as it was sent
	 * @return the first check it does not pass, or {@code null}
	 */
	public @Nullable Violation judge(String token) {
		if (token.length() > this.maximumLength) {
			return Violation.of(TokenCheck.TOO_LONG, "it has " + token.length() + " characters");
		}
		return looksLikeJwt(token) ? judgeJwt(token) : null;
	}

	/**
	 * Judge a token of which it is known what it is.
	 * @param token the token, verified
	 * @return the first check it does not pass, or {@code null}
	 */
	public @Nullable Violation judge(VerifiedToken token) {
		Violation violation = judge(token.value());
		return (violation == null && token.isJwt() && !looksLikeJwt(token.value())) ? judgeJwt(token.value())
				: violation;
	}

	/**
	 * Opaque tokens may contain dots, as Google's do, so it takes the start of a JSON
	 * object in front of one to make a JWT. One that starts in a way that is odder still
	 * is judged once it is verified.
	 */
	public static boolean looksLikeJwt(String token) {
		int dot = token.indexOf('.');
		return dot >= 0 && (token.startsWith("ey") || token.indexOf('.', dot + 1) >= 0 && isJsonStart(token));
	}

	/** A brace and white space, or two braces. */
	private static boolean isJsonStart(String token) {
		return token.startsWith("ew") || token.startsWith("e3");
	}

	private @Nullable Violation judgeJwt(String token) {
		int first = token.indexOf('.');
		int second = token.indexOf('.', first + 1);
		if (second < 0 || token.indexOf('.', second + 1) >= 0 || first == 0 || second == first + 1) {
			return Violation.of(TokenCheck.SEGMENTS, "it has not three segments with content");
		}
		if (!Base64UrlForm.isCanonical(token, 0, first) || !Base64UrlForm.isCanonical(token, first + 1, second)
				|| !Base64UrlForm.isCanonical(token, second + 1, token.length())) {
			return Violation.of(TokenCheck.ENCODING, "a segment is not canonical base64url");
		}
		if (first > MAXIMUM_HEADER) {
			return Violation.of(TokenCheck.HEADER_UNREADABLE, "the header is longer than any");
		}
		return (second + 1 == token.length()) ? Violation.of(TokenCheck.ALGORITHM, "there is no signature")
				: judgeHeader(token.substring(0, first));
	}

	private @Nullable Violation judgeHeader(String segment) {
		int slot = segment.hashCode() & (KNOWN_HEADERS - 1);
		if (segment.equals(this.proper.get(slot))) {
			return null;
		}
		Map<String, Object> header = read(segment);
		Violation violation = (header != null) ? judgeHeader(header)
				: Violation.of(TokenCheck.HEADER_UNREADABLE, "the header is no proper JSON object");
		if (violation == null) {
			this.proper.set(slot, segment);
		}
		return violation;
	}

	private @Nullable Violation judgeHeader(Map<String, Object> header) {
		Object algorithm = header.get("alg");
		if (!(algorithm instanceof String name) || !isAllowed(name)) {
			return Violation.of(TokenCheck.ALGORITHM, "its alg is not allowed");
		}
		if (header.containsKey("kid") && !isProperKeyId(header.get("kid"))) {
			return Violation.of(TokenCheck.KEY_ID, "its kid has odd characters or is too long");
		}
		if (header.containsKey("crit")) {
			return Violation.of(TokenCheck.CRITICAL_HEADER, "it has crit");
		}
		for (String denied : this.deniedHeaders) {
			if (header.containsKey(denied)) {
				return Violation.of(TokenCheck.HEADER_DENIED, "it has " + denied);
			}
		}
		Object content = header.get("cty");
		return (content != null && isToken(content.toString())) ? Violation.of(TokenCheck.NESTED, "its cty is a token")
				: null;
	}

	private boolean isAllowed(String algorithm) {
		return this.algorithms.isEmpty() ? !algorithm.equalsIgnoreCase("none") : this.algorithms.contains(algorithm);
	}

	private static boolean isToken(String content) {
		String type = content.regionMatches(true, 0, "application/", 0, 12) ? content.substring(12) : content;
		return type.equalsIgnoreCase("JWT") || type.equalsIgnoreCase("JOSE") || type.equalsIgnoreCase("at+jwt");
	}

	private static boolean isProperKeyId(@Nullable Object value) {
		if (!(value instanceof String id) || id.isEmpty() || id.length() > MAXIMUM_KEY_ID || id.contains("..")) {
			return false;
		}
		for (int i = 0; i < id.length(); i++) {
			char character = id.charAt(i);
			boolean plain = character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z'
					|| character >= '0' && character <= '9';
			if (!plain && KEY_ID_CHARACTERS.indexOf(character) < 0) {
				return false;
			}
		}
		return true;
	}

	private static @Nullable Map<String, Object> read(String segment) {
		try {
			String json = new String(Base64.getUrlDecoder().decode(segment), StandardCharsets.UTF_8);
			return JSONObjectUtils.parse(json, MAXIMUM_HEADER);
		}
		catch (IllegalArgumentException | ParseException ex) {
			return null;
		}
	}

}
