package io.github.raspspring.client;

import org.jspecify.annotations.Nullable;

/**
 * An address as proxies write it: with or without port, in brackets or not, with or
 * without zone. Obfuscated and unknown nodes (RFC 7239, section 6) are no addresses.
 */
final class NodeName {

	private NodeName() {
	}

	static @Nullable IpAddress addressOf(String text) {
		if (text.startsWith("[")) {
			int close = text.indexOf(']');
			return (close > 0 && isPortOrNothing(text, close + 1)) ? withoutZone(text.substring(1, close)) : null;
		}
		int colon = text.indexOf(':');
		boolean port = colon >= 0 && colon == text.lastIndexOf(':');
		if (port) {
			return isPortOrNothing(text, colon) ? IpAddress.parse(text.substring(0, colon)) : null;
		}
		return withoutZone(text);
	}

	private static @Nullable IpAddress withoutZone(String text) {
		int zone = text.indexOf('%');
		return IpAddress.parse((zone < 0) ? text : text.substring(0, zone));
	}

	private static boolean isPortOrNothing(String text, int start) {
		if (start == text.length()) {
			return true;
		}
		int digits = text.length() - start - 1;
		if (text.charAt(start) != ':' || digits < 1 || digits > 5) {
			return false;
		}
		for (int i = start + 1; i < text.length(); i++) {
			if (text.charAt(i) < '0' || text.charAt(i) > '9') {
				return false;
			}
		}
		return true;
	}

}
