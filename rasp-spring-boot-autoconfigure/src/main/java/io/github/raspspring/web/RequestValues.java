package io.github.raspspring.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

import io.github.raspspring.document.BasicCredentials;
import io.github.raspspring.document.QueryString;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.util.UriUtils;

/**
 * Finds the values of a request that are known before it is bound: path, query, headers
 * and cookies.
 */
final class RequestValues {

	private static final int MOST_COOKIES = 512;

	/** Carry what is verified, never read as text. */
	private static final Set<String> TOKEN_SCHEMES = Set.of("bearer", "dpop", "negotiate");

	private final HeaderWalk headers;

	RequestValues(HeaderWalk headers) {
		this.headers = headers;
	}

	List<InputValue> of(HttpServletRequest request, String path) {
		List<InputValue> values = new ArrayList<>(24);
		values.add(new InputValue(InputLocation.PATH, "path", decodePath(path)));
		String query = request.getQueryString();
		if (query != null) {
			QueryString.read(query, InputLocation.QUERY, values);
		}
		Apart apart = addHeaders(request, values);
		if (apart.credentials) {
			addCredentials(request, "authorization", values);
			addCredentials(request, "proxy-authorization", values);
		}
		if (apart.cookies) {
			addCookies(request, values);
		}
		return values;
	}

	private static String decodePath(String path) {
		if (path.indexOf('%') < 0) {
			return path;
		}
		try {
			return UriUtils.decode(path, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return path;
		}
	}

	private Apart addHeaders(HttpServletRequest request, List<InputValue> values) {
		Apart apart = new Apart(values);
		if (!this.headers.over(request, apart, apart)) {
			askForHeaders(request, apart, values);
		}
		return apart;
	}

	private static void askForHeaders(HttpServletRequest request, Apart apart, List<InputValue> values) {
		Enumeration<String> names = request.getHeaderNames();
		while (names != null && names.hasMoreElements()) {
			String sent = names.nextElement();
			String header = sent.toLowerCase(Locale.ROOT);
			Enumeration<String> lines = apart.test(header) ? request.getHeaders(sent) : Collections.emptyEnumeration();
			while (lines.hasMoreElements()) {
				values.add(new InputValue(InputLocation.HEADER, header, lines.nextElement()));
			}
		}
		// Whoever shows other headers than the container may show them one way only.
		apart.credentials = true;
		apart.cookies = true;
	}

	/**
	 * What is no token of a known scheme may be anything, and the application reads it.
	 */
	private static void addCredentials(HttpServletRequest request, String header, List<InputValue> values) {
		Enumeration<String> sent = request.getHeaders(header);
		while (sent != null && sent.hasMoreElements()) {
			String value = sent.nextElement();
			int blank = value.indexOf(' ');
			String scheme = ((blank < 0) ? "" : value.substring(0, blank)).toLowerCase(Locale.ROOT);
			if (scheme.equals("basic")) {
				BasicCredentials.read(value, values);
			}
			else if (!TOKEN_SCHEMES.contains(scheme) || !isToken(value, blank)) {
				values.add(new InputValue(InputLocation.HEADER, header, value));
			}
		}
	}

	/**
	 * Return whether nothing but a token follows on a scheme ({@code token68} of RFC
	 * 9110, section 11.2).
	 */
	private static boolean isToken(String value, int start) {
		String token = value.substring(start).strip();
		for (int i = 0; i < token.length(); i++) {
			char c = token.charAt(i);
			boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z' || c >= '0' && c <= '9';
			if (!letter && "-._~+/=".indexOf(c) < 0) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Add the cookies as the container reads them, and what it dropped as it was sent.
	 */
	private static void addCookies(HttpServletRequest request, List<InputValue> values) {
		Cookie[] cookies = request.getCookies();
		if (cookies == null) {
			addDropped(request, Set.of(), values);
			return;
		}
		int length = 0;
		for (Cookie cookie : cookies) {
			values.add(InputValue.ofName(InputLocation.COOKIE, cookie.getName()));
			values.add(new InputValue(InputLocation.COOKIE, cookie.getName(), cookie.getValue()));
			length += cookie.getName().length() + 1 + cookie.getValue().length();
		}
		if (!isAll(request.getHeaders("Cookie"), cookies.length, length)) {
			addDropped(request, known(cookies), values);
		}
	}

	/**
	 * Return whether so many cookies with so many characters are all that was sent.
	 */
	private static boolean isAll(Enumeration<String> headers, int cookies, int length) {
		String header = headers.hasMoreElements() ? headers.nextElement() : "";
		int separators = 0;
		int blanks = 0;
		for (int i = header.indexOf(';'); i >= 0; i = header.indexOf(';', i + 1)) {
			separators++;
			blanks += header.startsWith(" ", i + 1) ? 1 : 0;
		}
		return !headers.hasMoreElements() && separators == cookies - 1
				&& header.length() == length + separators + blanks;
	}

	private static Set<String> known(Cookie[] cookies) {
		Set<String> known = new HashSet<>();
		for (Cookie cookie : cookies) {
			known.add(cookie.getName() + '=' + cookie.getValue());
			known.add(cookie.getName() + "=\"" + cookie.getValue() + '"');
		}
		return known;
	}

	private static void addDropped(HttpServletRequest request, Set<String> known, List<InputValue> values) {
		for (String header : Collections.list(request.getHeaders("Cookie"))) {
			for (String sent : header.split(";", MOST_COOKIES)) {
				if (!sent.isBlank() && !known.contains(sent.trim())) {
					addDropped(sent.trim(), values);
				}
			}
		}
	}

	private static void addDropped(String cookie, List<InputValue> values) {
		int equals = cookie.indexOf('=');
		String name = (equals > 0) ? cookie.substring(0, equals) : "cookie";
		values.add(new InputValue(InputLocation.COOKIE, name, cookie.substring(equals + 1)));
		if (name.indexOf(' ') >= 0) {
			values.add(new InputValue(InputLocation.COOKIE, "cookie", cookie));
		}
	}

	/**
	 * Takes headers but those that carry secrets or are read on their own, of which it
	 * remembers which there are: to look for one goes over all of them again.
	 */
	private static final class Apart implements Predicate<String>, BiConsumer<String, String> {

		private final List<InputValue> others;

		private boolean credentials;

		private boolean cookies;

		private Apart(List<InputValue> others) {
			this.others = others;
		}

		@Override
		public boolean test(String header) {
			boolean cookie = header.equals("cookie");
			boolean secret = header.equals("authorization") || header.equals("proxy-authorization");
			this.cookies |= cookie;
			this.credentials |= secret;
			return !cookie && !secret;
		}

		@Override
		public void accept(String header, String value) {
			this.others.add(new InputValue(InputLocation.HEADER, header, value));
		}

	}

}
