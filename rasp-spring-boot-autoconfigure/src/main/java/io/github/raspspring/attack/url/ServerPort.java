package io.github.raspspring.attack.url;

import java.util.Arrays;

import io.github.raspspring.text.Ascii;

/**
 * Ports at which servers of infrastructure listen, such as databases: nobody gives a web
 * address of one. Stateless.
 */
final class ServerPort {

	private static final int LONGEST = 5;

	private static final int[] PORTS = { 21, 22, 23, 25, 110, 143, 389, 445, 636, 873, 1433, 1521, 2181, 2375, 2376,
			2379, 2380, 3306, 3389, 5432, 5672, 5984, 6379, 8200, 8500, 9042, 9092, 9200, 9300, 10250, 11211, 15672,
			27017 };

	/** Those of them at which the web is spoken. */
	private static final int[] OF_WEB = { 2375, 2376, 2379, 2380, 5984, 8200, 8500, 9200, 10250, 15672 };

	private ServerPort() {
	}

	/**
	 * Tell whether such a port follows the host of a web address: clients of databases
	 * have schemes of their own.
	 */
	static boolean follows(String text, UrlScanner url) {
		return text.regionMatches(true, url.start(), "http", 0, 4) && isAt(text, url.hostEnd());
	}

	/**
	 * Tell whether such a port stands behind a host.
	 */
	static boolean isAt(String text, int hostEnd) {
		return Arrays.binarySearch(PORTS, portAt(text, hostEnd)) >= 0;
	}

	/**
	 * Tell whether a web address has a name of one label, which is found inside only, and
	 * the port of a server that speaks another protocol.
	 */
	static boolean isOfNameInside(String text, UrlScanner url) {
		int host = url.hostStart();
		while (host < url.hostEnd() && (Ascii.isWord(text.charAt(host)) || text.charAt(host) == '-')) {
			host++;
		}
		return host == url.hostEnd() && host > url.hostStart() && Ascii.isLetter(text.charAt(url.hostStart()))
				&& follows(text, url) && Arrays.binarySearch(OF_WEB, portAt(text, host)) < 0;
	}

	private static int portAt(String text, int colon) {
		int port = 0;
		int end = (Ascii.at(text, colon) == ':') ? Math.min(text.length(), colon + 1 + LONGEST) : colon;
		for (int i = colon + 1; i < end && Ascii.isDigit(text.charAt(i)); i++) {
			port = port * 10 + text.charAt(i) - '0';
		}
		return port;
	}

	/**
	 * Tell whether user information that is a host with a port stands before the host: a
	 * reader takes it for where the URL leads.
	 */
	static boolean pretends(String text, UrlScanner url) {
		int at = url.hostStart() - 1;
		int i = at;
		while (i > url.start() && Ascii.isDigit(text.charAt(i - 1))) {
			i--;
		}
		int colon = i - 1;
		if (at <= 0 || text.charAt(at) != '@' || i == at || Ascii.at(text, colon) != ':') {
			return false;
		}
		int first = url.authorityStart();
		int dot = colon;
		while (dot > first && text.charAt(dot) != '.') {
			dot--;
		}
		return dot > first && Ascii.isLetter(Ascii.at(text, dot + 1));
	}

}
