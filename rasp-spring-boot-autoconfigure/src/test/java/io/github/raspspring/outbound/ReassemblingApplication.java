package io.github.raspspring.outbound;

import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

import org.springframework.boot.restclient.RestTemplateBuilder;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Parses the URL it is told, puts it together again in another way, and fetches that.
 */
@Configuration(proxyBeanMethods = false)
@Import({ OutboundApplication.class, ReassemblingApplication.Reassembling.class })
class ReassemblingApplication {

	@RestController
	static class Reassembling {

		private final RestClient restClient;

		private final RestTemplate restTemplate;

		private final WebClient webClient;

		private final HttpClient httpClient;

		Reassembling(RestClient.Builder restClient, RestTemplateBuilder restTemplate, WebClient.Builder webClient,
				HttpClient httpClient) {
			this.restClient = restClient.build();
			this.restTemplate = restTemplate.build();
			this.webClient = webClient.build();
			this.httpClient = httpClient;
		}

		@GetMapping("/fetch/{client}/{edit}/{page}")
		String fetch(@PathVariable String client, @PathVariable String edit, @PathVariable String page,
				@RequestParam String url) throws Exception {
			URI edited = edit(edit, "/" + page, url);
			return switch (client) {
				case "rest-client" -> this.restClient.get().uri(edited).retrieve().body(String.class);
				case "rest-template" -> this.restTemplate.getForObject(edited, String.class);
				case "web-client" -> this.webClient.get().uri(edited).retrieve().bodyToMono(String.class).block();
				case "http-client" ->
					this.httpClient.send(HttpRequest.newBuilder(edited).build(), BodyHandlers.ofString()).body();
				default -> throw new IllegalArgumentException(client);
			};
		}

		private static URI edit(String edit, String page, String url) throws Exception {
			UriComponents parsed = UriComponentsBuilder.fromUriString(url).build();
			return switch (edit) {
				case "replace-path" ->
					UriComponentsBuilder.fromUriString(url).replacePath(page).build().encode().toUri();
				case "resolve" -> parsed.encode().toUri().resolve(page);
				case "host-and-port" -> UriComponentsBuilder.newInstance()
					.scheme("http")
					.host(parsed.getHost())
					.port(parsed.getPort())
					.path(page)
					.build()
					.toUri();
				case "url" -> new URL("http", parsed.getHost(), parsed.getPort(), page).toURI();
				case "query" -> UriComponentsBuilder.fromUriString(url)
					.replacePath(page)
					.queryParam("from", "us")
					.build()
					.encode()
					.toUri();
				default -> throw new IllegalArgumentException(edit);
			};
		}

	}

}
