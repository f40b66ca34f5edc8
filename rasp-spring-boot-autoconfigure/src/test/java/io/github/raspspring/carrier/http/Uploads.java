package io.github.raspspring.carrier.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.raspspring.attack.url.HostPatterns;
import io.github.raspspring.attack.url.OutboundPolicy;
import io.github.raspspring.attack.url.UrlJudge;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.sink.SinkRequests;
import io.github.raspspring.sink.UnattributedCalls;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.restclient.RestTemplateBuilder;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * Uploads with every client of Spring Boot, guarded as auto-configuration does it, to a
 * server that counts what arrives. Has a main method, to be run with little memory.
 */
final class Uploads implements AutoCloseable {

	static final long LARGE = 80L * 1024 * 1024;

	private final SinkRequests requests = new SinkRequests(EnforcementMode.BLOCK,
			new UrlJudge(new OutboundPolicy(HostPatterns.NONE, HostPatterns.NONE, true)));

	private final UrlGuard guard = new UrlGuard(this.requests.scope(), this.requests.guard(), new UnattributedCalls());

	private final RestClientGuardCustomizer customizer = new RestClientGuardCustomizer(new HttpClientGuard(this.guard));

	private final HttpServer server;

	Uploads() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor(Executors.newCachedThreadPool());
		this.server.createContext("/count", this::count);
		for (int status : new int[] { 301, 302, 303, 307, 308 }) {
			this.server.createContext("/" + status, (exchange) -> redirect(exchange, status));
		}
		this.server.start();
	}

	/**
	 * Upload with all clients.
	 * @param args none
	 */
	public static void main(String[] args) throws Exception {
		try (Uploads uploads = new Uploads()) {
			builders().forEach((name, builder) -> {
				Resource once = new InputStreamResource(new Zeros(LARGE));
				System.out.println(name + " RestClient " + uploads.post(builder, "/count", once));
				RestTemplate template = uploads.restTemplate(builder);
				System.out.println(name + " RestTemplate "
						+ template.postForObject(uploads.url("/307"), new Repeatable(LARGE), String.class));
			});
		}
		System.exit(0);
	}

	static Map<String, ClientHttpRequestFactoryBuilder<?>> builders() {
		Map<String, ClientHttpRequestFactoryBuilder<?>> builders = new LinkedHashMap<>();
		builders.put("jdk", ClientHttpRequestFactoryBuilder.jdk());
		builders.put("simple", ClientHttpRequestFactoryBuilder.simple());
		builders.put("http-components", ClientHttpRequestFactoryBuilder.httpComponents());
		builders.put("jetty", ClientHttpRequestFactoryBuilder.jetty());
		builders.put("reactor", ClientHttpRequestFactoryBuilder.reactor());
		return builders;
	}

	SinkRequests requests() {
		return this.requests;
	}

	String url(String path) {
		return "http://127.0.0.1:" + this.server.getAddress().getPort() + path;
	}

	/**
	 * Post as a request whose input has no part in the URL.
	 * @return method and size of what arrived, or the status
	 */
	@Nullable String post(ClientHttpRequestFactoryBuilder<?> builder, String path, Object body) {
		try (InspectionScope.Binding request = this.requests.serve("dune")) {
			return restClient(builder).post()
				.uri(url(path))
				.body(body)
				.exchange((sent, answer) -> answer.getStatusCode().is3xxRedirection()
						? String.valueOf(answer.getStatusCode().value()) : answer.bodyTo(String.class));
		}
	}

	RestClient restClient(ClientHttpRequestFactoryBuilder<?> builder) {
		RestClient.Builder client = RestClient.builder().requestFactory(factory(builder));
		this.customizer.customize(client);
		return client.build();
	}

	RestTemplate restTemplate(ClientHttpRequestFactoryBuilder<?> builder) {
		return new RestTemplateBuilder().requestFactory(() -> factory(builder)).customizers(this.customizer).build();
	}

	private ClientHttpRequestFactory factory(ClientHttpRequestFactoryBuilder<?> builder) {
		ObjectProvider<ConnectionGuard> none = new DefaultListableBeanFactory().getBeanProvider(ConnectionGuard.class);
		DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
		beans.registerSingleton("guard", this.guard);
		return new FollowingFactoryBuilder(builder, beans.getBeanProvider(UrlGuard.class), none).build(null);
	}

	private void count(HttpExchange exchange) throws IOException {
		long size = drain(exchange.getRequestBody());
		byte[] answer = (exchange.getRequestMethod() + " " + size).getBytes();
		exchange.getResponseHeaders().add("Content-Type", "text/plain");
		exchange.sendResponseHeaders(200, answer.length);
		exchange.getResponseBody().write(answer);
		exchange.close();
	}

	private void redirect(HttpExchange exchange, int status) throws IOException {
		drain(exchange.getRequestBody());
		exchange.getResponseHeaders().add("Location", "/count");
		exchange.sendResponseHeaders(status, -1);
		exchange.close();
	}

	private static long drain(InputStream body) throws IOException {
		byte[] buffer = new byte[8192];
		long size = 0;
		for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
			size += read;
		}
		return size;
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	/**
	 * So many bytes that nobody has in memory.
	 */
	static final class Zeros extends InputStream {

		private long left;

		Zeros(long size) {
			this.left = size;
		}

		@Override
		public int read() {
			return (this.left-- > 0) ? 0 : -1;
		}

		@Override
		public int read(byte[] bytes, int offset, int length) {
			if (this.left <= 0) {
				return -1;
			}
			int read = (int) Math.min(length, this.left);
			this.left -= read;
			return read;
		}

	}

	/**
	 * A resource that can be read again, as a file.
	 */
	static final class Repeatable extends AbstractResource {

		private final long size;

		Repeatable(long size) {
			this.size = size;
		}

		@Override
		public InputStream getInputStream() {
			return new Zeros(this.size);
		}

		@Override
		public long contentLength() {
			return this.size;
		}

		@Override
		public String getDescription() {
			return this.size + " bytes";
		}

	}

}
