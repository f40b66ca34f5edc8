package io.github.raspspring.attack.url;

import java.net.InetAddress;
import java.util.List;
import java.util.function.Function;

import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;
import org.jspecify.annotations.Nullable;

/**
 * A connection about to be made.
 *
 * @param operation what is called, such as {@code RestClient GET}
 * @param argument the URL, as it was put together
 * @param resolver tells the addresses of a host name, empty if it can't be resolved here;
 * asked only when it matters
 * @param first the URL the application asked for first, if a server redirected it here,
 * else {@code null}
 */
public record UrlCall(String operation, String argument, Function<String, List<InetAddress>> resolver,
		@Nullable String first) implements SinkCall {

	/**
	 * Create a call that no redirect led to.
	 * @param operation what is called
	 * @param argument the URL
	 * @param resolver tells the addresses of a host name
	 */
	public UrlCall(String operation, String argument, Function<String, List<InetAddress>> resolver) {
		this(operation, argument, resolver, null);
	}

	/**
	 * Create a call that a redirect led to, whose host is resolved by the JVM. Whoever
	 * chose the first host has chosen this one as well.
	 * @param operation what is called
	 * @param url where the redirect leads
	 * @param first the URL the application asked for first
	 * @return the call
	 */
	public static UrlCall redirected(String operation, String url, String first) {
		return new UrlCall(operation, url, HostResolver::addressesOf, first);
	}

	/**
	 * Create a call whose host is resolved by the JVM.
	 * @param operation what is called
	 * @param url the URL
	 * @return the call
	 */
	public static UrlCall resolvedByJvm(String operation, String url) {
		return new UrlCall(operation, url, HostResolver::addressesOf);
	}

	/**
	 * Create a call for the lookup of a host. Plain addresses are left to the connection:
	 * many applications read them and connect nowhere. Other notations are not, as the
	 * connection no longer tells them.
	 * @param operation what is called
	 * @param host the host as the application names it
	 * @return the call, or {@code null} for an address in plain notation
	 */
	public static @Nullable UrlCall lookup(String operation, String host) {
		boolean plain = host.isEmpty() || host.indexOf(':') >= 0 || isPlainAddress(host);
		return plain ? null : resolvedByJvm(operation, "http://" + host + "/");
	}

	private static boolean isPlainAddress(String host) {
		HostAddress address = HostAddress.parse(host, 0, host.length());
		return address != null && !address.obscure();
	}

	@Override
	public SinkKind kind() {
		return SinkKind.URL;
	}

}
