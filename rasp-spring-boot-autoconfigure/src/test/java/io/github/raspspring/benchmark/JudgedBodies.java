package io.github.raspspring.benchmark;

import java.time.Clock;
import java.util.List;
import java.util.Objects;

import io.github.raspspring.attack.Judgement;
import io.github.raspspring.autoconfigure.FamilyTraits;
import io.github.raspspring.document.BodyMemory;
import io.github.raspspring.document.BoundedValues;
import io.github.raspspring.document.InnerDocuments;
import io.github.raspspring.document.JsonLeaves;
import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.engine.pipeline.RequestFacts;
import io.github.raspspring.inspect.CanonicalValueReader;

/**
 * Takes bodies of JSON from their bytes to the end of the detectors, as a request does
 * once a server has read them.
 */
final class JudgedBodies {

	private static final RequestFacts FACTS = new RequestFacts("POST", "/api/books", new ClientIdentity("192.0.2.1"),
			false);

	private final ValueReader reader = new CanonicalValueReader(FamilyTraits.reader());

	private final JsonLeaves json = JsonLeaves.strict();

	private final BodyMemory memory = new BodyMemory(1 << 28);

	private final Policy policy = Policy.of(EnforcementMode.BLOCK);

	private final InspectionPipeline pipeline = new InspectionPipeline((method, path) -> this.policy,
			List.copyOf(Judgement.byAll().detectors()), this.reader, List.of(), (event) -> {
			}, () -> "reference", Clock.systemUTC());

	/**
	 * Judge a body.
	 * @return the exchange, which has ended
	 */
	Exchange judge(byte[] body) {
		Exchange exchange = this.pipeline.begin(FACTS);
		this.pipeline.enter(exchange, Phase.REQUEST, List.of());
		BodyMemory.Lease lease = this.memory.lease();
		exchange.onCompletion(lease::giveBack);
		BoundedValues values = new BoundedValues(lease);
		ValueReader.Sieve sieve = Objects.requireNonNull(this.pipeline.sieve(exchange));
		if (!this.json.scan(body, sieve, values) || values.isFull()) {
			throw new IllegalStateException("Not read to its end");
		}
		InnerDocuments.unfold(values, values::add);
		this.pipeline.arrived(exchange, values, Objects.requireNonNull(values.omitted()));
		this.pipeline.complete(exchange, 200);
		return exchange;
	}

}
