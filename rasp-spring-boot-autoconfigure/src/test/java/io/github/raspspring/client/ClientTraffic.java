package io.github.raspspring.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.Detector;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.ExpiringStores;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.InspectionListener;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.Subject;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.engine.pipeline.RequestFacts;
import io.github.raspspring.store.LocalStores;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests through the real pipeline, at a time that passes when told.
 */
final class ClientTraffic {

	private static final Rule ATTACK = new Rule("attack", "CWE-0", "An attack was sent.", "Nothing to fix.");

	private final InspectionPipeline pipeline;

	private final Time time;

	ClientTraffic(Time time, EnforcementMode mode, List<Detector> detectors, List<InspectionListener> listeners) {
		this.time = time;
		this.pipeline = new InspectionPipeline((method, path) -> this.policy(mode), detectors, ValueReader.AS_ARRIVED,
				listeners, (event) -> {
				}, () -> "reference", time.clock());
	}

	Decision send(String address) {
		return send(address, null, false, null);
	}

	Decision sendAs(String subject, String address) {
		return send(address, subject, false, null);
	}

	Decision sendAgent(String address, String agent) {
		return send(address, null, false, agent);
	}

	Decision attack(String address) {
		return send(address, null, true, null);
	}

	Decision send(ClientIdentity client) {
		return send(client, null, false, null);
	}

	Decision attack(ClientIdentity client) {
		return send(client, null, true, null);
	}

	Decision attackAs(String subject, String address) {
		return send(address, subject, true, null);
	}

	Time time() {
		return this.time;
	}

	private Decision send(String address, @Nullable String subject, boolean attack, @Nullable String agent) {
		return send(new ClientIdentity(address), subject, attack, agent);
	}

	private Decision send(ClientIdentity client, @Nullable String subject, boolean attack, @Nullable String agent) {
		Exchange exchange = this.pipeline.begin(new RequestFacts("GET", "/", client, subject != null));
		List<InputValue> headers = (agent != null) ? List.of(new InputValue(InputLocation.HEADER, "user-agent", agent))
				: List.of();
		Decision decision = this.pipeline.enter(exchange, Phase.REQUEST, headers);
		if (!decision.refuses()) {
			exchange.identifiedAs((subject != null) ? new Subject(subject, null) : null);
			decision = this.pipeline.enter(exchange, Phase.IDENTITY, List.of());
		}
		if (!decision.refuses() && attack) {
			decision = this.pipeline.report(exchange, Finding.of("sql-injection", Category.INJECTION, ATTACK).build());
		}
		this.pipeline.complete(exchange, decision.refuses() ? 403 : 200);
		return decision;
	}

	private Policy policy(EnforcementMode mode) {
		return Policy.of(mode);
	}

	/**
	 * Time that passes when told.
	 */
	static final class Time implements InstantSource {

		private Instant now = Instant.parse("2030-01-01T00:00:00Z");

		private long nanos;

		void advance(Duration duration) {
			this.now = this.now.plus(duration);
			this.nanos += duration.toNanos();
		}

		/**
		 * Set the wall clock back, as an operator does; no time passes.
		 */
		void setBack(Duration duration) {
			this.now = this.now.minus(duration);
		}

		ExpiringStores stores() {
			return new LocalStores(() -> this.nanos);
		}

		Clock clock() {
			return withZone(ZoneOffset.UTC);
		}

		@Override
		public Instant instant() {
			return this.now;
		}

	}

}
