package io.github.raspspring.demo;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whose orders they are: those of alice and bob, each in mode block, and all for the
 * clerk.
 */
@BookshopTest({ "rasp.mode=block", "rasp.rate-limit.enabled=false" })
class OwnershipTests {

	private Bookshop shop;

	@BeforeEach
	void enter(@LocalServerPort int port) {
		this.shop = new Bookshop(port);
	}

	@Test
	void orderWhenItIsOwnThenIsServed() {
		Answer answer = shop().order(shop().tokenOf("alice"), 1);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.body()).contains("\"customer\":\"alice\"");
	}

	@Test
	void orderWhenItIsAnothersThenIsRefusedWithTheUsualAnswer() {
		Answer answer = shop().order(shop().tokenOf("bob"), 1);
		assertThat(answer.body()).doesNotContain("alice");
		String reference = Refusals.assertBlocked(answer);
		Refusals.assertExplained(shop(), reference, "BUSINESS_LOGIC");
		assertThat(shop().event(reference).body()).contains("foreign-object-read", "/api/orders/{id}", "table orders");
	}

	@Test
	void orderWhenClerkReadsThenEverybodysIsServed() {
		String token = shop().tokenOf("clerk");
		assertThat(shop().order(token, 1).body()).contains("\"customer\":\"alice\"");
		assertThat(shop().order(token, 2).body()).contains("\"customer\":\"bob\"");
	}

	@Test
	void orderWhenPlacedThenIsServedToWhoPlacedIt() {
		Answer placed = shop().placeOrder(shop().tokenOf("bob"), "");
		assertThat(placed.status()).isEqualTo(201);
		long id = placed.json().path("id").asLong();
		assertThat(shop().order(shop().tokenOf("bob"), id).status()).isEqualTo(200);
		Refusals.assertBlocked(shop().order(shop().tokenOf("alice"), id));
	}

	@Test
	void orderWhenThereIsNoneThenIsNotFound() {
		assertThat(shop().order(shop().tokenOf("bob"), 4711).status()).isEqualTo(404);
	}

	private Bookshop shop() {
		return this.shop;
	}

}
