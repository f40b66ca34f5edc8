package io.github.raspspring.outbound;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.boot.http.client.autoconfigure.reactive.ClientHttpConnectorBuilderCustomizer;
import org.springframework.boot.http.client.reactive.JdkClientHttpConnectorBuilder;
import org.springframework.boot.restclient.RestTemplateBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * Fetches whatever URL it is told to, by every client and on every kind of thread.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableAsync
@ImportHttpServices(types = OutboundApplication.Remote.class)
@Import({ OutboundApplication.Fetching.class, OutboundApplication.Elsewhere.class })
class OutboundApplication {

	@Bean
	SecurityFilterChain openToAll(HttpSecurity http) {
		return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll()).build();
	}

	@Bean
	HttpClient httpClient(Internet internet) {
		return HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).proxy(internet.proxy()).build();
	}

	@Bean
	ClientHttpRequestFactoryBuilderCustomizer<JdkClientHttpRequestFactoryBuilder> throughProxy(Internet internet) {
		return (builder) -> builder.withProxySelector(internet.proxy());
	}

	@Bean
	ClientHttpConnectorBuilderCustomizer<JdkClientHttpConnectorBuilder> reactiveThroughProxy(Internet internet) {
		return (builder) -> builder.withHttpClientCustomizer((client) -> client.proxy(internet.proxy()));
	}

	@Bean
	ThreadPoolTaskExecutor ownExecutor() {
		return new ThreadPoolTaskExecutor();
	}

	@Bean(destroyMethod = "close")
	Internet internet() {
		return new Internet();
	}

	/**
	 * A declared client.
	 */
	interface Remote {

		@GetExchange
		String get(URI url);

	}

	/**
	 * Runs work on another thread, and tells which kind of thread that was.
	 */
	static class Elsewhere {

		private volatile @Nullable Thread last;

		@Async("applicationTaskExecutor")
		public CompletableFuture<String> apply(Supplier<String> work) {
			this.last = Thread.currentThread();
			return CompletableFuture.completedFuture(work.get());
		}

		@Nullable Thread last() {
			return this.last;
		}

	}

	@RestController
	static class Fetching {

		private final RestClient restClient;

		private final RestTemplate restTemplate;

		private final WebClient webClient;

		private final HttpClient httpClient;

		private final Executor executor;

		private final Executor bootsExecutor;

		private final Elsewhere elsewhere;

		private final Remote remote;

		Fetching(RestClient.Builder restClient, RestTemplateBuilder restTemplate, WebClient.Builder webClient,
				HttpClient httpClient, ThreadPoolTaskExecutor ownExecutor,
				@Qualifier("applicationTaskExecutor") Executor bootsExecutor, Elsewhere elsewhere, Remote remote) {
			this.restClient = restClient.build();
			this.restTemplate = restTemplate.build();
			this.webClient = webClient.build();
			this.httpClient = httpClient;
			this.executor = ownExecutor;
			this.bootsExecutor = bootsExecutor;
			this.elsewhere = elsewhere;
			this.remote = remote;
		}

		@GetMapping("/fetch/{way}")
		Object fetch(@PathVariable String way, @RequestParam String url) throws Exception {
			return switch (way.toLowerCase(Locale.ROOT)) {
				case "rest-client" -> restClient(url);
				case "rest-template" -> this.restTemplate.getForObject(url, String.class);
				case "web-client" -> webClient(url).block();
				case "web-client-mono" -> webClient(url);
				case "web-client-mono-elsewhere" ->
					Mono.delay(Duration.ofMillis(1)).then(Mono.defer(() -> webClient(url)));
				case "http-client" ->
					this.httpClient.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
						.body();
				case "http-client-async" ->
					this.httpClient.sendAsync(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
						.thenApply((answer) -> answer.body());
				case "own-executor" -> CompletableFuture.supplyAsync(() -> restClient(url), this.executor).get();
				case "boots-executor" -> CompletableFuture.supplyAsync(() -> restClient(url), this.bootsExecutor).get();
				case "async" -> this.elsewhere.apply(() -> restClient(url)).get();
				case "http-exchange" -> this.remote.get(URI.create(url));
				case "swallowed" -> swallowing(url);
				case "new-thread" -> lost(url);
				default -> throw new IllegalArgumentException(way);
			};
		}

		private String restClient(String url) {
			return this.restClient.get().uri(url).retrieve().body(String.class);
		}

		private Mono<String> webClient(String url) {
			return this.webClient.get().uri(url).retrieve().bodyToMono(String.class);
		}

		private String swallowing(String url) {
			try {
				return restClient(url);
			}
			catch (RuntimeException ex) {
				return "nothing";
			}
		}

		private String lost(String url) throws Exception {
			ExecutorService raw = Executors.newSingleThreadExecutor();
			try {
				return raw.submit(() -> restClient(url)).get();
			}
			finally {
				raw.shutdown();
			}
		}

	}

}
