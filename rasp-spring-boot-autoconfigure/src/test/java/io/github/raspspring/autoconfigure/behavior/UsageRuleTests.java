package io.github.raspspring.autoconfigure.behavior;

import java.time.Duration;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import io.github.raspspring.autoconfigure.behavior.Usage.Call;
import io.github.raspspring.engine.Decision.Action;
import io.github.raspspring.engine.EnforcementMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.NestedExceptionUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Each rule with its attack and with what honest clients do that looks alike.
 */
class UsageRuleTests {

	private final Usage usage = Usage
		.refusing(Map.of("rasp.behavior.account-creation.patterns", "/signup", "rasp.behavior.sequences[0].pattern",
				"/checkout", "rasp.behavior.sequences[0].after", "/cart", "rasp.behavior.sequences[0].within", "10m",
				"rasp.behavior.sequences[0].at-least", "2s", "rasp.behavior.honey.routes", "/backup/**",
				"rasp.behavior.honey.parameters", "is_admin", "rasp.behavior.honey.ids", "4711"));

	@Test
	void walkOverNumbersIsStopped() {
		assertThat(served(300, 1, (i) -> order(i, 200).as("bob"))).isBetween(50, 110);
	}

	@Test
	void walkOverRandomIdsThatAreMissingIsStopped() {
		assertThat(served(300, 1, (i) -> order(i * 7919, 404).as("bob"))).isBetween(50, 110);
	}

	@Test
	void walkOverOwnObjectsInAnyOrderIsServedUpToTheLimit() {
		assertThat(served(100, 1, (i) -> order(i * 7919, 200).as("alice"))).isEqualTo(100);
	}

	@Test
	void repeatsOfOneObjectAreServed() {
		assertThat(served(500, 2, (i) -> order(7, 404).as("alice"))).isEqualTo(500);
	}

	@Test
	void walkIsHeldAgainstTheSubjectAndNotAgainstOthersOnItsNetwork() {
		served(300, 1, (i) -> order(i, 404).as("bob"));
		assertThat(served(30, 1, (i) -> order(i + 5000, 200).as("alice"))).isEqualTo(30);
	}

	@Test
	void walkWhenOtherRoutesAreUsedInBetweenIsStopped() {
		assertThat(served(1200, 1, (i) -> (i % 4 == 0) ? order(i / 4, 404).as("bob")
				: Call.get("/r" + i % 60, "/r" + i % 60, 200).as("bob")))
			.isLessThan(600);
	}

	@Test
	void walkWhenOneBehavedWellForDaysIsStoppedAllTheSame() {
		for (int day = 0; day < 3; day++) {
			served(50, 20, (i) -> order(i * 7919, 200).as("bob"));
			this.usage.pass(Duration.ofHours(23));
		}
		assertThat(served(300, 1, (i) -> order(i, 404).as("bob"))).isLessThan(110);
	}

