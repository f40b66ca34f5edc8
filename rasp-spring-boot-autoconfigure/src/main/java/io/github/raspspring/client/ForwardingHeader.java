package io.github.raspspring.client;

/**
 * The headers in which proxies write down for whom they ask.
 */
public enum ForwardingHeader {

	/** The de-facto standard {@code X-Forwarded-For}: a list of addresses. */
	X_FORWARDED_FOR,

	/** {@code Forwarded} of RFC 7239: a list of elements with a {@code for} parameter. */
	FORWARDED

}
