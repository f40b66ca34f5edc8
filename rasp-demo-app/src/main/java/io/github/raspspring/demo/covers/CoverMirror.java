package io.github.raspspring.demo.covers;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Plays the public host {@code covers.example}, so that the honest import works without a
 * network: a server on a loopback port that is the HTTP proxy for this one host name.
 */
@Component
class CoverMirror extends ProxySelector implements DisposableBean {

	static final String HOST = "covers.example";

	private final HttpServer server;

	CoverMirror() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	@Override
	public List<Proxy> select(URI uri) {
		return List
			.of(HOST.equals(uri.getHost()) ? new Proxy(Proxy.Type.HTTP, this.server.getAddress()) : Proxy.NO_PROXY);
	}

	@Override
	public void connectFailed(URI uri, SocketAddress address, IOException failure) {
	}

	@Override
	public void destroy() {
		this.server.stop(0);
	}

	private void answer(HttpExchange exchange) throws IOException {
		ClassPathResource cover = new ClassPathResource(
				"covers/" + StringUtils.getFilename(exchange.getRequestURI().getPath()));
		try (exchange) {
			if (!cover.isReadable()) {
				exchange.sendResponseHeaders(404, -1);
				return;
			}
			exchange.getResponseHeaders().add("Content-Type", "text/plain;charset=UTF-8");
			exchange.sendResponseHeaders(200, 0);
			try (InputStream content = cover.getInputStream()) {
				content.transferTo(exchange.getResponseBody());
			}
		}
	}

}
