package io.github.raspspring.carrier.http;

import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.JettyClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.ReactorClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.SimpleClientHttpRequestFactoryBuilder;

/**
 * What the clients of Spring Boot can be told. Builders that work by reflection can be
 * told nothing.
 */
final class KnownClients {

	private KnownClients() {
	}

	/**
	 * Return whether redirects can be followed for the client.
	 */
	static boolean follow(ClientHttpRequestFactoryBuilder<?> builder) {
		return filter(builder) || builder instanceof JdkClientHttpRequestFactoryBuilder
				|| builder instanceof SimpleClientHttpRequestFactoryBuilder;
	}

	/**
	 * Return whether the client asks for the address it takes. The JDK's is asked for a
	 * proxy only, and would refuse hosts that the proxy has to resolve.
	 */
	static boolean filter(ClientHttpRequestFactoryBuilder<?> builder) {
		return builder instanceof HttpComponentsClientHttpRequestFactoryBuilder
				|| builder instanceof JettyClientHttpRequestFactoryBuilder
				|| builder instanceof ReactorClientHttpRequestFactoryBuilder;
	}

}
