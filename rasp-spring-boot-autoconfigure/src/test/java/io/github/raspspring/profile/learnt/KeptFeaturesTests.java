package io.github.raspspring.profile.learnt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.profile.KeptLeaves;
import io.github.raspspring.profile.LeafType;
import io.github.raspspring.profile.RequestLeaf;
import io.github.raspspring.profile.RequestLeaves;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Values of a body that are taken again at once are judged and learnt as if each was
 * added.
 */
class KeptFeaturesTests {

	private static final int BODIES = 12;

	private final Market one = new Market();

	private final Market other = new Market();

	private final Random random = new Random(5);

	private final List<List<RequestLeaf>> bodies = new ArrayList<>();

	private final @Nullable KeptLeaves[] kept = new KeptLeaves[BODIES];

	@ParameterizedTest
	@ValueSource(ints = { 1, 3, 60 })
	void addAllWhenBodiesComeAgainThenIsAsIfEachValueWasAdded(int customers) {
		for (int i = 0; i < BODIES; i++) {
			this.bodies.add(body(false));
		}
		int found = 0;
		for (int i = 0; i < 6_000; i++) {
			Duration pause = Duration.ofMinutes(this.random.nextInt(3));
			this.one.pass(pause);
			this.other.pass(pause);
			int body = this.random.nextInt(BODIES);
			if (this.random.nextInt(200) == 0) {
				this.bodies.set(body, body(i > 4_000));
				this.kept[body] = null;
			}
			String customer = "customer-" + this.random.nextInt(customers);
			found += send(customer, body) + send(customer, body);
		}
		assertThat(found > 0).isEqualTo(customers == 60);
		EndpointSketch expected = this.one.profiles.endpoints().get("POST " + Market.ORDERS);
		EndpointSketch actual = this.other.profiles.endpoints().get("POST " + Market.ORDERS);
		assertThat(actual.parameters().keySet()).isEqualTo(expected.parameters().keySet());
		expected.parameters()
			.forEach((path, sketch) -> assertThat(actual.parameters().get(path).state()).as(path)
				.usingRecursiveComparison()
				.isEqualTo(sketch.state()));
	}

	private int send(String customer, int body) {
		Exchange expected = this.one.exchange(customer, Market.ORDERS);
		this.one.observe(expected, this.bodies.get(body));
		Exchange actual = this.other.exchange(customer, Market.ORDERS);
		RequestLeaves leaves = Objects.requireNonNull(this.other.profiles.begin(actual));
		KeptLeaves known = this.kept[body];
		if (known != null) {
			leaves.addAll(known);
		}
		else {
			leaves.keep();
			this.bodies.get(body).forEach((leaf) -> leaves.add(leaf.path(), leaf.type(), leaf.text()));
			this.kept[body] = leaves.kept();
		}
		leaves.end();
		assertThat(rules(actual)).isEqualTo(rules(expected));
		this.one.complete(expected, 200);
		this.other.complete(actual, 200);
		return expected.findings().size();
	}

	private static List<String> rules(Exchange exchange) {
		return exchange.findings().stream().map(Finding::toString).toList();
	}

	private List<RequestLeaf> body(boolean unusual) {
		List<RequestLeaf> body = new ArrayList<>();
		for (int i = 1 + this.random.nextInt(30); i > 0; i--) {
			body.add(Market.text("body.lines[].sku", "SKU-" + this.random.nextInt(400)));
			body.add(Market.number("body.lines[].quantity", 1 + this.random.nextInt(unusual ? 1_000_000 : 9)));
			body.add(Market.text("body.lines[].state", List.of("new", "paid", "sent").get(this.random.nextInt(3))));
			body.add(Market.text("body.lines[].name", "Volume " + this.random.nextInt(40) + " of many"));
			body.add(Market.text("body.lines[].note",
					"Please leave it with the neighbour on the floor number " + this.random.nextInt(3)));
		}
		if (unusual) {
			body.add(Market.text("body.lines[].state", "lost"));
		}
		if (unusual && this.random.nextBoolean()) {
			body.add(Market.text("body.role", "<admin>"));
			body.add(new RequestLeaf("body.gift", LeafType.BOOLEAN, "true"));
		}
		return body;
	}

}
