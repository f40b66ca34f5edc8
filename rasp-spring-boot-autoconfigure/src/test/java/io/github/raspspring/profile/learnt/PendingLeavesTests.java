package io.github.raspspring.profile.learnt;

import io.github.raspspring.engine.Subject;
import io.github.raspspring.engine.pipeline.Exchange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is found once for a request is found anew when something else becomes known.
 */
class PendingLeavesTests {

	private final Market market = new Market();

	private final PendingLeaves pending = new PendingLeaves(new EndpointSketch(false));

	@Test
	void principalWhenAskedAgainThenIsTheSame() {
		Exchange exchange = this.market.exchange("alice", "/orders");
		Principal first = this.pending.principal(exchange, 1);
		assertThat(first).isEqualTo(Principal.of(exchange, 1));
		assertThat(this.pending.principal(exchange, 1)).isSameAs(first);
	}

	@Test
	void principalWhenAnotherSubjectIsVerifiedThenIsThatOne() {
		Exchange exchange = this.market.exchange("alice", "/orders");
		Principal alice = this.pending.principal(exchange, 1);
		exchange.identifiedAs(new Subject("bob", "shop"));
		assertThat(this.pending.principal(exchange, 1)).isEqualTo(Principal.of(exchange, 1)).isNotEqualTo(alice);
		exchange.identifiedAs(null);
		assertThat(this.pending.principal(exchange, 1)).isEqualTo(Principal.of(exchange, 1));
	}

	@Test
	void principalWhenTheSecretIsAnotherThenIsAnother() {
		Exchange exchange = this.market.exchange("alice", "/orders");
		Principal before = this.pending.principal(exchange, 1);
		assertThat(this.pending.principal(exchange, 2)).isEqualTo(Principal.of(exchange, 2)).isNotEqualTo(before);
	}

	@Test
	void namesWhenManyShareAPlaceThenEachIsItsOwn() {
		EndpointNames names = new EndpointNames();
		for (int i = 0; i < 2_000; i++) {
			String template = "/orders/" + i % 700;
			String method = (i % 3 == 0) ? "GET" : "POST";
			assertThat(names.of(method, template)).isEqualTo(method + ' ' + template);
			assertThat(names.of(method, template)).isSameAs(names.of(method, template));
		}
	}

}
