package io.github.raspspring.profile.learnt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.raspspring.engine.Suspicion;
import io.github.raspspring.profile.LeafType;
import io.github.raspspring.profile.RequestLeaf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.raspspring.profile.learnt.Market.number;
import static io.github.raspspring.profile.learnt.Market.text;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that changes is told from clients that deviate, a new version is tried
 * before it refuses, and what nobody shows any more is forgotten.
 */
class DriftTests {

	private static final String ENDPOINT = "POST " + Market.ORDERS;

	private static final int CUSTOMERS = 60;

	private final Market market = new Market(Market.SETTINGS,
			(inspection) -> (inspection.subject() != null && inspection.subject().name().startsWith("suspect"))
					? Suspicion.INSPECT : Suspicion.NONE);

	@BeforeEach
	void watchTwoDays() {
		days(2.1, "none");
		assertThat(this.market.profiles.endpoints().get(ENDPOINT).stage()).isEqualTo(ProfileStage.ENFORCE);
	}

	/**
	 * Everybody sends it from now on: first it is refused, then tried, then usual.
	 */
	@ParameterizedTest
	@CsvSource({ "body.quantity, range", "body.delivery, enumeration", "body.wanted, format", "body.code, format",
			"body.note, length", "body.gift, type" })
	void parameterWhenManyChangeItThenIsTriedAnew(String path, String rule) {
		assertThat(this.market.findings("customer-1", Market.ORDERS, order(path))).containsExactly(rule);
		assertThat(this.market.send("customer-1", Market.ORDERS, order(path))).as("refused at first").isTrue();
		for (int i = 0; i < CUSTOMERS; i++) {
			this.market.send("customer-" + i, Market.ORDERS, order(path));
		}
		assertThat(this.market.drifts).containsOnly(ENDPOINT + ' ' + path);
		assertThat(this.market.send("customer-1", Market.ORDERS, order(path))).as("tried").isFalse();
		days(1, path);
		assertThat(this.market.findings("customer-1", Market.ORDERS, order(path))).isEmpty();
		assertThat(this.market.findings("customer-1", Market.ORDERS, order("none"))).isEmpty();
	}

	/**
	 * How many of whom send something new, in how many hours.
	 */
	@ParameterizedTest
	@CsvSource({ "customer, 3, 1, 20", "customer, 1, 1, 200", "suspect, 60, 1, 1", "customer, 2, 12, 1",
			"customer, 5, 24, 10", "suspect, 30, 6, 2" })
	void parameterWhenFewOrSuspectsDeviateThenStaysAsItIs(String kind, int accounts, int hours, int times) {
		for (int hour = 0; hour < hours; hour++) {
			for (int i = 0; i < accounts * times; i++) {
				assertThat(this.market.send(kind + '-' + i % accounts, Market.ORDERS, order("body.quantity"))).isTrue();
			}
			hour("none");
		}
		assertThat(this.market.drifts).isEmpty();
		assertThat(this.market.send("customer-9", Market.ORDERS, order("body.quantity"))).isTrue();
	}

	@Test
	void parameterWhenManyDeviateAmongFarMoreThenStaysAsItIs() {
		for (int i = 0; i < 2000; i++) {
			this.market.send("customer-" + i, Market.ORDERS, order("none"));
		}
		for (int i = 0; i < 9; i++) {
			this.market.send("customer-" + i, Market.ORDERS, order("body.quantity"));
		}
		assertThat(this.market.drifts).isEmpty();
	}

	@Test
	void profilesWhenANewVersionIsDeployedThenReportForADayBeforeTheyRefuse() {
		this.market.profiles.tryAgain();
		for (String path : new String[] { "body.quantity", "body.delivery", "body.wanted", "body.code", "body.note",
				"body.gift" }) {
			assertThat(this.market.findings("somebody", Market.ORDERS, order(path))).as(path).hasSize(1);
			assertThat(this.market.send("somebody", Market.ORDERS, order(path))).as(path).isFalse();
		}
		days(1.1, "none");
		for (String path : new String[] { "body.quantity", "body.delivery", "body.wanted", "body.code", "body.note",
				"body.gift" }) {
			assertThat(this.market.send("somebody", Market.ORDERS, order(path))).as(path).isTrue();
		}
		assertThat(this.market.send("somebody", Market.ORDERS, order("none"))).isFalse();
	}

	/**
	 * What was usual in all parameters, and is not shown any more, goes after one to two
	 * spans of seven days.
	 */
	@Test
	void featureWhenNobodyShowsItAnyMoreThenIsForgotten() {
		List<String> paths = List.of("body.quantity", "body.delivery", "body.wanted", "body.code", "body.note",
				"body.gift");
		for (String path : paths) {
			for (int i = 0; i < CUSTOMERS; i++) {
				this.market.send("customer-" + i, Market.ORDERS, order(path));
			}
			days(0.5, path);
			assertThat(this.market.findings("somebody", Market.ORDERS, order(path))).as(path).isEmpty();
		}
		days(6, "none");
		paths.forEach((path) -> assertThat(this.market.findings("somebody", Market.ORDERS, order(path)))
			.as("%s is known for a while", path)
			.isEmpty());
		days(10, "none");
		paths.forEach((path) -> assertThat(this.market.findings("somebody", Market.ORDERS, order(path)))
			.as("%s is forgotten", path)
			.hasSize(1));
		assertThat(this.market.findings("somebody", Market.ORDERS, order("none"))).isEmpty();
	}

	private void days(double days, String changed) {
		for (int hour = 0; hour < days * 24; hour++) {
			hour(changed);
		}
	}

	private void hour(String changed) {
		for (int i = 0; i < CUSTOMERS; i++) {
			this.market.send("customer-" + i, Market.ORDERS, order(changed));
		}
		this.market.pass(Duration.ofHours(1));
	}

	/**
	 * An order of which one parameter is not as it was.
	 */
	private static List<RequestLeaf> order(String changed) {
		List<RequestLeaf> order = new ArrayList<>();
		order.add(number("body.quantity", changed.equals("body.quantity") ? 10_000 : 3));
		order.add(text("body.delivery", changed.equals("body.delivery") ? "COURIER" : "POST"));
		order.add(text("body.wanted", changed.equals("body.wanted") ? "as soon as you can!" : "2026-05-04"));
		order.add(text("body.code", changed.equals("body.code") ? "two words <b>" : "AB-1234"));
		order.add(text("body.note",
				changed.equals("body.note") ? "very much so, please. ".repeat(40) : "thank you, Ann"));
		order.add(changed.equals("body.gift") ? text("body.gift", "yes, with a ribbon") : flag("body.gift"));
		return order;
	}

	private static RequestLeaf flag(String path) {
		return new RequestLeaf(path, LeafType.BOOLEAN, "true");
	}

}
