package io.github.raspspring.carrier.http;

import java.net.URI;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Where an answer sends a client (RFC 9110, section 15.4), read as the HTTP client of the
 * JDK reads it: never from HTTPS to HTTP, and with GET where browsers do so.
 *
 * @param location where to
 * @param method the method to use there
 */
record Hop(URI location, String method) {

	/** What is not sent to another origin than it was meant for. */
	static final List<String> CREDENTIALS = List.of("Authorization", "Proxy-Authorization", "Cookie");

	/** What describes a body that is not sent again. */
	static final List<String> BODY_HEADERS = List.of("Content-Length", "Content-Type", "Content-Encoding",
			"Transfer-Encoding");

	/** As many as the HTTP client of the JDK follows. */
	static final int MOST = 5;

	/**
	 * Read an answer.
	 * @return the redirect, or {@code null} if there is none to follow
	 */
	static @Nullable Hop of(int status, @Nullable String location, URI from, String method) {
		if (location == null || !redirects(status)) {
			return null;
		}
		URI target;
		try {
			target = from.resolve(location);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
		return follows(from, target) ? new Hop(target, methodAfter(status, method)) : null;
	}

	/**
	 * Return whether the body goes along.
	 */
	boolean keeps(String before) {
		return this.method.equals(before);
	}

	/**
	 * Return whether the redirect leads to another origin (RFC 6454).
	 */
	boolean leaves(URI from) {
		return !origin(from).equals(origin(this.location));
	}

	private static String origin(URI url) {
		int port = (url.getPort() != -1) ? url.getPort() : "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
		return (url.getScheme() + "://" + url.getHost() + ":" + port).toLowerCase(Locale.ROOT);
	}

	private static boolean redirects(int status) {
		return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
	}

	private static boolean follows(URI from, URI target) {
		String scheme = target.getScheme();
		boolean downgrade = "https".equalsIgnoreCase(from.getScheme()) && !"https".equalsIgnoreCase(scheme);
		return !downgrade && ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme));
	}

	private static String methodAfter(int status, String method) {
		return switch (status) {
			case 301, 302 -> method.equals("POST") ? "GET" : method;
			case 303 -> method.equals("HEAD") ? method : "GET";
			default -> method;
		};
	}

}
