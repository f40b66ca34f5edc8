package io.github.raspspring.sink;

import java.net.InetAddress;
import java.util.List;
import java.util.function.Function;

/**
 * A connection about to be made.
 *
 * @param operation what is called, such as {@code RestClient GET}
 * @param argument the URL, as it was put together
 * @param resolver tells the addresses of a host name, empty if it can't be resolved here;
 * asked only when it matters
 */
public record UrlCall(String operation, String argument,
		Function<String, List<InetAddress>> resolver) implements SinkCall {

	/**
	 * Create a call whose host is resolved by the JVM.
	 * @param operation what is called
	 * @param url the URL
	 * @return the call
	 */
	public static UrlCall resolvedByJvm(String operation, String url) {
		return new UrlCall(operation, url, HostResolver::addressesOf);
	}

	@Override
	public SinkKind kind() {
		return SinkKind.URL;
	}

}
