package io.github.raspspring.demo;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.test.annotation.DirtiesContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What no single request shows, with the bookshop's own configuration.
 */
@BookshopTest("rasp.mode=block")
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
class AbuseTests {

	private Bookshop shop;

	private Tokens tokens;

	@BeforeEach
	void enter(@LocalServerPort int port, @Autowired JwtEncoder encoder) {
		this.shop = new Bookshop(port);
		this.tokens = new Tokens(encoder);
	}

	@Test
	void walkOverOrderIdsWhenBobDoesItThenIsStoppedAndAliceIsServed() {
		String alice = this.tokens.of("alice");
		String bob = this.tokens.of("bob");
		List<Integer> walk = new ArrayList<>();
		List<Integer> repeats = new ArrayList<>();
		for (int id = 1; id <= 250; id++) {
			repeats.add(this.shop.order(alice, 1).status());
			walk.add(this.shop.order(bob, id).status());
		}
		assertThat(repeats).hasSize(250).containsOnly(200);
		int stopped = walk.indexOf(429);
		assertThat(stopped).isBetween(10, 199);
		assertThat(walk.get(0)).as("the order of alice").isEqualTo(403);
		assertThat(walk.subList(1, stopped)).containsOnly(200, 404);
		assertThat(walk.subList(stopped, 250)).containsOnly(429);
		assertThat(this.shop.get("/actuator/rasp/behavior").body()).contains("GET /api/orders/{id}")
			.contains("objects-per-day");
	}

	@Test
	void repeatsOfAnOrderThatIsMissingWhenBobDoesItThenAreNoWalk() {
		String bob = this.tokens.of("bob");
		for (int i = 0; i < 250; i++) {
			assertThat(this.shop.order(bob, 999_999).status()).isEqualTo(404);
		}
	}

}
