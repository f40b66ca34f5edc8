package io.github.raspspring.demo;

import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Modes per route and per detector: the first route that matches replaces the mode of the
 * application, a detector can only soften it.
 */
@BookshopTest({ "rasp.mode=monitor", "rasp.rate-limit.enabled=false", "rasp.routes[0].id=search",
		"rasp.routes[0].pattern=/api/books", "rasp.routes[0].methods=GET", "rasp.routes[0].mode=block",
		"rasp.routes[1].pattern=/api/covers", "rasp.routes[1].mode=block",
		"rasp.routes[1].excluded-detectors=path-traversal", "rasp.routes[2].pattern=/api/labels",
		"rasp.routes[2].mode=block", "rasp.routes[2].excluded-detectors=path-traversal,expression-injection",
		"rasp.routes[3].pattern=/api/greeting", "rasp.routes[3].mode=off",
		"rasp.detectors.command-injection.mode=monitor" })
class PolicyTests {

	private Bookshop shop;

	@BeforeEach
	void enter(@LocalServerPort int port) {
		this.shop = new Bookshop(port);
	}

	static Stream<Exploit> blocked() {
		return Exploit.of(Exploit.Weakness.SEARCH);
	}

	static Stream<Exploit> passed() {
		return Stream
			.of(Exploit.Weakness.COVER, Exploit.Weakness.LABEL_TEXT, Exploit.Weakness.LABEL_PRINTER,
					Exploit.Weakness.GREETING, Exploit.Weakness.IMPORT)
			.flatMap(Exploit::of);
	}

	@ParameterizedTest
	@MethodSource("blocked")
	void exploitWhenRouteBlocksThenIsStopped(Exploit exploit) {
		String reference = Refusals.assertBlocked(exploit.run(this.shop));
		assertThat(this.shop.event(reference).json().path("why").path("policy").asString()).isEqualTo("search");
	}

	@ParameterizedTest
	@MethodSource("passed")
	void exploitWhenRouteOrDetectorIsSofterThenPasses(Exploit exploit) {
		Answer answer = exploit.run(this.shop);
		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
		assertThat(answer.body()).contains(exploit.proof());
	}

}
