package io.github.raspspring.demo;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.test.annotation.DirtiesContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The limits of the bookshop's own configuration.
 */
@BookshopTest({ "rasp.mode=block", "rasp.detectors.profile-declared.mode=monitor" })
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
class RateLimitTests {

	private Bookshop shop;

	private Tokens tokens;

	@BeforeEach
	void enter(@LocalServerPort int port, @Autowired JwtEncoder encoder) {
		this.shop = new Bookshop(port);
		this.tokens = new Tokens(encoder);
	}

	@Test
	void loginWhenPasswordIsGuessedThenAccountIsThrottledAndOthersAreNot() {
		List<Answer> guesses = IntStream.range(0, 15).mapToObj((i) -> this.shop.login("alice", "guess-" + i)).toList();
		assertThat(guesses.subList(0, 10)).extracting(Answer::status).containsOnly(401);
		String reference = Refusals.assertThrottled(guesses.get(14));
		Refusals.assertExplained(this.shop, reference, "RATE_LIMIT");
		assertThat(this.shop.login("bob", "bob").status()).isEqualTo(200);
	}

	@Test
	void loginWhenOneAccountIsGuessedThenAliceOnTheSameAddressKeepsWorking() {
		String alice = this.tokens.of("alice");
		List<Integer> guesses = IntStream.range(0, 40).map((i) -> {
			assertThat(this.shop.order(alice, 1).status()).isEqualTo(200);
			return this.shop.login("bob", "guess-" + i).status();
		}).boxed().toList();
		assertThat(guesses.indexOf(429)).isBetween(1, 14);
		assertThat(guesses.subList(guesses.indexOf(429), 40)).containsOnly(429);
		assertThat(this.shop.login("alice", "alice").status()).isEqualTo(200);
	}

	@Test
	void loginWhenManyAccountsAreGuessedThenAliceOnTheSameAddressKeepsWorking() {
		String alice = this.tokens.of("alice");
		List<Integer> guesses = IntStream.range(0, 40).map((i) -> {
			assertThat(this.shop.order(alice, 1).status()).isEqualTo(200);
			return this.shop.login("user-" + i, "guess").status();
		}).boxed().toList();
		assertThat(guesses.indexOf(429)).isBetween(1, 14);
		assertThat(guesses.subList(guesses.indexOf(429), 40)).containsOnly(429);
	}

	@Test
	void loginWhenAccountIsNamedTwiceThenItWinsNoFurtherGuess() {
		for (int i = 0; i < 10; i++) {
			assertThat(this.shop.login("alice", "guess-" + i).status()).isEqualTo(401);
		}
		assertThat(this.shop.loginTwice("nobody", "alice", "guess").status()).isEqualTo(429);
		assertThat(this.shop.loginTwice("nobody", "bob", "bob").status()).isEqualTo(200);
	}

	@Test
	void loginWhenSuccessfulThenCostsNoneOfTheFailures() {
		for (int i = 0; i < 3; i++) {
			assertThat(this.shop.login("alice", "alice").status()).isEqualTo(200);
			assertThat(this.shop.login("bob", "bob").status()).isEqualTo(200);
		}
		List<Integer> guesses = IntStream.range(0, 12)
			.map((i) -> this.shop.login("user-" + i, "guess").status())
			.boxed()
			.toList();
		assertThat(guesses).containsOnly(401);
	}

	@Test
	void requestWhenPlanIsAnnouncedThenAnswerTellsHowTheClientStands() {
		Answer answer = this.shop.get("/api/books/1");
		assertThat(answer.header("RateLimit-Policy")).contains("\"anonymous\";q=300;w=60");
		assertThat(answer.header("RateLimit")).contains("\"anonymous\";r=299");
	}

	@Test
	void requestsWhenAnonymousThenAreLimitedPerAddress() {
		List<Integer> statuses = statuses(500, () -> this.shop.get("/api/books/1"));
		assertThat(statuses.subList(0, 300)).containsOnly(200);
		assertThat(statuses.subList(300, 500)).contains(429);
		assertThat(this.shop.order(this.tokens.of("alice"), 1).status()).isEqualTo(200);
	}

	@Test
	void requestsWhenAuthenticatedThenAreLimitedPerSubject() {
		String alice = this.tokens.of("alice");
		List<Integer> statuses = statuses(1000, () -> this.shop.order(alice, 1));
		assertThat(statuses.subList(0, 600)).containsOnly(200);
		assertThat(statuses.subList(600, 1000)).contains(429);
		assertThat(this.shop.order(this.tokens.of("bob"), 2).status()).isEqualTo(200);
	}

	private static List<Integer> statuses(int count, Supplier<Answer> request) {
		return IntStream.range(0, count).mapToObj((i) -> request.get().status()).toList();
	}

}
