package io.github.raspspring.document;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;

/**
 * Reads a raw query string, or the body of a form, without touching the container's own
 * parameters, whose first use may consume the body of a form.
 */
public final class QueryString {

	private QueryString() {
	}

	/**
	 * Read all parameters.
	 * @param query the text
	 * @param location where it was found
	 * @param values takes the names and the values, as far as it takes any
	 */
	public static void read(String query, InputLocation location, Collection<InputValue> values) {
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
	 * Return whether a text is written like a form: browsers and libraries encode all
	 * that is not on this list.
	 * @param text the text
	 * @return {@code false} if it may mean something else
	 */
	public static boolean isEncoded(String text) {
		return hasSignsOfForm(text) && text.indexOf('=') >= 0;
	}

	/**
	 * Return whether all signs of a text are those that a form is written with.
	 */
	static boolean hasSignsOfForm(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			boolean plain = c >= '0' && c <= '9' || (c | 0x20) >= 'a' && (c | 0x20) <= 'z'
					|| "-._~*+%&=!()/:@,$?".indexOf(c) >= 0;
			if (!plain) {
				return false;
			}
		}
		return true;
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
