package io.github.raspspring.demo;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A host that is allowed by name may have any address, also an internal one; the address
 * itself and other names of it are not allowed by that.
 */
@BookshopTest({ "rasp.mode=block", "rasp.sinks.http.allowed-hosts=localhost" })
class AllowedHostTests {

	private Bookshop shop;

	@BeforeEach
	void enter(@LocalServerPort int port) {
		this.shop = new Bookshop(port);
	}

	@Test
	void importWhenHostIsAllowedByNameThenFetches() {
		Answer answer = importFrom("http://localhost:{port}/api/books/1");
		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
		assertThat(answer.json().path("content").asString()).contains("Frank Herbert");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://127.0.0.1:{port}/api/books/1", "http://[::ffff:127.0.0.1]:{port}/api/books/1",
			"http://localhost@127.0.0.1:{port}/api/books/1" })
	void importWhenOnlyTheAddressIsTheSameThenIsStopped(String url) {
		Refusals.assertExplained(this.shop, Refusals.assertBlocked(importFrom(url)), "SERVER_SIDE_REQUEST");
	}

	private Answer importFrom(String url) {
		return this.shop.post("/api/covers/import",
				Map.of("url", url.replace("{port}", String.valueOf(this.shop.port()))));
	}

}
