package io.github.raspspring.attack.url;

import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import io.github.raspspring.attack.url.NamedHost.Likelihood;
import org.jspecify.annotations.Nullable;

/**
 * Reads the hosts that one value names: as a URL, with what Java takes off in front of
 * it, as those of a database, or bare.
 */
final class NamedHostReader {

	private static final String BARE = "http://";

	/** No host with a port and credentials is longer; URLs may be. */
	private static final int LONGEST_BARE = 4096;

	/** Numbers below are those of network 0, in which no server is. */
	private static final long LEAST_ADDRESS = 1L << 24;

	private final int input;

	private final Consumer<NamedHost> hosts;

	/**
	 * Create a reader.
	 * @param input number of the value
	 * @param hosts takes what is found
	 */
	NamedHostReader(int input, Consumer<NamedHost> hosts) {
		this.input = input;
		this.hosts = hosts;
	}

	void read(String value) {
		String text = value.strip();
		if (!mayName(text)) {
			return;
		}
		List<UrlParts> nested = NestedUrls.of(text);
		nested.forEach((parts) -> addUrl(parts, true));
		UrlParts parts = (nested.isEmpty() && NestedUrls.beginsUrl(text, 0)) ? UrlParts.of(text) : null;
		if (parts != null) {
			addUrl(parts, false);
		}
		else if (nested.isEmpty() && text.length() <= LONGEST_BARE) {
			readBare(text);
		}
	}

	private void addUrl(UrlParts parts, boolean wrapped) {
		List<HostAddress> addresses = HostAddress.readings(parts.host());
		boolean disguised = wrapped || parts.hasUserInfo() || isDisguised(parts, addresses);
		this.hosts.accept(new NamedHost(this.input, parts.scheme(), ascii(parts.host()), parts.port(), addresses,
				Likelihood.HOST, disguised));
	}

	private void readBare(String text) {
		UrlParts parts = UrlParts.of(BARE + (isIpv6(text) ? '[' + text + ']' : text));
		if (parts == null || !isOneWord(parts)) {
			return;
		}
		List<HostAddress> addresses = HostAddress.readings(parts.host());
		boolean number = !addresses.isEmpty() && isNumber(parts.host(), addresses.get(0));
		if (!addresses.isEmpty() || parts.port() > 0 || parts.host().indexOf('.') > 0) {
			boolean disguised = !number && isDisguised(parts, addresses)
					&& addresses.stream().anyMatch((address) -> address.range().isInternal());
			this.hosts.accept(new NamedHost(this.input, "", ascii(parts.host()), parts.port(), addresses,
					number ? Likelihood.NUMBER : Likelihood.HOST, disguised));
		}
	}

	/**
	 * Prices, versions and dates are made of two or three numbers, pages of a small one.
	 */
	private static boolean isNumber(String host, HostAddress address) {
		boolean decimal = host.chars().allMatch((c) -> c == '.' || c >= '0' && c <= '9');
		long dots = host.chars().filter((c) -> c == '.').count();
		return decimal && ((dots == 0) ? address.low() < LEAST_ADDRESS : dots < 3);
	}

	private static boolean isDisguised(UrlParts parts, List<HostAddress> addresses) {
		if (addresses.isEmpty()) {
			return false;
		}
		boolean dotted = parts.url().charAt(parts.hostEnd() - 1) == '.';
		return dotted || addresses.stream().anyMatch(HostAddress::obscure)
				|| HostText.isDisguised(parts.url(), parts.hostStart(), parts.hostEnd());
	}

	/**
	 * Tell cheaply whether a text may name a host: words don't.
	 */
	private static boolean mayName(String text) {
		if (text.isEmpty()) {
			return false;
		}
		char first = text.charAt(0);
		return first >= '0' && first <= '9' || first >= 0x80 || text.indexOf(':') >= 0 || text.indexOf('.') > 0
				|| text.startsWith("//") || text.startsWith("\\\\");
	}

	private static boolean isOneWord(UrlParts parts) {
		for (int i = BARE.length(); i < parts.authorityEnd(); i++) {
			char c = parts.url().charAt(i);
			if (c <= ' ' || c == ',' || c == '"' || c == '\'') {
				return false;
			}
		}
		return !parts.host().isEmpty();
	}

	private static boolean isIpv6(String text) {
		return text.indexOf(':') != text.lastIndexOf(':') && text.indexOf('/') < 0 && text.charAt(0) != '['
				&& address(text) != null;
	}

	private static @Nullable HostAddress address(String text) {
		return HostAddress.parse('[' + text + ']', 0, text.length() + 2);
	}

	static String ascii(String host) {
		try {
			return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
		}
		catch (IllegalArgumentException ex) {
			return host;
		}
	}

}
