package io.github.raspspring.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.util.UriUtils;

/**
 * The values of a request that are known before it is bound: path, query, headers and
 * cookies.
 */
final class RequestValues {

	/** Carry secrets or are read on their own. */
	private static final Set<String> NOT_READ = Set.of("authorization", "proxy-authorization", "cookie");

	private RequestValues() {
	}

	static List<InputValue> of(HttpServletRequest request, String path) {
		List<InputValue> values = new ArrayList<>(24);
		values.add(new InputValue(InputLocation.PATH, "path", decodePath(path)));
		String query = request.getQueryString();
		if (query != null) {
			QueryString.read(query, InputLocation.QUERY, values);
		}
		addHeaders(request, values);
		BasicCredentials.read(request.getHeader("Authorization"), values);
		addCookies(request, values);
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

	private static void addHeaders(HttpServletRequest request, List<InputValue> values) {
		Enumeration<String> names = request.getHeaderNames();
		while (names != null && names.hasMoreElements()) {
			String header = names.nextElement();
			String name = header.toLowerCase(Locale.ROOT);
			if (!NOT_READ.contains(name)) {
				for (String value : Collections.list(request.getHeaders(header))) {
					values.add(new InputValue(InputLocation.HEADER, name, value));
				}
			}
		}
	}

	private static void addCookies(HttpServletRequest request, List<InputValue> values) {
		Cookie[] cookies = request.getCookies();
		if (cookies != null) {
			for (Cookie cookie : cookies) {
				values.add(InputValue.ofName(InputLocation.COOKIE, cookie.getName()));
				values.add(new InputValue(InputLocation.COOKIE, cookie.getName(), cookie.getValue()));
			}
		}
	}

}
