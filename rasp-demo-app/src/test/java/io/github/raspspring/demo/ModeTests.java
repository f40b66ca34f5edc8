package io.github.raspspring.demo;

import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds in every mode: honest use is served, and bad input is answered clearly.
 */
abstract class ModeTests {

	private Bookshop shop;

	@BeforeEach
	void enter(@LocalServerPort int port) {
		this.shop = new Bookshop(port);
	}

	Bookshop shop() {
		return this.shop;
	}

	static Stream<Exploit> exploits() {
		return Exploit.all();
	}

	static Stream<HonestUse> honestUses() {
		return HonestUse.all();
	}

	@ParameterizedTest
	@MethodSource("honestUses")
	void answerWhenUseIsHonestThenServes(HonestUse use) {
		use.on(this.shop);
	}

	@Test
	void ordersWhenTwoAreIdenticalThenBothArePlaced() {
		String token = this.shop.tokenOf("alice");
		Answer first = this.shop.placeOrder(token, "");
		Answer second = this.shop.placeOrder(token, "");
		assertThat(first.status()).isEqualTo(201);
		assertThat(second.status()).isEqualTo(201);
		assertThat(second.json().path("id")).isNotEqualTo(first.json().path("id"));
	}

	@Test
	void ordersWhenTokenIsMissingThenUnauthorized() {
		Answer answer = this.shop.get("/api/orders/1");
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
	}

	@ParameterizedTest
	@EnumSource
	void answerWhenInputIsBadThenIsClear(BadInput input) {
		Answer answer = input.send(this.shop);
		assertThat(answer.status()).as(answer.toString()).isIn(input.expected());
		assertThat(this.shop.get("/api/books/1").body()).contains("Dune");
	}

}
