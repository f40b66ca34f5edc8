package io.github.raspspring.carrier.jvm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.DatagramPacket;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.naming.directory.BasicAttributes;
import javax.naming.directory.InitialDirContext;
import javax.naming.directory.SearchControls;
import javax.xml.parsers.DocumentBuilderFactory;

import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import reactor.netty.http.client.HttpClientResponse;

/**
 * Connections by clients that are no beans, and what leads elsewhere.
 */
final class NetworkCase {

	private NetworkCase() {
	}

	static List<HookCase> all() throws Exception {
		int redirecting = redirectingServer();
		return List.of(
				host("HttpClient.sendAsync",
						(input) -> HttpClient.newHttpClient()
							.sendAsync(HttpRequest.newBuilder(URI.create("http://" + input + ":9/")).build(),
									BodyHandlers.discarding())
							.get()),
				host("Apache HttpClient", NetworkCase::apache), host("OkHttp", NetworkCase::okHttp),
				host("Reactor Netty", NetworkCase::netty),
				host("InetAddress.isReachable", (input) -> InetAddress.getByName(input).isReachable(10)),
				host("MulticastSocket",
						(input) -> new MulticastSocket()
							.send(new DatagramPacket(new byte[1], 1, InetAddress.getByName(input), 9))),
				host("URL.getContent", (input) -> URI.create("http://" + input + ":9/").toURL().getContent()),
				host("proxy that input names",
						(input) -> URI.create("http://shop.invalid/")
							.toURL()
							.openConnection(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(input, 9)))
							.getInputStream()),
				new HookCase("address of a document", "url-sink", "http://127.0.0.1:9/a.xml",
						"http://host.invalid/a.xml",
						(input) -> DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(input)),
				new HookCase("redirect of HttpURLConnection", "url-sink", "moved.invalid", "stays.invalid",
						(input) -> redirected(input, redirecting)),
				new HookCase("Driver.connect", "url-sink", "jdbc:h2:mem:x;INIT=CREATE TABLE y(z INT)", "x",
						(input) -> new org.h2.Driver()
							.connect(KnownAttack.within("jdbc:h2:mem:", input), new Properties())
							.close()),
				entry("InitialDirContext.search below",
						(directory, name) -> directory.search(name, "(cn=x)", new SearchControls())),
				entry("InitialDirContext.getAttributes of", InitialDirContext::getAttributes),
				entry("InitialDirContext.createSubcontext",
						(directory, name) -> directory.createSubcontext(name, new BasicAttributes())),
				lookup("InitialContext.doLookup", (input) -> InitialContext.doLookup(input)), lookup("connector of JMX",
						(input) -> JMXConnectorFactory.connect(new JMXServiceURL("service:jmx:rmi:///jndi/" + input))));
	}

	private static HookCase host(String name, HookCase.Action action) {
		return new HookCase(name, "url-sink", "127.0.0.1", "host.invalid", action);
	}

	private static HookCase lookup(String name, HookCase.Action action) {
		return new HookCase(name, "jndi-sink", "ldap://127.0.0.1:9/x", "books", action);
	}

	private static HookCase entry(String name, Entry use) {
		return new HookCase(name, "ldap-sink", "alice,ou=admins", "alice",
				(input) -> use.of(new InitialDirContext(), "uid=" + input + ",ou=people"));
	}

	private static void apache(String input) throws IOException {
		try (CloseableHttpClient client = HttpClients.createDefault()) {
			client.execute(new HttpGet("http://" + input + ":9/"), (answer) -> answer.getCode());
		}
	}

	/** Other cases find their libraries by the loader of the thread. */
	private static void okHttp(String input) throws Exception {
		Thread thread = Thread.currentThread();
		ClassLoader loader = thread.getContextClassLoader();
		try {
			Libraries library = Libraries.of("okhttp-3", "okio-1");
			Libraries.Thing request = library.make("okhttp3.Request$Builder")
				.call("url", "http://" + input + ":9/")
				.call("build");
			library.make("okhttp3.OkHttpClient").call("newCall", request.type(), request.target()).call("execute");
		}
		finally {
			thread.setContextClassLoader(loader);
		}
	}

	private static void netty(String input) {
		reactor.netty.http.client.HttpClient.create()
			.get()
			.uri("http://" + input + ":9/")
			.response()
			.map(HttpClientResponse::status)
			.block();
	}

	/**
	 * The name that input chooses is served by another, as the resolver of an attacker
	 * does.
	 */
	private static void redirected(String input, int port) throws IOException {
		Proxy proxy = new Proxy(Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
		HttpURLConnection connection = (HttpURLConnection) URI.create("http://" + input + "/")
			.toURL()
			.openConnection(proxy);
		connection.getInputStream().close();
	}

	private static int redirectingServer() throws IOException {
		ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		ThreadWay.daemon(() -> {
			while (true) {
				try (Socket client = server.accept()) {
					answer(client);
				}
				catch (IOException ex) {
					// The client has given up.
				}
			}
		}).start();
		return server.getLocalPort();
	}

	private static void answer(Socket client) throws IOException {
		BufferedReader request = new BufferedReader(
				new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
		boolean moves = false;
		for (String line = request.readLine(); line != null && !line.isEmpty(); line = request.readLine()) {
			moves |= line.contains("moved");
		}
		String head = moves ? "302 Found\r\nLocation: http://127.0.0.1:9/" : "200 OK";
		client.getOutputStream()
			.write(("HTTP/1.1 " + head + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
				.getBytes(StandardCharsets.US_ASCII));
	}

	/** What is done with an entry of a directory. */
	@FunctionalInterface
	private interface Entry {

		void of(InitialDirContext directory, String name) throws NamingException;

	}

}
