package io.github.raspspring.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;

/**
 * Reads a raw query string, or the body of a form, without touching the container's own
 * parameters, whose first use may consume the body of a form.
 */
final class QueryString {

	private QueryString() {
	}

	static void read(String query, InputLocation location, Collection<InputValue> values) {
		int start = 0;
		boolean taken = true;
		while (taken && start <= query.length()) {
			int end = query.indexOf('&', start);
			end = (end < 0) ? query.length() : end;
			if (end > start) {
				taken = readParameter(query.substring(start, end), location, values);
			}
			start = end + 1;
		}
	}

	/**
	 * Read a parameter, and return whether all of it was taken.
	 */
	private static boolean readParameter(String parameter, InputLocation location, Collection<InputValue> values) {
		int equals = parameter.indexOf('=');
		String name = decode((equals < 0) ? parameter : parameter.substring(0, equals));
		boolean taken = values.add(InputValue.ofName(location, name));
		return taken
				&& (equals < 0 || values.add(new InputValue(location, name, decode(parameter.substring(equals + 1)))));
	}

	private static String decode(String text) {
		if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
			return text;
		}
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			// The container drops such a parameter; judge what was sent.
			return text;
		}
	}

}
