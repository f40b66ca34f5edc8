package io.github.raspspring.attack.url;

import java.net.IDN;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import io.github.raspspring.sink.SinkInputs;
import org.jspecify.annotations.Nullable;

/**
 * The hosts that the values of a request name. A URL that was parsed, changed and put
 * together again holds none of them as text, but still leads to one of these hosts, or to
 * the address that the application resolved it to.
 */
final class InputHosts {

	private static final int LONGEST = 4096;

	/** Names that are resolved for one call at most. */
	private static final int MOST_RESOLVED = 2;

	private final Function<String, List<InetAddress>> resolver;

	private final UrlParts target;

	private final @Nullable HostAddress address;

	private int resolved;

	InputHosts(UrlParts target, Function<String, List<InetAddress>> resolver) {
		this.target = target;
		this.resolver = resolver;
		this.address = addressOf(target.host());
	}

	/**
	 * Return whether a value names the host of the target.
	 */
	boolean name(SinkInputs inputs, int input) {
		String text = inputs.text(input).strip();
		if (text.length() < 3 || text.length() > LONGEST || inputs.isNameOfOneWord(input)) {
			return false;
		}
		if (isIpv6(text)) {
			return isSame(bracketed(text), false);
		}
		UrlParts parts = UrlParts.of(text);
		if (parts != null && parts.authorityStart() > 0 && isSlash(text.charAt(parts.authorityStart() - 1))) {
			return HostJudge.isWeb(parts.scheme()) ? isSame(parts.host(), true)
					: parts.scheme().equals(this.target.scheme());
		}
		UrlParts bare = UrlParts.of("http://" + text);
		return bare != null && isHost(bare, text) && isSame(bare.host(), false);
	}

	private boolean isSame(String host, boolean resolve) {
		if (host.isEmpty() || this.target.host().isEmpty()) {
			return false;
		}
		if (ascii(host).equals(ascii(this.target.host()))) {
			return true;
		}
		if (this.address == null) {
			return false;
		}
		HostAddress other = addressOf(host);
		if (other != null) {
			return isSameAddress(other);
		}
		return resolve && this.resolved++ < MOST_RESOLVED && resolvesToTarget(host);
	}

	private boolean resolvesToTarget(String host) {
		return this.resolver.apply(host).stream().anyMatch((candidate) -> {
			HostAddress other = addressOf(candidate.getHostAddress().indexOf(':') >= 0
					? bracketed(candidate.getHostAddress()) : candidate.getHostAddress());
			return other != null && isSameAddress(other);
		});
	}

	private boolean isSameAddress(HostAddress other) {
		return this.address != null && this.address.high() == other.high() && this.address.low() == other.low();
	}

	/**
	 * A word without a dot or a port may be anything, and is found as text if it is a
	 * host.
	 */
	private static boolean isHost(UrlParts parts, String text) {
		for (int i = 0; i < parts.authorityEnd() - "http://".length(); i++) {
			char c = text.charAt(i);
			if (c <= ' ' || c == ',' || c == '"' || c == '\'') {
				return false;
			}
		}
		return parts.port() > 0 || parts.host().indexOf('.') > 0 || parts.host().startsWith("[");
	}

	private static @Nullable HostAddress addressOf(String host) {
		return HostAddress.parse(host, 0, host.length());
	}

	private static String ascii(String host) {
		try {
			return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
		}
		catch (IllegalArgumentException ex) {
			return host;
		}
	}

	private static boolean isIpv6(String text) {
		return text.indexOf(':') != text.lastIndexOf(':') && text.indexOf('/') < 0 && text.charAt(0) != '['
				&& addressOf(bracketed(text)) != null;
	}

	private static String bracketed(String address) {
		return '[' + address + ']';
	}

	private static boolean isSlash(char c) {
		return c == '/' || c == '\\';
	}

}
