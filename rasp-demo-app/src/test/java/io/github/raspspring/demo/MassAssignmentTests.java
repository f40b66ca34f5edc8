package io.github.raspspring.demo;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What customers must not say of an order, refused from the first request on: nothing was
 * learnt.
 */
@BookshopTest({ "rasp.mode=block", "rasp.rate-limit.enabled=false" })
class MassAssignmentTests {

	private Bookshop shop;

	private String token;

	@BeforeEach
	void enter(@LocalServerPort int port) {
		this.shop = new Bookshop(port);
		this.token = this.shop.tokenOf("alice");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"role\":\"admin\"", "\"discount\":100", "\"status\":\"paid\"", "\"customer\":\"bob\"",
			"\"unitPrice\":0", "\"quantity\":5", "\"bookId\":{\"a\":1}", "\"is_admin\":true" })
	void orderWhenItSaysWhatIsTheShopsThenIsRefusedAndPlainOnesPass(String property) {
		assertThat(order("{\"bookId\":5,\"quantity\":1}").status()).isEqualTo(201);
		String reference = Refusals.assertBlocked(order("{\"bookId\":5,\"quantity\":1," + property + "}"));
		Refusals.assertExplained(this.shop, reference, "BUSINESS_LOGIC");
		assertThat(order("{\"bookId\":5,\"quantity\":1}").status()).isEqualTo(201);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"theme\":\"dark\"", "\"id\":null", "\"discount\":null", "\"_links\":{}",
			"\"clientVersion\":\"7.1\"", "\"isAdmin\":false" })
	void orderWhenItSaysWhatIsHarmlessThenPasses(String property) {
		assertThat(order("{\"bookId\":5,\"quantity\":1," + property + "}").status()).isEqualTo(201);
	}

	@Test
	void profilesWhenAskedThenTellWhatIsLookedAt() {
		assertThat(this.shop.get("/actuator/rasp/profiles").json().path("answers").path("lookedAt").isNumber())
			.isTrue();
	}

	private Answer order(String body) {
		return this.shop.send(this.shop.json("/api/orders", body).header("Authorization", "Bearer " + this.token));
	}

}
