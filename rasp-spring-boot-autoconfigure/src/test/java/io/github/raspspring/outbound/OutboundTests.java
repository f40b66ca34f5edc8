package io.github.raspspring.outbound;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.event.ThreatDetected;
import io.github.raspspring.event.EventHistory;
import io.github.raspspring.sink.SinkKind;
import io.github.raspspring.sink.UnattributedCalls;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * URLs that clients choose, fetched by every HTTP client and on every kind of thread, and
 * the redirects they lead to.
 */
@TestInstance(Lifecycle.PER_CLASS)
class OutboundTests {

	private final Fetcher fetcher = new Fetcher(OutboundApplication.class);

	private final Internet internet = this.fetcher.internet();

	@AfterAll
	void stop() {
		this.fetcher.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "rest-client", "rest-template", "web-client", "web-client-mono",
			"web-client-mono-elsewhere", "http-client", "http-client-async", "own-executor", "boots-executor", "async",
			"http-exchange", "swallowed" })
	void fetchWhenInputChoosesInternalUrlThenIsNotSent(String way) throws Exception {
		int before = this.internet.internalVisits();
		assertThat(this.fetcher.fetch(way, this.internet.internalUrl()).statusCode()).isEqualTo(403);
		assertThat(this.internet.internalVisits()).isEqualTo(before);
	}

	@ParameterizedTest
	@CsvSource({ "rest-client,to-internal", "rest-client,twice-to-internal", "rest-client,to-metadata",
			"rest-template,to-internal", "http-exchange,to-internal", "http-client,to-internal",
			"http-client,twice-to-internal", "http-client-async,to-internal", "http-client-async,to-metadata",
			"own-executor,to-internal", "web-client,to-internal", "web-client,twice-to-internal",
			"web-client-mono,to-metadata", "web-client-mono-elsewhere,to-internal" })
	void fetchWhenChosenHostRedirectsInsideThenIsNotFollowed(String way, String path) throws Exception {
		int before = this.internet.internalVisits();
		assertThat(this.fetcher.fetch(way, "http://public.example/" + path).statusCode()).isEqualTo(403);
		assertThat(this.internet.internalVisits()).isEqualTo(before);
	}

	@ParameterizedTest
	@CsvSource({ "rest-client,to-public", "rest-template,to-public", "http-client,to-public",
			"http-client-async,to-public", "own-executor,to-public", "rest-client,page", "http-client,page",
			"web-client,to-public", "http-exchange,to-public", "web-client-mono,to-public", "web-client,page" })
	void fetchWhenHostsArePublicThenIsServed(String way, String path) throws Exception {
		HttpResponse<String> answer = this.fetcher.fetch(way, "http://public.example/" + path);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		assertThat(answer.body()).isEqualTo("GET public");
	}

	@Test
	void eventWhenRefusedThenTellsCallArgumentPlaceAndFrame() throws Exception {
		this.fetcher.fetch("rest-client", this.internet.internalUrl());
		ThreatDetected event = (ThreatDetected) this.fetcher.bean(EventHistory.class).latest().get(0);
		assertThat(event.decision().findings()).singleElement().satisfies((finding) -> {
			assertThat(finding.detector()).isEqualTo("url-sink");
			assertThat(finding.location()).isEqualTo(InputLocation.QUERY);
			assertThat(finding.name()).isEqualTo("url");
			assertThat(finding.evidence()).contains("HTTP client GET", "OutboundApplication")
				.doesNotContain("/internal");
		});
	}

	@Test
	void fetchWhenInspectionIsLostThenIsLetPassAndCounted() throws Exception {
		UnattributedCalls calls = this.fetcher.bean(UnattributedCalls.class);
		long before = calls.count(SinkKind.URL);
		assertThat(this.fetcher.fetch("new-thread", this.internet.internalUrl()).body()).isEqualTo("internal");
		assertThat(calls.count(SinkKind.URL)).isEqualTo(before + 1);
		assertThat(this.fetcher.bean(MeterRegistry.class)
			.get("rasp.sinks.unattributed")
			.tag("sink", "url-sink")
			.functionCounter()
			.count()).isEqualTo(before + 1);
		assertThat(this.fetcher.get("/actuator/rasp/sinks").body()).contains("HttpClient bean httpClient",
				"WebClient.Builder", "redirects of RestClient and RestTemplate", "redirects of WebClient",
				"work for no request", "serial filter of the JVM", "HttpServletResponse");
	}

}
