package io.github.raspspring.profile.learnt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.profile.LeafType;
import io.github.raspspring.profile.RequestLeaf;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Values that are passed over, since nothing is to be judged and learnt of them, leave
 * the same profile behind as if each had been judged and learnt.
 */
class UsualLeavesTests {

	private static final String ROUTE = "/api/carts";

	private static final long SECRET = 4711;

	private final Market market = new Market();

	private final Map<String, ParameterSketch> plain = new HashMap<>();

	private final Random random = new Random(9);

	@Test
	void profilesWhenUsualValuesArePassedOverThenAreThoseThatAllValuesMake() {
		for (int i = 0; i < 12_000; i++) {
			this.market.pass(Duration.ofMinutes(this.random.nextInt(30)));
			send("customer-" + this.random.nextInt(60), leaves(i));
		}
		Map<String, ParameterSketch> known = this.market.profiles.endpoints().get("POST " + ROUTE).parameters();
		assertThat(known.keySet()).isEqualTo(this.plain.keySet());
		known.forEach((path, sketch) -> assertThat(sketch.state()).as(path)
			.usingRecursiveComparison()
			.isEqualTo(this.plain.get(path).state()));
		assertThat(known.get("body.sku").stage()).isNotEqualTo(ProfileStage.LEARN);
	}

	private void send(String customer, List<RequestLeaf> leaves) {
		long now = this.market.instant().toEpochMilli();
		Exchange exchange = this.market.exchange(customer, ROUTE);
		Principal principal = Principal.of(exchange, SECRET);
		this.market.observe(exchange, leaves);
		leaves.forEach((leaf) -> judge(leaf, principal, now));
		this.market.complete(exchange, 200);
		learn(EndpointSketch.REQUEST, new ValueFeatures(0, 0, 0), principal, now);
		leaves.forEach((leaf) -> learn(leaf.path(), features(leaf), principal, now));
	}

	private void judge(RequestLeaf leaf, Principal principal, long now) {
		ParameterSketch request = this.plain.get(EndpointSketch.REQUEST);
		ParameterSketch sketch = this.plain.get(leaf.path());
		boolean learning = request == null || request.stage() == ProfileStage.LEARN;
		if (sketch != null && (!learning || !sketch.isLearningStill(now))
				&& sketch.judge(features(leaf), SketchJudge.SLACK_OF_NUMBERS, now) != null) {
			sketch.deviates(principal, now);
		}
	}

	private void learn(String path, ValueFeatures features, Principal principal, long now) {
		this.plain.computeIfAbsent(path, (key) -> new ParameterSketch(key, Market.SETTINGS, now))
			.learn(features, principal, now);
	}

	private static ValueFeatures features(RequestLeaf leaf) {
		return ValueFeatures.of(leaf.type(), leaf.text());
	}

	/**
	 * Some come in another order, some are not sent always, and later there are others.
	 */
	private List<RequestLeaf> leaves(int number) {
		List<RequestLeaf> leaves = new ArrayList<>();
		leaves.add(Market.text("body.sku", "SKU-" + this.random.nextInt(5000)));
		leaves.add(Market.text("body.state", List.of("new", "paid", "sent").get(this.random.nextInt(3))));
		leaves.add(Market.number("body.quantity", 1 + this.random.nextInt((number > 6000) ? 1_000_000 : 20)));
		leaves.add(Market.text("body.note", "a note of number ".repeat(this.random.nextInt(3)) + number % 700));
		if (this.random.nextInt(4) == 0) {
			leaves.add(new RequestLeaf("body.gift", LeafType.BOOLEAN, "true"));
		}
		if (this.random.nextInt(50) == 0) {
			leaves.add(Market.text("body.sku", "<b>" + number));
		}
		if (this.random.nextInt(3) == 0) {
			Collections.shuffle(leaves, this.random);
		}
		return leaves;
	}

}