	@Test
	void probingIsStoppedAlsoWithAHeaderThatProvesNothing() {
		assertThat(served(100, 1, (i) -> unknown("/x" + i))).isBetween(12, 19);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/favicon%d.ico", "/img/%d.png", "/fonts/%d.woff2", "/app.%d.js.map" })
	void lostPicturesAreNoProbing(String path) {
		assertThat(served(100, 1, (i) -> unknown(path.formatted(i)))).isEqualTo(100);
	}

	@Test
	void oneBrokenLinkIsNoProbing() {
		assertThat(served(200, 1, (i) -> unknown("/old" + i % 5))).isEqualTo(200);
	}

	@Test
	void stuffingIsStoppedAndOwnAccountsExcuseLittle() {
		assertThat(served(200, 1, (i) -> Call.login("victim" + i, false))).isBetween(7, 15);
		assertThat(served(400, 1, (i) -> ((i % 2 == 0) ? Call.login("own" + i, true) : Call.login("other" + i, false))
			.from("192.0.2.77"))).isLessThan(150);
	}

	@Test
	void officeThatLogsInAndMistypesIsServed() {
		assertThat(served(120, 4, (i) -> Call.login("employee" + (i + 1) / 4 + "-" + i % 4, i % 4 > 0))).isEqualTo(120);
	}

	@Test
	void guessingOnePasswordIsStopped() {
		assertThat(served(50, 1, (i) -> Call.login("alice", false))).isEqualTo(10);
	}

	@Test
	void guessingFromManyNetworksDoesNotLockOutTheOwner() {
		assertThat(Usage.isServed(this.usage.send(Call.login("alice", true).from("10.0.0.1")))).isTrue();
		int guessed = served(400, 1, (i) -> Call.login("alice", false).from("198.18." + i % 40 + ".1"));
		assertThat(guessed).isLessThan(160);
		assertThat(Usage.isServed(this.usage.send(Call.login("alice", false).from("10.0.0.1")))).isTrue();
		assertThat(Usage.isServed(this.usage.send(Call.login("alice", true).from("10.0.0.1")))).isTrue();
		assertThat(Usage.isServed(this.usage.send(Call.login("alice", true).from("10.9.9.9")))).isTrue();
	}

	@Test
	void forgedTokensAreStoppedAndNeighborsAreServed() {
		assertThat(Usage.isServed(this.usage.send(account().as("alice")))).isTrue();
		assertThat(Usage.isServed(this.usage.send(account().as("bob")))).isTrue();
		assertThat(served(60, 1, (i) -> account().token("forged" + i))).isLessThan(30);
		assertThat(Usage.isServed(this.usage.send(account().as("alice")))).isTrue();
	}

	@Test
	void oneExpiredTokenThatComesAgainAndAgainIsNoForgery() {
		assertThat(served(200, 1, (i) -> account().token("expired"))).isEqualTo(200);
	}

	@Test
	void manyAgentsOfOneSubjectAreStopped() {
		assertThat(served(60, 1, (i) -> account().as("bob").agent("Agent/" + i))).isLessThan(25);
		assertThat(served(60, 1, (i) -> account().as("alice").agent("Agent/" + i % 3))).isEqualTo(60);
	}

	@Test
	void manyNetworksOfOneSubjectAreStopped() {
		assertThat(served(60, 1, (i) -> account().as("bob").from("203.0." + i + ".1"))).isLessThan(25);
		assertThat(served(60, 1, (i) -> account().as("alice").from("203.0." + i % 4 + ".1"))).isEqualTo(60);
	}

	@Test
	void stepWithoutTheOneBeforeItIsRefused() {
		assertThat(this.usage.send(Call.post("/checkout", 200).as("bob"))).isEqualTo(Action.BLOCK);
		assertThat(this.usage.send(Call.post("/cart", 200).as("alice"))).isEqualTo(Action.ALLOW);
		this.usage.pass(Duration.ofSeconds(1));
		assertThat(this.usage.send(Call.post("/checkout", 200).as("alice"))).isEqualTo(Action.BLOCK);
		this.usage.pass(Duration.ofSeconds(2));
		assertThat(this.usage.send(Call.post("/checkout", 200).as("alice"))).isEqualTo(Action.ALLOW);
		assertThat(this.usage.send(Call.post("/checkout", 200).as("bob"))).isEqualTo(Action.BLOCK);
		this.usage.pass(Duration.ofMinutes(11));
		assertThat(this.usage.send(Call.post("/checkout", 200).as("alice"))).isEqualTo(Action.BLOCK);
	}

	@Test
	void stepThatFailedIsNone() {
		this.usage.send(Call.post("/cart", 400).as("bob"));
		this.usage.pass(Duration.ofSeconds(5));
		assertThat(this.usage.send(Call.post("/checkout", 200).as("bob"))).isEqualTo(Action.BLOCK);
	}

	@Test
	void pagesAreScrapedOnlyByWhoReadsManyDifferentOnes() {
		IntFunction<Call> page = (i) -> Call.get("/books", "/books", 200).query("page", Integer.toString(i));
		assertThat(served(400, 1, page)).isBetween(150, 260);
		assertThat(served(400, 1, (i) -> page.apply(i % 20).from("192.0.2.99"))).isEqualTo(400);
	}

	@Test
	void bytesAreScraped() {
		assertThat(served(60, 1, (i) -> Call.get("/export", "/export", 200).bytes(10_000_000).as("bob"))).isBetween(18,
				22);
		assertThat(served(60, 1, (i) -> Call.get("/export", "/export", 200).bytes(1_000_000).as("alice")))
			.isEqualTo(60);
	}

	@Test
	void manyAccountsOfOneClientAreStopped() {
		assertThat(served(50, 1, (i) -> Call.post("/signup", 201))).isEqualTo(10);
		assertThat(served(50, 1, (i) -> Call.post("/signup", 400).from("192.0.2.55"))).isEqualTo(50);
	}

	@Test
	void trapsAreSprungAndNeighborsOfTrapsAreNot() {
		assertThat(this.usage.send(unknown("/backup/db.sql"))).isEqualTo(Action.BLOCK);
		assertThat(this.usage.send(account().query("is_admin", "1").from("192.0.2.2"))).isEqualTo(Action.BLOCK);
		assertThat(this.usage.send(account().query("id", "4711").from("192.0.2.3"))).isEqualTo(Action.BLOCK);
		assertThat(this.usage.send(Call.post("/cart", 200).with(Map.of("/a/is_admin", "true")).from("192.0.2.4")))
			.isEqualTo(Action.BLOCK);
		assertThat(this.usage.send(account().query("id", "47110").from("192.0.2.5"))).isEqualTo(Action.ALLOW);
		assertThat(this.usage.send(unknown("/backups").from("192.0.2.6"))).isEqualTo(Action.ALLOW);
		assertThat(this.usage.send(account().query("admin", "4711x").from("192.0.2.7"))).isEqualTo(Action.ALLOW);
		assertThat(this.usage.send(account().agent("is_admin 4711").from("192.0.2.8"))).isEqualTo(Action.ALLOW);
	}

	@Test
	void rareRoutesOfASubjectWithAHistoryAreStopped() {
		for (int i = 0; i < 60; i++) {
			this.usage.send(account().as("bob"));
			this.usage.send(account().as("user" + i));
		}
		this.usage.pass(Duration.ofHours(25));
		assertThat(served(60, 1, (i) -> Call.get("/admin" + i, "/admin" + i, 200).as("bob"))).isBetween(3, 12);
		assertThat(served(30, 1, (i) -> Call.get("/admin" + i, "/admin" + i, 200).as("newcomer"))).isEqualTo(30);
	}

	@Test
	void inModeMonitorNothingIsRefused() {
		Usage monitored = new Usage(EnforcementMode.MONITOR, Map.of());
		int refused = 0;
		for (int i = 0; i < 300; i++) {
			refused += Usage.isServed(monitored.send(order(i, 404).as("bob"))) ? 0 : 1;
			refused += Usage.isServed(monitored.send(Call.login("victim" + i, false))) ? 0 : 1;
			refused += Usage.isServed(monitored.send(unknown("/x" + i))) ? 0 : 1;
		}
		assertThat(refused).isZero();
		assertThat(monitored.scoreboard().worst(10)).isNotEmpty();
	}

	@Test
	void detectorThatOnlyMonitorsFeedsTheScoreAndTheLadderAnswers() {
		Usage scored = new Usage(EnforcementMode.BLOCK, Map.of());
		int served = 0;
		for (int i = 0; i < 200; i++) {
			scored.pass(Duration.ofSeconds(1));
			served += Usage.isServed(scored.send(unknown("/x" + i))) ? 1 : 0;
		}
		assertThat(served).isBetween(16, 50);
	}

	@Test
	void floodOfNewClientsDoesNotMakeOneForgotten() {
		Usage small = new Usage(EnforcementMode.BLOCK,
				Map.of("rasp.behavior.max-clients", "500", "rasp.behavior.detectors.enumeration.mode", "block"));
		int served = 0;
		for (int i = 0; i < 300; i++) {
			small.pass(Duration.ofMillis(500));
			served += Usage.isServed(small.send(order(i, 404).as("bob").from("192.0.2.250"))) ? 1 : 0;
			for (int other = 0; other < 20; other++) {
				small.send(account().from("198." + i % 200 + "." + other + ".1"));
			}
		}
		assertThat(served).isLessThan(200);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "window=1s", "max-clients=0", "detectors.enumerate.mode=block", "detectors.probing.limit=0",
					"detectors.probing.window=1ms", "adaptive.factor=0.5", "adaptive.percentile=99", "adaptive.fall=1",
					"adaptive.volume.minimum=0", "sequences[0].pattern=/a", "adaptive.network-share=0" })
	void whatIsWrongIsNamed(String property) {
		int equals = property.indexOf('=');
		String name = "rasp.behavior." + property.substring(0, equals);
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> new Usage(EnforcementMode.BLOCK, Map.of(name, property.substring(equals + 1))))
			.satisfies((ex) -> assertThat(String.valueOf(NestedExceptionUtils.getMostSpecificCause(ex).getMessage()))
				.contains("rasp.behavior."));
	}

	private int served(int requests, int seconds, IntFunction<Call> script) {
		return (int) IntStream.range(0, requests).filter((i) -> {
			this.usage.pass(Duration.ofSeconds(seconds));
			return Usage.isServed(this.usage.send(script.apply(i)));
		}).count();
	}

	private static Call order(long id, int status) {
		return Call.get("/api/orders/" + id, "/api/orders/{id}", status);
	}

	private static Call account() {
		return Call.get("/api/account", "/api/account", 200);
	}

	private static Call unknown(String path) {
		return Call.get(path, "/**", 404);
	}

}
