package io.github.raspspring.outbound;

import java.net.URI;

import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.JettyClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.ReactorClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.boot.http.client.autoconfigure.reactive.ClientHttpConnectorBuilderCustomizer;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Fetches by clients that resolve names by themselves, to an address the JVM has not
 * seen.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(RebindingApplication.Fetching.class)
class RebindingApplication {

	private final LoopbackNames names = new LoopbackNames();

	@Bean
	SecurityFilterChain openToAll(HttpSecurity http) {
		return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll()).build();
	}

	@Bean
	ClientHttpRequestFactoryBuilderCustomizer<HttpComponentsClientHttpRequestFactoryBuilder> httpComponents() {
		return (builder) -> builder.withDnsResolver(this.names);
	}

	@Bean
	ClientHttpRequestFactoryBuilderCustomizer<JettyClientHttpRequestFactoryBuilder> jetty() {
		return (builder) -> builder.withSocketAddressResolver(this.names);
	}

	@Bean
	ClientHttpRequestFactoryBuilderCustomizer<ReactorClientHttpRequestFactoryBuilder> reactor() {
		return (builder) -> builder.withHttpClientCustomizer((client) -> client.resolver(this.names.forNetty()));
	}

	@Bean
	ClientHttpConnectorBuilderCustomizer<ReactorClientHttpConnectorBuilder> reactorConnector() {
		return (builder) -> builder.withHttpClientCustomizer((client) -> client.resolver(this.names.forNetty()));
	}

	@Bean(destroyMethod = "close")
	Internet internet() {
		return new Internet();
	}

	@RestController
	static class Fetching {

		private final RestClient restClient;

		private final WebClient webClient;

		Fetching(RestClient.Builder restClient, WebClient.Builder webClient) {
			this.restClient = restClient.build();
			this.webClient = webClient.build();
		}

		@GetMapping("/fetch/{way}")
		Object fetch(@PathVariable String way, @RequestParam URI url) {
			return way.equals("web-client") ? reactive(url) : blocking(url);
		}

		@GetMapping("/page")
		Object page(@RequestParam int port) {
			return blocking(URI.create("http://inventory.example:" + port + "/page"));
		}

		@GetMapping("/own/{way}")
		Object own(@PathVariable String way, @RequestParam int port) {
			return fetch(way, URI.create("http://127.0.0.1:" + port + "/to-other-origin"));
		}

		private Mono<String> reactive(URI url) {
			return this.webClient.get()
				.uri(url)
				.header(HttpHeaders.AUTHORIZATION, "Bearer secret")
				.retrieve()
				.bodyToMono(String.class);
		}

		private String blocking(URI url) {
			return this.restClient.get()
				.uri(url)
				.header(HttpHeaders.AUTHORIZATION, "Bearer secret")
				.retrieve()
				.body(String.class);
		}

	}

}
