package io.github.raspspring.demo;

import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.oauth2.jwt.JwtEncoder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds in every mode: honest use is served and reported by nobody, and bad input is
 * answered clearly.
 */
abstract class ModeTests {

	private Bookshop shop;

	private Tokens tokens;

	@BeforeEach
	void enter(@LocalServerPort int port, @Autowired JwtEncoder encoder) {
		this.shop = new Bookshop(port);
		this.tokens = new Tokens(encoder);
	}

	Bookshop shop() {
		return this.shop;
	}

	static Stream<Exploit> exploits() {
		return Exploit.all();
	}

	static Stream<String> titles() {
		return Lines.of("/honest/titles.txt");
	}

	static Stream<String> reviews() {
		return Lines.of("/honest/reviews.txt");
	}

	static Stream<String> labels() {
		return Lines.of("/honest/labels.txt");
	}

	@ParameterizedTest
	@MethodSource("titles")
	void searchWhenTitleIsHonestThenFindsBook(String search) {
		String[] cells = search.split("\t");
		assertServed(this.shop.get("/api/books", "title", cells[0]), 200, cells[1]);
	}

	@Test
	void bookWhenIdIsKnownThenAnswersIt() {
		assertServed(this.shop.get("/api/books/1"), 200, "Dune");
	}

	@Test
	void bookWhenIdIsUnknownThenNotFound() {
		assertThat(this.shop.get("/api/books/4711").status()).isEqualTo(404);
	}

	@ParameterizedTest
	@MethodSource("reviews")
	void reviewWhenHonestThenIsStoredUnchanged(String text) {
		Answer answer = this.shop.post("/api/books/1/reviews", Map.of("author", "O'Reilly", "text", text));
		assertServed(answer, 201, "");
		assertThat(answer.json().path("author").asString()).isEqualTo("O'Reilly");
		assertThat(answer.json().path("text").asString()).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "dune.txt", "the-hobbit.txt", "./frankenstein.txt" })
	void coverWhenInFolderThenIsRead(String file) {
		assertServed(this.shop.get("/api/covers", "file", file), 200, "[ ");
	}

	@Test
	void coverWhenMissingThenNotFound() {
		assertThat(this.shop.get("/api/covers", "file", "moby-dick.txt").status()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://covers.example/dune.txt", "http://covers.example:80/the-hobbit.txt?size=xl" })
	void importWhenHostIsAllowedThenFetches(String url) {
		assertServed(this.shop.post("/api/covers/import", Map.of("url", url)), 200, "[ ");
	}

	@ParameterizedTest
	@MethodSource("labels")
	void labelWhenWordsArePlainThenIsPrinted(String text) {
		assertServed(this.shop.post("/api/labels", Map.of("printer", "desk 2", "text", text)), 200, " to desk 2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "name", "name.length()", "name + '!'" })
	void greetingWhenTemplateIsHarmlessThenGreets(String template) {
		assertServed(this.shop.get("/api/greeting", "template", "name"), 200, "Hello dear reader");
	}

	@ParameterizedTest
	@ValueSource(strings = { "alice", "bob" })
	void loginWhenPasswordIsRightThenTokenOpensOrders(String user) {
		String token = this.shop.login(user, user).json().path("token").asString();
		assertServed(this.shop.order(token, user.equals("alice") ? 1 : 2), 200, user);
	}

	@Test
	void loginWhenPasswordIsWrongThenUnauthorized() {
		assertThat(this.shop.login("alice", "open sesame").status()).isEqualTo(401);
	}

	@Test
	void ordersWhenTwoAreIdenticalThenBothArePlaced() {
		String token = this.tokens.of("alice");
		Answer first = placeOrder(token);
		Answer second = placeOrder(token);
		assertServed(first, 201, "placed");
		assertServed(second, 201, "placed");
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
		assertServed(this.shop.get("/api/books/1"), 200, "Dune");
	}

	private Answer placeOrder(String token) {
		return this.shop.send(this.shop.json("/api/orders", Map.of("bookId", 5, "quantity", 1))
			.header("Authorization", "Bearer " + token));
	}

	private static void assertServed(Answer answer, int status, String text) {
		assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
		assertThat(answer.body()).contains(text);
	}

}
