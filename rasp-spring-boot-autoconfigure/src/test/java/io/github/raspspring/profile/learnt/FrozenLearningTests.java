package io.github.raspspring.profile.learnt;

import java.time.Duration;
import java.util.List;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.Suspicion;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.profile.RequestLeaf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.raspspring.profile.learnt.Market.number;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * While an endpoint is attacked, nothing is learnt on it for the rest of the hour, and
 * what only looks like an attack does not stop learning.
 */
class FrozenLearningTests {

	private static final Rule RULE = new Rule("rule", "CWE-1", "It is seen.", "Mend it.");

	private static final int NEW = 10_000;

	private final Market market = new Market(Market.SETTINGS,
			(inspection) -> (inspection.subject() != null && inspection.subject().name().startsWith("suspect"))
					? Suspicion.RESTRICT : Suspicion.NONE);

	@BeforeEach
	void watchTwoDays() {
		for (int hour = 0; hour < 50; hour++) {
			hour(3, 60);
			this.market.pass(Duration.ofHours(1));
		}
		assertThat(knows(NEW)).isFalse();
	}

	@Test
	void learningWhenNobodyAttacksThenGoesOn() {
		for (int hour = 0; hour < 4; hour++) {
			hour(NEW, 60);
			this.market.pass(Duration.ofHours(1));
		}
		assertThat(knows(NEW)).isTrue();
	}

	/**
	 * Attacks of a kind, each hour before honest requests of sixty customers show
	 * something new.
	 */
	@ParameterizedTest
	@CsvSource({ "STRONG,attacker,20,true", "CERTAIN,attacker,20,true", "CERTAIN,many,25,true", "STRONG,many,60,true",
			"none,suspect,20,true", "none,suspects,40,true", "WEAK,suspect,20,true", "CERTAIN,attacker,500,true",
			"STRONG,attacker,19,false", "CERTAIN,attacker,1,false", "WEAK,attacker,60,false", "WEAK,many,60,false",
			"none,attacker,100,false", "none,many,100,false", "none,suspect,10,false", "other,attacker,100,false",
			"failing,many,100,false" })
	void learningWhenAnEndpointIsAttackedThenStopsThere(String kind, String who, int attacks, boolean stops) {
		for (int hour = 0; hour < 8; hour++) {
			for (int i = 0; i < attacks; i++) {
				attack(kind, who.equals("many") || who.endsWith("s") ? who + i : who);
			}
			hour(NEW, 60);
			this.market.pass(Duration.ofHours(1));
		}
		assertThat(knows(NEW)).isEqualTo(!stops);
		for (int hour = 0; hour < 6; hour++) {
			hour(NEW, 60);
			this.market.pass(Duration.ofHours(1));
		}
		assertThat(knows(NEW)).as("once it is over").isTrue();
	}

	@Test
	void learningWhenAttacksAreFewAmongManyThenGoesOn() {
		for (int hour = 0; hour < 4; hour++) {
			for (int i = 0; i < 25; i++) {
				hour(NEW, 60);
				attack("STRONG", "attacker");
			}
			this.market.pass(Duration.ofHours(1));
		}
		assertThat(knows(NEW)).isTrue();
	}

	@Test
	void learningWhenItWasStoppedThenWhatWasKnownStays() {
		for (int hour = 0; hour < 48; hour++) {
			for (int i = 0; i < 30; i++) {
				attack("CERTAIN", "attacker");
			}
			hour(3, 60);
			this.market.pass(Duration.ofHours(1));
		}
		assertThat(this.market.findings("customer-1", Market.ORDERS, order(NEW))).containsExactly("range");
		assertThat(this.market.findings("customer-1", Market.ORDERS, order(3))).isEmpty();
	}

	private void attack(String kind, String who) {
		Exchange exchange = this.market.exchange(who, kind.equals("other") ? "/api/other" : Market.ORDERS);
		this.market.observe(exchange, order(3));
		if (!kind.equals("none") && !kind.equals("failing")) {
			Confidence confidence = kind.equals("other") ? Confidence.CERTAIN : Confidence.valueOf(kind);
			this.market.reporter()
				.report(exchange,
						Finding.of("sql-sink", Category.INJECTION, RULE)
							.confidence(confidence)
							.cap(EnforcementMode.MONITOR)
							.build());
		}
		this.market.complete(exchange, kind.equals("failing") ? 500 : 200);
	}

	private void hour(int quantity, int customers) {
		for (int i = 0; i < customers; i++) {
			this.market.send("customer-" + i, Market.ORDERS, order(quantity));
		}
	}

	/**
	 * Promoted profiles refuse, so nobody could show anything new: it is reviewed traffic
	 * that is meant here.
	 */
	private boolean knows(int quantity) {
		return this.market.findings("somebody", Market.ORDERS, order(quantity)).isEmpty();
	}

	private static List<RequestLeaf> order(long quantity) {
		return List.of(number("body.bookId", 5), number("body.quantity", quantity));
	}

}
