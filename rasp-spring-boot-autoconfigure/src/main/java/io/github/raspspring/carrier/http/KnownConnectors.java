package io.github.raspspring.carrier.http;

import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.HttpComponentsClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.JdkClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.JettyClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;

/**
 * What the reactive clients of Spring Boot can be told, as {@link KnownClients} says.
 */
final class KnownConnectors {

	private KnownConnectors() {
	}

	static boolean follow(ClientHttpConnectorBuilder<?> builder) {
		return filter(builder) || builder instanceof JdkClientHttpConnectorBuilder;
	}

	static boolean filter(ClientHttpConnectorBuilder<?> builder) {
		return builder instanceof HttpComponentsClientHttpConnectorBuilder
				|| builder instanceof JettyClientHttpConnectorBuilder
				|| builder instanceof ReactorClientHttpConnectorBuilder;
	}

}
