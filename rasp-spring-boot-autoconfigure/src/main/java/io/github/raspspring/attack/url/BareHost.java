package io.github.raspspring.attack.url;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.inspect.Placement;
import io.github.raspspring.text.Ascii;

/**
 * A value that may be a host without a scheme, as fields take it that are named after
 * what is fetched from there. Stateless.
 */
final class BareHost {

	private static final int SHORTEST_ADDRESS = 7;

	/** Circled letters and digits. */
	private static final char FIRST_ENCLOSED = 0x2460;

	private static final int LONGEST_PORT = 5;

	private BareHost() {
	}

	/**
	 * Whether a text begins like an address or the name of the host itself, and holds no
	 * blank.
	 */
	static boolean mayBe(String text) {
		if (text.isEmpty()) {
			return false;
		}
		char first = text.charAt(0);
		boolean host = first >= '0' && first <= '9' || first == '[' || (first | 0x20) >= 'a' && (first | 0x20) <= 'z'
				|| first >= FIRST_ENCLOSED;
		return host && text.indexOf(' ') < 0 && text.indexOf("://") < 0;
	}

	/**
	 * Whether a host is meant by it, and not a number.
	 */
	static boolean isRead(String text, UrlScanner host) {
		return text.charAt(0) > '9' || host.hostEnd() >= SHORTEST_ADDRESS || isShortAddress(text, host.hostEnd());
	}

	/**
	 * Whether a short address of the host itself or one in hexadecimal has a port or path
	 * behind it, which numbers have not.
	 */
	private static boolean isShortAddress(String text, int end) {
		char behind = Ascii.at(text, end);
		boolean followed = behind == '/' || behind == ':' && Ascii.isDigit(Ascii.at(text, end + 1));
		return followed && (text.startsWith("127.") || text.startsWith("0x") && text.lastIndexOf('.', end) > 0);
	}

	/**
	 * Whether a threat counts in a field. What a picture is made of may be a name or an
	 * image of a container, which is known by its tag: there only what names this host in
	 * another way than usual, or a port and path, is an address for sure.
	 */
	static boolean counts(Threat threat, String text, UrlScanner host, InputValue input) {
		String name = input.lastName();
		if (input.location() == InputLocation.HEADER && UrlParameters.isHostOfProxy(name)) {
			return countsForProxy(threat, text, host);
		}
		if (Placement.saysUrl(name)) {
			return true;
		}
		boolean ofHost = name.regionMatches(true, name.length() - 4, "host", 0, 4);
		if (ofHost || threat.compareTo(Threat.HIDDEN) >= 0) {
			return threat.compareTo(Threat.HIDDEN) >= 0 && !(ofHost && isPadded(text, host.hostEnd()));
		}
		boolean address = threat.compareTo(Threat.LOOPBACK) >= 0;
		boolean image = name.regionMatches(true, name.length() - 5, "image", 0, 5);
		boolean path = !image && isPath(text, behindPort(text, host.hostEnd()));
		return address && (isAlias(text) || path) && !isTagged(text);
	}

	/**
	 * Proxies tell the host that a browser asked them for: one inside at most, and not
	 * the port of a database, nor a path.
	 */
	private static boolean countsForProxy(Threat threat, String text, UrlScanner host) {
		boolean hidden = threat.compareTo(Threat.HIDDEN) > 0
				|| threat == Threat.HIDDEN && !isPadded(text, host.hostEnd());
		boolean called = ServerPort.isAt(text, host.hostEnd()) || isPath(text, behindPort(text, host.hostEnd()));
		return hidden || threat.compareTo(Threat.LOOPBACK) >= 0 && called;
	}

	/**
	 * Whether a host is four numbers, which lists of hosts fill up with zeros.
	 */
	private static boolean isPadded(String text, int end) {
		int dots = 0;
		for (int i = 0; i < end; i++) {
			char c = text.charAt(i);
			if (c != '.' && (c < '0' || c > '9')) {
				return false;
			}
			dots += (c == '.') ? 1 : 0;
		}
		return dots == 3;
	}

	private static boolean isAlias(String text) {
		return !text.regionMatches(true, 0, "localhost", 0, 9) && text.charAt(0) > '9' && text.charAt(0) != '[';
	}

	/**
	 * Whether a path follows, and not the length of the prefix of a network.
	 */
	private static boolean isPath(String text, int index) {
		return index < text.length() && text.charAt(index) == '/'
				&& (index + 1 == text.length() || text.charAt(index + 1) > '9');
	}

	private static int behindPort(String text, int hostEnd) {
		int i = hostEnd;
		if (i < text.length() && text.charAt(i) == ':') {
			i++;
			while (i < text.length() && i - hostEnd <= LONGEST_PORT && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
				i++;
			}
		}
		return i;
	}

	/**
	 * Whether a tag follows the last name of a path, as in the name of an image.
	 */
	private static boolean isTagged(String text) {
		int slash = text.lastIndexOf('/');
		return slash > 0 && (text.indexOf(':', slash) > 0 || text.indexOf('@', slash) > 0);
	}

}
