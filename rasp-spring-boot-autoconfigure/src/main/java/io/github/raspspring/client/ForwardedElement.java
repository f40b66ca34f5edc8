package io.github.raspspring.client;

import org.jspecify.annotations.Nullable;

/**
 * One element of the {@code Forwarded} header (RFC 7239, section 4): parameters divided
 * by semicolons, of which {@code for} names the hop.
 */
final class ForwardedElement {

	private ForwardedElement() {
	}

	static @Nullable IpAddress addressOf(String element) {
		int start = 0;
		while (start < element.length()) {
			int end = endOfParameter(element, start);
			String parameter = element.substring(start, end).strip();
			if (parameter.regionMatches(true, 0, "for=", 0, 4)) {
				return NodeName.addressOf(unquote(parameter.substring(4)));
			}
			start = end + 1;
		}
		return null;
	}

	private static int endOfParameter(String element, int start) {
		boolean quoted = false;
		for (int i = start; i < element.length(); i++) {
			char c = element.charAt(i);
			if (c == '"') {
				quoted = !quoted;
			}
			else if (c == '\\' && quoted) {
				i++;
			}
			else if (c == ';' && !quoted) {
				return i;
			}
		}
		return element.length();
	}

	private static String unquote(String value) {
		boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
		return quoted ? value.substring(1, value.length() - 1) : value;
	}

}
