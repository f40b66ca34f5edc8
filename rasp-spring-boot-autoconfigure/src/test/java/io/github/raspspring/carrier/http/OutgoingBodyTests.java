package io.github.raspspring.carrier.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.SinkBlockedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.support.HttpRequestWrapper;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link OutgoingBody} with every client of Spring Boot and a real server.
 */
class OutgoingBodyTests {

	private final Uploads uploads;

	OutgoingBodyTests() throws IOException {
		this.uploads = new Uploads();
	}

	@AfterEach
	void close() {
		this.uploads.close();
	}

	static Set<String> clients() {
		return Uploads.builders().keySet();
	}

	static Stream<Object> bodies() {
		MultiValueMap<String, Object> form = new LinkedMultiValueMap<>(Map.of("title", List.of("Dune")));
		return Stream.of("Dune", "Dune".getBytes(StandardCharsets.UTF_8), Map.of("title", "Dune"), form,
				new ByteArrayResource(new byte[1000]), new InputStreamResource(new Uploads.Zeros(1000)),
				new Uploads.Repeatable(3 * OutgoingBody.MOST_KEPT));
	}

	@ParameterizedTest
	@MethodSource("bodies")
	void sendWhenNoRedirectThenArrivesAsItIs(Object body) {
		assertThat(this.uploads.post(jdk(), "/count", body)).matches("POST [1-9][0-9]*");
	}

	@ParameterizedTest
	@MethodSource("bodies")
	void sendWhenRedirectKeepsBodyThenArrivesAgain(Object body) {
		assertThat(this.uploads.post(jdk(), "/307", body)).matches("POST [1-9][0-9]*");
	}

	@ParameterizedTest
	@MethodSource("clients")
	void sendWhenStreamIsSmallThenRedirectReplaysIt(String client) {
		ClientHttpRequestFactoryBuilder<?> builder = Uploads.builders().get(client);
		int size = OutgoingBody.MOST_KEPT;
		assertThat(this.uploads.post(builder, "/308", new InputStreamResource(new Uploads.Zeros(size))))
			.isEqualTo("POST " + size);
	}

	@ParameterizedTest
	@MethodSource("clients")
	void sendWhenStreamIsLargeThenRedirectIsLeftToTheApplication(String client) {
		ClientHttpRequestFactoryBuilder<?> builder = Uploads.builders().get(client);
		Uploads.Zeros large = new Uploads.Zeros(OutgoingBody.MOST_KEPT + 1);
		assertThat(this.uploads.post(builder, "/307", new InputStreamResource(large))).isEqualTo("307");
	}

	@ParameterizedTest
	@CsvSource({ "301, GET 0", "302, GET 0", "303, GET 0", "307, POST 2097152", "308, POST 2097152" })
	void sendWhenBodyIsRepeatableThenFollowsAsClientsDo(int status, String arrived) {
		assertThat(this.uploads.post(jdk(), "/" + status, new Uploads.Repeatable(2097152))).isEqualTo(arrived);
	}

	@ParameterizedTest
	@CsvSource({ "301", "302", "303" })
	void sendWhenLargeStreamIsNotWantedAgainThenFollows(int status) {
		InputStream large = new Uploads.Zeros(3 * OutgoingBody.MOST_KEPT);
		assertThat(this.uploads.post(jdk(), "/" + status, new InputStreamResource(large))).isEqualTo("GET 0");
	}

	@Test
	void sendWhenWrittenByCallbackThenArrives() {
		String arrived = this.uploads.restTemplate(jdk())
			.execute(this.uploads.url("/307"), HttpMethod.PUT, (request) -> request.getBody().write(new byte[5000]),
					(answer) -> new String(answer.getBody().readAllBytes(), StandardCharsets.UTF_8));
		assertThat(arrived).isEqualTo("PUT 5000");
	}

	@Test
	void sendWhenApplicationHasInterceptorsThenTheirUrlIsJudged() {
		RestClient client = this.uploads.restClient(jdk())
			.mutate()
			.requestInterceptor((request, body, execution) -> execution
				.execute(new Elsewhere(request, URI.create(this.uploads.url("/count"))), body))
			.build();
		try (InspectionScope.Binding request = this.uploads.requests().serve(this.uploads.url("/count"))) {
			assertThatExceptionOfType(SinkBlockedException.class)
				.isThrownBy(() -> client.get().uri("http://books.example/").retrieve().toBodilessEntity());
		}
	}

	@Test
	void uploadWhenMemoryIsSmallThenStreams() throws Exception {
		String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		Process process = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-Xmx64m", "-cp", classPath,
				Uploads.class.getName())
			.redirectErrorStream(true)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
		for (String client : clients()) {
			assertThat(output).contains(client + " RestClient POST " + Uploads.LARGE,
					client + " RestTemplate POST " + Uploads.LARGE);
		}
	}

	private static ClientHttpRequestFactoryBuilder<?> jdk() {
		return ClientHttpRequestFactoryBuilder.jdk();
	}

	/**
	 * A request that was sent somewhere else.
	 */
	private static final class Elsewhere extends HttpRequestWrapper {

		private final URI uri;

		Elsewhere(HttpRequest request, URI uri) {
			super(request);
			this.uri = uri;
		}

		@Override
		public URI getURI() {
			return this.uri;
		}

	}

}
