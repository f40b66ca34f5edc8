package io.github.raspspring.profile.learnt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.ClientScores;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.FindingReporter;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.Subject;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.engine.pipeline.RequestFacts;
import io.github.raspspring.profile.LeafObserver;
import io.github.raspspring.profile.LeafType;
import io.github.raspspring.profile.RequestLeaf;
import io.github.raspspring.profile.RequestLeaves;

/**
 * Requests of many customers, through the real pipeline, by a clock of its own.
 */
public final class Market extends Clock {

	static final ProfileLearning SETTINGS = new ProfileLearning(8, 20, 100, 0.005, Duration.ofHours(24),
			Duration.ofHours(24), Duration.ofDays(7), 4096);

	static final String ORDERS = "/api/orders";

	private static final Policy POLICY = Policy.of(EnforcementMode.BLOCK);

	final List<String> drifts = new ArrayList<>();

	/** What went a step further, and whether it refuses from then on. */
	final List<String> steps = new ArrayList<>();

	final LearntProfiles profiles;

	private final InspectionPipeline pipeline;

	private Instant now = Instant.parse("2026-05-04T00:00:00Z");

	public Market() {
		this(SETTINGS, ClientScores.NONE);
	}

	Market(ProfileLearning settings, ClientScores scores) {
		InspectionPipeline[] reporter = new InspectionPipeline[1];
		this.profiles = new LearntProfiles(settings, (endpoint) -> endpoint
			.endsWith(ORDERS), new ProfilePorts(
					(inspection, finding) -> reporter[0].report(inspection, finding), scores,
					(endpoint, parameter) -> this.drifts.add(endpoint + ' ' + parameter), (endpoint, stage, confidence,
							refuses) -> this.steps.add(endpoint + ' ' + stage + (refuses ? " refuses" : ""))),
				4711, this);
		this.pipeline = new InspectionPipeline((method, path) -> POLICY, List.of(), ValueReader.AS_ARRIVED,
				List.of(this.profiles), (event) -> {
				}, () -> "reference", this);
		reporter[0] = this.pipeline;
	}

	/**
	 * Send a request.
	 * @return whether it is refused
	 */
	boolean send(String customer, String route, List<RequestLeaf> leaves) {
		return send(customer, route, leaves, 201);
	}

	boolean send(String customer, String route, List<RequestLeaf> leaves, int status) {
		Exchange exchange = exchange(customer, route);
		observe(exchange, leaves);
		boolean refused = exchange.decision().refuses();
		this.pipeline.complete(exchange, refused ? 403 : status);
		return refused;
	}

	/**
	 * Tell what would be found.
	 */
	List<String> findings(String customer, String route, List<RequestLeaf> leaves) {
		Exchange exchange = exchange(customer, route);
		observe(exchange, leaves);
		List<String> rules = exchange.findings().stream().map((finding) -> finding.rule().id()).toList();
		this.pipeline.complete(exchange, 500);
		return rules;
	}

	void observe(Exchange exchange, List<RequestLeaf> values) {
		RequestLeaves leaves = this.profiles.begin(exchange);
		if (leaves != null) {
			values.forEach((value) -> leaves.add(value.path(), value.type(), value.text()));
			leaves.end();
		}
	}

	public Exchange exchange(String customer, String route) {
		Exchange exchange = this.pipeline.begin(new RequestFacts("POST", route, new ClientIdentity("192.0.2.7"), true));
		exchange.identifiedAs(new Subject(customer, "shop"));
		exchange.routedTo(route);
		return exchange;
	}

	/**
	 * Return what takes findings.
	 */
	public FindingReporter reporter() {
		return this.pipeline;
	}

	/**
	 * Return what learns.
	 */
	public LeafObserver observer() {
		return this.profiles;
	}

	public void complete(Exchange exchange, int status) {
		this.pipeline.complete(exchange, status);
	}

	public void pass(Duration time) {
		this.now = this.now.plus(time);
	}

	static RequestLeaf text(String path, String text) {
		return new RequestLeaf(path, LeafType.TEXT, text);
	}

	static RequestLeaf number(String path, long number) {
		return new RequestLeaf(path, LeafType.INTEGER, String.valueOf(number));
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return this;
	}

	@Override
	public Instant instant() {
		return this.now;
	}

}
