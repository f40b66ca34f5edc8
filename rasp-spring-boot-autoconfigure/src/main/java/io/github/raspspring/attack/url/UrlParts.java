package io.github.raspspring.attack.url;

import java.util.Locale;
import java.util.Set;

import io.github.raspspring.sink.CharMask;
import org.jspecify.annotations.Nullable;

/**
 * A URL taken apart as lenient clients do, with the places of its parts.
 *
 * @param url the URL
 * @param scheme the scheme in lower case
 * @param authorityStart index of the first character behind the slashes
 * @param hostStart index of the first character of the host
 * @param hostEnd index behind the last character of the host, the port not included
 * @param authorityEnd index behind the last character of the authority
 * @param host the host in lower case, as a resolver sees it
 * @param port the port, -1 if there is none
 */
public record UrlParts(String url, String scheme, int authorityStart, int hostStart, int hostEnd, int authorityEnd,
		String host, int port) {

	private static final String HTTP = "http";

	private static final Set<String> CUTS = Set.of("00", "40", "23", "2f", "3f", "5c", "3a");

	/**
	 * Take a URL apart.
	 * @return the parts, or {@code null} if it names no host
	 */
	public static @Nullable UrlParts of(String url) {
		return from(url, 0);
	}

	/**
	 * Take a URL apart that ends a text.
	 * @param url the text
	 * @param from where the URL begins
	 * @return the parts with their places in the text, or {@code null} if it names no
	 * host
	 */
	static @Nullable UrlParts from(String url, int from) {
		boolean relative = url.length() > from + 1 && isSlash(url.charAt(from)) && isSlash(url.charAt(from + 1));
		int colon = relative ? from : url.indexOf(':', from);
		if (colon <= from && !relative) {
			return null;
		}
		int start = relative ? from : colon + 1;
		while (start < url.length() && isSlash(url.charAt(start))) {
			start++;
		}
		return of(url, relative ? HTTP : schemeOf(url, from, colon), start, url.length());
	}

	/**
	 * Take a host apart that stands within a text, as if a client of HTTP were given it.
	 * @param text the text
	 * @param start where the host begins, or what stands before it
	 * @param limit where it ends at the latest
	 * @return the parts with their places in the text
	 */
	static UrlParts ofAuthority(String text, int start, int limit) {
		return of(text, HTTP, start, limit);
	}

	private static UrlParts of(String url, String scheme, int start, int limit) {
		int end = start;
		while (end < limit && !endsAuthority(url.charAt(end))) {
			end++;
		}
		int hostStart = url.lastIndexOf('@', end - 1) >= start ? url.lastIndexOf('@', end - 1) + 1 : start;
		int hostEnd = endOfHost(url, hostStart, end);
		return new UrlParts(url, scheme, start, hostStart, hostEnd, end, hostOf(url, hostStart, hostEnd),
				portOf(url, hostEnd, end));
	}

	/**
	 * Clients drop line breaks and blanks.
	 */
	private static String schemeOf(String url, int start, int end) {
		StringBuilder scheme = new StringBuilder(end - start);
		for (int i = start; i < end; i++) {
			if (!CharMask.isBlank(url.charAt(i))) {
				scheme.append(CharMask.fold(url.charAt(i)));
			}
		}
		return scheme.toString();
	}

	/**
	 * Return what stays the same of all URLs of one server.
	 */
	String origin() {
		return this.scheme + "://" + this.host + ':' + this.port;
	}

	/**
	 * Return whether a part lies within the host: it can name a host then, but neither
	 * the scheme nor the port.
	 */
	boolean isWithinHost(int start, int end) {
		return start >= this.hostStart && end <= this.hostEnd;
	}

	/**
	 * Return where the path ends.
	 */
	int pathEnd() {
		int i = this.authorityEnd;
		while (i < this.url.length() && this.url.charAt(i) != '?' && this.url.charAt(i) != '#') {
			i++;
		}
		return i;
	}

	/**
	 * Return whether the host holds a character in disguise at which some clients end it:
	 * NUL, or one that would end the host or what stands before it.
	 */
	boolean isCut() {
		for (int i = this.hostStart; i + 2 < this.hostEnd; i++) {
			if (this.url.charAt(i) == '%' && CUTS.contains(this.url.substring(i + 1, i + 3).toLowerCase(Locale.ROOT))) {
				return true;
			}
		}
		return false;
	}

	boolean hasUserInfo() {
		return this.hostStart > this.authorityStart;
	}

	/**
	 * Return whether the name has one label only, as services of a cluster have.
	 */
	boolean isSingleLabel() {
		return this.host.indexOf('.') < 0 && this.host.indexOf(':') < 0;
	}

	/**
	 * Return where the last label of the host starts.
	 */
	int lastLabelStart() {
		int stop = (this.hostEnd > this.hostStart && this.url.charAt(this.hostEnd - 1) == '.') ? this.hostEnd - 2
				: this.hostEnd - 1;
		return Math.max(this.hostStart, this.url.lastIndexOf('.', stop) + 1);
	}

	/**
	 * Return where the part of the host starts that decides on it: the last label of a
	 * name, the first number of an address.
	 */
	int decisiveStart() {
		boolean address = this.host.chars().allMatch((c) -> c == '.' || (c >= '0' && c <= '9'));
		int dot = address ? this.url.indexOf('.', this.hostStart) : -1;
		return (dot > 0 && dot < this.hostEnd) ? dot - 1 : lastLabelStart();
	}

	private static int endOfHost(String url, int start, int end) {
		if (start < end && url.charAt(start) == '[') {
			int bracket = url.indexOf(']', start);
			return (bracket >= 0 && bracket < end) ? bracket + 1 : end;
		}
		int colon = url.indexOf(':', start);
		return (colon >= 0 && colon < end) ? colon : end;
	}

	private static String hostOf(String url, int start, int end) {
		String host = HostText.isDisguised(url, start, end) ? HostText.normalize(url, start, end)
				: url.substring(start, end);
		host = host.toLowerCase(Locale.ROOT);
		return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
	}

	private static int portOf(String url, int hostEnd, int end) {
		int port = 0;
		for (int i = hostEnd + 1; i < end; i++) {
			int digit = url.charAt(i) - '0';
			if (digit < 0 || digit > 9 || port > 0xFFFF) {
				return -1;
			}
			port = 10 * port + digit;
		}
		return (hostEnd + 1 < end) ? port : -1;
	}

	private static boolean endsAuthority(char c) {
		return isSlash(c) || c == '?' || c == '#';
	}

	private static boolean isSlash(char c) {
		return c == '/' || c == '\\';
	}

}
