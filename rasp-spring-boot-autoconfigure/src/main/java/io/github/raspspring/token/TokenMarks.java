package io.github.raspspring.token;

import org.jspecify.annotations.Nullable;

import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * What the parts of the room tell each other about a request, by request attributes.
 */
public final class TokenMarks {

	/** The token whose form was judged. */
	public static final String FORM = TokenMarks.class.getName() + ".form";

	/** The token that was held against the rules while it was decoded. */
	public static final String RULES = TokenMarks.class.getName() + ".rules";

	/** Set when Spring Security refused a token. */
	public static final String REFUSED = TokenMarks.class.getName() + ".refused";

	/** Set when a token was good but for its time. */
	public static final String EXPIRED = TokenMarks.class.getName() + ".expired";

	/** Set when a token came before its time. */
	public static final String EARLY = TokenMarks.class.getName() + ".early";

	/** Set when Spring Security has noted the proof in the store. */
	public static final String PROOF = TokenMarks.class.getName() + ".proof";

	/** Set when Spring Security found the proof in the store. */
	public static final String REPLAYED = TokenMarks.class.getName() + ".replayed";

	/** The place that is taken among the tokens under verification. */
	public static final String TICKET = TokenMarks.class.getName() + ".ticket";

	/** The token where it may be verified, and what is known of it. */
	public static final String PRESENTED = TokenMarks.class.getName() + ".presented";

	/** The token that the request was authenticated by. */
	public static final String VERIFIED = TokenMarks.class.getName() + ".verified";

	private TokenMarks() {
	}

	/**
	 * Return whether the request that the thread works for has a mark.
	 */
	public static boolean isSet(String mark) {
		return find(mark) != null;
	}

	/**
	 * Return the mark of the request that the thread works for, or {@code null} if there
	 * is none.
	 */
	public static @Nullable Object find(String mark) {
		@Nullable RequestAttributes attributes = RequestContextHolder.getRequestAttributes();
		return (attributes != null) ? attributes.getAttribute(mark, RequestAttributes.SCOPE_REQUEST) : null;
	}

	/**
	 * Mark the request that the thread works for, if there is one.
	 */
	public static void set(String mark, Object value) {
		@Nullable RequestAttributes attributes = RequestContextHolder.getRequestAttributes();
		if (attributes != null) {
			attributes.setAttribute(mark, value, RequestAttributes.SCOPE_REQUEST);
		}
	}

}
