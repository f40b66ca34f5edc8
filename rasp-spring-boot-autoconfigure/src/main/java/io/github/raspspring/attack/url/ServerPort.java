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

	private ServerPort() {
	}

	/**
	 * Tell whether such a port follows the host of a web address: clients of databases
	 * have schemes of their own.
	 */
	static boolean follows(String text, UrlScanner url) {
		int hostEnd = url.hostEnd();
		boolean web = text.regionMatches(true, url.start(), "http", 0, 4);
		if (!web || hostEnd >= text.length() || text.charAt(hostEnd) != ':') {
			return false;
		}
		int port = 0;
		int end = Math.min(text.length(), hostEnd + 1 + LONGEST);
		for (int i = hostEnd + 1; i < end && text.charAt(i) >= '0' && text.charAt(i) <= '9'; i++) {
			port = port * 10 + text.charAt(i) - '0';
		}
		return Arrays.binarySearch(PORTS, port) >= 0;
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
		int dot = text.lastIndexOf('.', colon);
		return dot > url.authorityStart() && Ascii.isLetter(Ascii.at(text, dot + 1));
	}

}
