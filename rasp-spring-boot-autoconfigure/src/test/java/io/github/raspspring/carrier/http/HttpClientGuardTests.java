package io.github.raspspring.carrier.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import io.github.raspspring.attack.url.HostPatterns;
import io.github.raspspring.attack.url.OutboundPolicy;
import io.github.raspspring.attack.url.UrlJudge;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.SinkBlockedException;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.sink.SinkCoverage;
import io.github.raspspring.sink.SinkKind;
import io.github.raspspring.sink.SinkRequests;
import io.github.raspspring.sink.UnattributedCalls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.restclient.RestTemplateBuilder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link HttpClientGuard} with real clients and a real server.
 */
class HttpClientGuardTests {

	private final AtomicInteger served = new AtomicInteger();

	private HttpServer server;

	private String url;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", (exchange) -> {
			this.served.incrementAndGet();
			exchange.sendResponseHeaders(204, -1);
			exchange.close();
		});
		this.server.start();
		this.url = "http://127.0.0.1:" + this.server.getAddress().getPort() + "/internal";
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	@Test
	void restClientWhenInputChoosesInternalUrlThenNotSent() {
		SinkRequests requests = requests(EnforcementMode.BLOCK, HostPatterns.NONE);
		RestClient client = restClient(requests);
		try (InspectionScope.Binding request = requests.serve(this.url)) {
			assertThatExceptionOfType(SinkBlockedException.class)
				.isThrownBy(() -> client.get().uri(this.url).retrieve().toBodilessEntity());
		}
		assertThat(this.served).hasValue(0);
	}

	@Test
	void restTemplateWhenInputChoosesInternalUrlThenNotSent() {
		SinkRequests requests = requests(EnforcementMode.BLOCK, HostPatterns.NONE);
		RestTemplate template = new RestTemplateBuilder().customizers(customizer(requests)).build();
		try (InspectionScope.Binding request = requests.serve(this.url)) {
			assertThatExceptionOfType(SinkBlockedException.class)
				.isThrownBy(() -> template.getForEntity(this.url, String.class));
		}
		assertThat(this.served).hasValue(0);
	}

	@Test
	void restClientWhenMonitoringThenSentAndReported() {
		SinkRequests requests = requests(EnforcementMode.MONITOR, HostPatterns.NONE);
		Exchange exchange = requests.begin(this.url);
		try (InspectionScope.Binding request = requests.scope().bind(exchange)) {
			restClient(requests).get().uri(this.url).retrieve().toBodilessEntity();
		}
		assertThat(this.served).hasValue(1);
		assertThat(exchange.findings()).singleElement()
			.satisfies((finding) -> assertThat(finding.rule().id()).isEqualTo("internal-address"));
	}

	@Test
	void restClientWhenHostIsAllowedThenSent() {
		SinkRequests requests = requests(EnforcementMode.BLOCK, new HostPatterns(List.of("127.0.0.1")));
		try (InspectionScope.Binding request = requests.serve(this.url)) {
			restClient(requests).get().uri(this.url).retrieve().toBodilessEntity();
		}
		assertThat(this.served).hasValue(1);
	}

	@Test
	void restClientWhenApplicationChoosesUrlThenSent() {
		SinkRequests requests = requests(EnforcementMode.BLOCK, HostPatterns.NONE);
		try (InspectionScope.Binding request = requests.serve("dune")) {
			restClient(requests).get().uri(this.url + "?q={q}", "dune").retrieve().toBodilessEntity();
		}
		restClient(requests).get().uri(this.url).retrieve().toBodilessEntity();
		assertThat(this.served).hasValue(2);
	}

	@Test
	void coverageThenSaysWhatIsOpen() {
		SinkRequests requests = requests(EnforcementMode.BLOCK, HostPatterns.NONE);
		SinkCoverage coverage = SinkCoverage
			.of(List.of(new HttpClientGuard(new UrlGuard(requests.scope(), requests.guard(), new UnattributedCalls()))))
			.get(SinkKind.URL.ordinal());
		assertThat(coverage.carried()).isTrue();
		assertThat(coverage.open()).anyMatch((sentence) -> sentence.contains("without the builders"));
	}

	private static SinkRequests requests(EnforcementMode mode, HostPatterns allowed) {
		return new SinkRequests(mode, new UrlJudge(new OutboundPolicy(allowed, HostPatterns.NONE, true)));
	}

	private static RestClient restClient(SinkRequests requests) {
		RestClient.Builder builder = RestClient.builder();
		customizer(requests).customize(builder);
		return builder.build();
	}

	private static RestClientGuardCustomizer customizer(SinkRequests requests) {
		return new RestClientGuardCustomizer(
				new HttpClientGuard(new UrlGuard(requests.scope(), requests.guard(), new UnattributedCalls())));
	}

}
