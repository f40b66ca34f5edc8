package io.github.raspspring.ratelimit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.ClientScores;
import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.Detector;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.InspectionListener;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.Subject;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.engine.pipeline.RequestFacts;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests through the real pipeline with the detectors of one limit.
 */
final class Traffic {

	private final InspectionPipeline pipeline;

	Traffic(RateLimitPlan plan, ManualTime time) {
		this(plan, time, EnforcementMode.BLOCK);
	}

	Traffic(RateLimitPlan plan, ManualTime time, EnforcementMode mode) {
		this(new RateLimit(plan, time, ClientScores.NONE), Policy.of(mode));
	}

	Traffic(RateLimit limit, Policy policy) {
		RateLimitDetector detector = new RateLimitDetector(limit);
		List<Detector> detectors = new ArrayList<>(List.of(detector));
		List<InspectionListener> listeners = new ArrayList<>(List.of(detector));
		if (limit.plan().audience() == Audience.ANONYMOUS) {
			UnprovenCredentialsDetector unproven = new UnprovenCredentialsDetector(limit);
			detectors.add(unproven);
			listeners.add(unproven);
		}
		this.pipeline = new InspectionPipeline((method, path) -> policy, detectors, ValueReader.AS_ARRIVED, listeners,
				(event) -> {
				}, () -> "reference", Clock.systemUTC());
	}

	Decision send(Request request) {
		Exchange exchange = begin(request);
		end(exchange, request.status);
		return exchange.decision();
	}

	/**
	 * Bring a request as far as its handler.
	 */
	Exchange begin(Request request) {
		Exchange exchange = this.pipeline.begin(new RequestFacts(request.method, request.path,
				new ClientIdentity(request.address), request.credentials));
		Decision decision = this.pipeline.enter(exchange, Phase.REQUEST, List.of());
		if (!decision.refuses() && !request.isRejectedBeforeHandler()) {
			exchange.identifiedAs(request.subject);
			decision = this.pipeline.enter(exchange, Phase.IDENTITY, List.of());
		}
		if (!decision.refuses() && !request.isRejectedBeforeHandler()) {
			exchange.routedTo(request.path);
			this.pipeline.enter(exchange, Phase.HANDLER, request.values);
		}
		return exchange;
	}

	/**
	 * Run the handler phase once more.
	 */
	Decision handleAgain(Exchange exchange) {
		return this.pipeline.enter(exchange, Phase.HANDLER, List.of());
	}

	void end(Exchange exchange, int status) {
		this.pipeline.complete(exchange, exchange.decision().refuses() ? 429 : status);
	}

	int admitted(Request request, int times) {
		int admitted = 0;
		for (int i = 0; i < times; i++) {
			admitted += send(request).refuses() ? 0 : 1;
		}
		return admitted;
	}

	/**
	 * A request to send.
	 */
	record Request(String method, String path, String address, boolean credentials, int status,
			@Nullable Subject subject, List<InputValue> values) {

		boolean isRejectedBeforeHandler() {
			return this.credentials && this.status == 401;
		}

		static Request from(String address) {
			return new Request("GET", "/api/books", address, false, 200, null, List.of());
		}

		Request to(String method, String path) {
			return new Request(method, path, this.address, this.credentials, this.status, this.subject, this.values);
		}

		Request as(String subject) {
			return as(subject, Map.of());
		}

		Request as(String subject, Map<String, Object> claims) {
			return new Request(this.method, this.path, this.address, true, 200, new Subject(subject, "issuer", claims),
					this.values);
		}

		Request answered(int status) {
			return new Request(this.method, this.path, this.address, this.credentials, status, this.subject,
					this.values);
		}

		Request withIgnoredCredentials() {
			return new Request(this.method, this.path, this.address, true, 200, null, this.values);
		}

		Request withRejectedCredentials() {
			return new Request(this.method, this.path, this.address, true, 401, null, this.values);
		}

		Request with(InputValue... values) {
			return new Request(this.method, this.path, this.address, this.credentials, this.status, this.subject,
					List.of(values));
		}

	}

}
