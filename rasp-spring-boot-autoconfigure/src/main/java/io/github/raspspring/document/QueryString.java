package io.github.raspspring.document;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.text.Hex;
import org.jspecify.annotations.Nullable;

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
				taken = readParameter(query, start, end, location, values);
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
	private static boolean readParameter(String query, int start, int end, InputLocation location,
			Collection<InputValue> values) {
		int equals = start;
		while (equals < end && query.charAt(equals) != '=') {
			equals++;
		}
		String name = decode(query.substring(start, equals));
		boolean taken = values.add(InputValue.ofName(location, name));
		return taken && (equals == end
				|| values.add(new InputValue(location, name, decode(query.substring(equals + 1, end)))));
	}

	private static String decode(String text) {
		int percent = text.indexOf('%');
		if (percent < 0) {
			return text.replace('+', ' ');
		}
		String decoded = decodeAscii(text);
		if (decoded != null) {
			return decoded;
		}
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			// The container drops such a parameter; judge what was sent.
			return text;
		}
	}

	/**
	 * Decode a text whose escapes are all of ASCII, {@code null} if one is not.
	 */
	private static @Nullable String decodeAscii(String text) {
		StringBuilder decoded = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '%') {
				int high = (i + 2 < text.length()) ? Hex.digit(text.charAt(i + 1)) : -1;
				int low = (i + 2 < text.length()) ? Hex.digit(text.charAt(i + 2)) : -1;
				if (high < 0 || high > 7 || low < 0) {
					return null;
				}
				c = (char) (high << 4 | low);
				i += 2;
			}
			else if (c == '+') {
				c = ' ';
			}
			decoded.append(c);
		}
		return decoded.toString();
	}

}
