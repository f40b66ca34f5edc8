package io.github.raspspring.carrier.jvm;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.SocketChannel;
import java.sql.DriverManager;
import java.util.List;

import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/**
 * Connections to this host whose address input names in a notation that hides it.
 */
final class ConnectionCase {

	/** No bean, and of the JDK, which takes any notation. */
	private static final RestClient CLIENT = RestClient.builder()
		.requestFactory(new JdkClientHttpRequestFactory())
		.build();

	private ConnectionCase() {
	}

	static List<HookCase> all() {
		return List.of(socket("2130711529"), socket("::ffff:127.0.19.235"), socket("0"), socket("::"),
				socket("127.000.019.242"), socket("127.1"), lookup("::ffff:7f00:13ec"), lookup("2130711538"),
				channel("0:0:0:0:0:ffff:7f00:13ed"), channel("2130711540"), client("[::ffff:127.0.19.236]"),
				restClient("http://[::ffff:127.0.19.155]:9/x"), restClient("http://[::ffff:7f00:139c]:9/x"),
				restClient("http://127.000.019.162:9/x"), restClient("http://x@127.0.19.167:9/x"),
				new HookCase("RestClient of another library", "url-sink", "http://127.0.19.165.:9/x",
						"http://host.invalid/x",
						(input) -> RestClient.create().get().uri(input).retrieve().body(String.class)),
				new HookCase("URL in a URL", "url-sink", "url:http://127.0.19.168:9/", "url:http://host.invalid/",
						(input) -> new java.net.URL(input).openStream()),
				new HookCase("database of another host", "url-sink", "tcp://127.0.20.62/x", "mem:x",
						(input) -> DriverManager.getConnection("jdbc:h2:" + input).close()));
	}

	private static HookCase socket(String host) {
		return host("Socket to " + host, host, (input) -> new Socket(input, 9).close());
	}

	private static HookCase lookup(String host) {
		return host("InetAddress of " + host, host, (input) -> new Socket(InetAddress.getByName(input), 9).close());
	}

	private static HookCase channel(String host) {
		return host("SocketChannel to " + host, host,
				(input) -> SocketChannel.open(new InetSocketAddress(input, 9)).close());
	}

	private static HookCase client(String host) {
		return host("HttpClient to " + host, host, (input) -> HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://" + input + ":9/")).build(), BodyHandlers.discarding()));
	}

	private static HookCase restClient(String url) {
		return new HookCase("RestClient to " + url, "url-sink", url, "http://host.invalid/x",
				(input) -> CLIENT.get().uri(URI.create(input)).retrieve().body(String.class));
	}

	private static HookCase host(String name, String host, HookCase.Action action) {
		return new HookCase(name, "url-sink", host, "host.invalid", action);
	}

}
