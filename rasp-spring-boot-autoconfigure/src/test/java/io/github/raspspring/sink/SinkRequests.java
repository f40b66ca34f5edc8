package io.github.raspspring.sink;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.FindingReporter;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.SinkBlockedException;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.event.SecurityEvent;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.engine.pipeline.RequestFacts;

/**
 * Requests for tests of sinks: a real pipeline without detectors, and a guard over it.
 */
public final class SinkRequests {

	private final List<SecurityEvent> events = new ArrayList<>();

	private final InspectionScope scope = new InspectionScope();

	private final InspectionPipeline pipeline;

	private final Policy policy;

	private final SinkGuard guard;

	public SinkRequests(EnforcementMode mode, SinkJudge<?>... judges) {
		this(Policy.of(mode), judges);
	}

	public SinkRequests(Policy policy, SinkJudge<?>... judges) {
		Clock clock = Clock.systemUTC();
		this.policy = policy;
		this.pipeline = new InspectionPipeline((method, path) -> policy, List.of(), ValueReader.AS_ARRIVED, List.of(),
				this.events::add, () -> "ref", clock);
		this.guard = new SinkGuard(this.scope, ValueReader.AS_ARRIVED, this.pipeline, this.events::add, () -> "ref",
				clock, List.of(judges));
	}

	public Exchange begin(String... values) {
		return beginFrom("192.0.2.1", values);
	}

	public Exchange beginFrom(String client, String... values) {
		Exchange exchange = this.pipeline.begin(new RequestFacts("GET", "/", new ClientIdentity(client), false));
		exchange.routedTo("/test");
		this.pipeline.enter(exchange, Phase.HANDLER,
				Stream.of(values).map((value) -> new InputValue(InputLocation.QUERY, "q", value)).toList());
		return exchange;
	}

	/**
	 * Let a request bring more.
	 */
	public void enter(Exchange exchange, Phase phase, InputValue... values) {
		this.pipeline.enter(exchange, phase, List.of(values));
	}

	public InspectionScope.Binding serve(String... values) {
		return this.scope.bind(begin(values));
	}

	public SinkGuard guard() {
		return this.guard;
	}

	/**
	 * Return what holds calls against limits of the application, outside of requests
	 * under the policy of the application.
	 */
	public ApplicationGuard limits(ApplicationLimit... limits) {
		return new ApplicationGuard(this.scope, this.pipeline, this.events::add, () -> "ref", Clock.systemUTC(),
				this.policy, SinkBlockedException::new, List.of(limits));
	}

	public InspectionScope scope() {
		return this.scope;
	}

	public List<SecurityEvent> events() {
		return this.events;
	}

	public SinkInputs inputs(InputValue... values) {
		return inputs(ValueReader.AS_ARRIVED, values);
	}

	public SinkInputs inputs(ValueReader reader, InputValue... values) {
		Exchange exchange = begin();
		this.pipeline.enter(exchange, Phase.HANDLER, List.of(values));
		return SinkInputs.of(exchange, reader);
	}

	/**
	 * Return the inputs of a request on a route, or outside of all for an empty one.
	 */
	public SinkInputs inputsOn(String route, String value) {
		Exchange exchange = this.pipeline.begin(new RequestFacts("GET", "/", new ClientIdentity("192.0.2.1"), false));
		if (!route.isEmpty()) {
			exchange.routedTo(route);
		}
		this.pipeline.enter(exchange, Phase.HANDLER, List.of(new InputValue(InputLocation.QUERY, "q", value)));
		return SinkInputs.of(exchange, ValueReader.AS_ARRIVED);
	}

	public FindingReporter reporter() {
		return this.pipeline;
	}

	public SinkInputs inputsFrom(String client, String... values) {
		return SinkInputs.of(beginFrom(client, values), ValueReader.AS_ARRIVED);
	}

	public SinkInputs inputs(String... values) {
		return SinkInputs.of(begin(values), ValueReader.AS_ARRIVED);
	}

}
