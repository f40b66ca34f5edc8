package io.github.raspspring.outbound;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The inspection follows virtual threads, where the JVM has them (21 and later); before
 * that the same property leaves platform threads.
 */
@TestInstance(Lifecycle.PER_CLASS)
class VirtualThreadTests {

	private final Fetcher fetcher = new Fetcher(OutboundApplication.class, "spring.threads.virtual.enabled=true");

	private final Internet internet = this.fetcher.internet();

	@AfterAll
	void stop() {
		this.fetcher.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "rest-client", "rest-template", "web-client", "web-client-mono", "http-client",
			"http-client-async", "own-executor", "boots-executor", "async" })
	void fetchWhenInputChoosesInternalUrlThenIsNotSent(String way) throws Exception {
		assertThat(fetch(way, this.internet.internalUrl())).isEqualTo(403);
		assertThat(this.internet.internalVisits()).isZero();
		assertThat(fetch(way, "http://public.example/page")).isEqualTo(200);
	}

	@Test
	void asyncWhenJvmHasVirtualThreadsThenRunsOnOne() throws Exception {
		assertThat(fetch("async", "http://public.example/page")).isEqualTo(200);
		Thread thread = this.fetcher.bean(OutboundApplication.Elsewhere.class).last();
		boolean virtual = Runtime.version().feature() >= 21;
		assertThat(String.valueOf(thread)).matches(virtual ? "VirtualThread.*" : "Thread.*");
	}

	private int fetch(String way, String url) throws Exception {
		return this.fetcher.fetch(way, url).statusCode();
	}

}
