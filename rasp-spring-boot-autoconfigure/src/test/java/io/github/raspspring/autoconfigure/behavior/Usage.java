package io.github.raspspring.autoconfigure.behavior;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import io.github.raspspring.behavior.BehaviorDetector;
import io.github.raspspring.behavior.BehaviorMonitor;
import io.github.raspspring.behavior.LearntLimit;
import io.github.raspspring.client.ClientLists;
import io.github.raspspring.client.ClientScoreDetector;
import io.github.raspspring.client.ClientScoreboard;
import io.github.raspspring.client.RuleBreaker;
import io.github.raspspring.client.ScoreSettings;
import io.github.raspspring.client.ScoredTreatment;
import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.Decision.Action;
import io.github.raspspring.engine.Deliveries;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.InspectionListener;
import io.github.raspspring.engine.Outcome;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.Subject;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.event.AnomalyObserved;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.engine.pipeline.ExchangeListeners;
import io.github.raspspring.engine.pipeline.InspectionBudget;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.engine.pipeline.RequestFacts;
import io.github.raspspring.store.LocalStores;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/**
 * A shop that is used, with the pipeline, detectors, scores and ladder as they are, at a
 * time that passes when told.
 */
final class Usage implements InstantSource {

	private static final List<String> REFUSING = List.of("volume", "enumeration", "scraping", "probing",
			"credential-stuffing", "brute-force", "forged-tokens", "fan-out", "sequence", "account-creation", "rarity");

	private static final Duration TICK = Duration.ofSeconds(30);

	private final List<AnomalyObserved> anomalies = new ArrayList<>();

	private final Set<String> seen = new TreeSet<>();

	private final BehaviorAssembly assembly;

	private final ClientScoreboard scoreboard;

	private final InspectionPipeline pipeline;

	private final Policy policy;

	private Instant now = Instant.parse("2030-01-01T08:00:00Z");

	private Instant ticked = this.now;

	Usage(EnforcementMode mode, Map<String, String> properties) {
		this(mode, properties, true);
	}

	/**
	 * Create a shop.
	 * @param ladder whether clients answer for their scores
	 */
	Usage(EnforcementMode mode, Map<String, String> properties, boolean ladder) {
		Clock clock = withZone(ZoneOffset.UTC);
		this.policy = Policy.of(mode);
		ScoreSettings score = new ScoreSettings(ladder ? EnforcementMode.BLOCK : EnforcementMode.MONITOR,
				Duration.ofMinutes(10), 10, 20, 40, 80, Duration.ofMinutes(1), Duration.ofHours(24),
				Map.of(Category.RATE_LIMIT, 0.2), 100_000, 0.05);
		this.scoreboard = new ClientScoreboard(score, clock,
				new LocalStores(() -> this.now.toEpochMilli() * 1_000_000L));
		this.assembly = new BehaviorAssembly(bind(properties), List.of("x-api-key"), this.scoreboard, (event) -> {
			if (event instanceof AnomalyObserved anomaly) {
				this.anomalies.add(anomaly);
			}
		}, clock);
		RuleBreaker breaker = new RuleBreaker(0.05, clock);
		BehaviorMonitor monitor = this.assembly.monitor();
		List<InspectionListener> listeners = List.of(monitor, this.scoreboard, breaker);
		this.pipeline = new InspectionPipeline((method, path) -> this.policy,
				List.of(new ClientScoreDetector(this.scoreboard, ClientLists.NONE, Phase.REQUEST),
						new ClientScoreDetector(this.scoreboard, ClientLists.NONE, Phase.IDENTITY),
						new BehaviorDetector(monitor, Phase.REQUEST), new BehaviorDetector(monitor, Phase.IDENTITY),
						new BehaviorDetector(monitor, Phase.HANDLER)),
				ValueReader.AS_ARRIVED, new ExchangeListeners(listeners, Deliveries.inline()), (event) -> {
				}, () -> "reference", clock, InspectionBudget.UNLIMITED, new ScoredTreatment(this.scoreboard, breaker));
	}

	static Usage refusing(Map<String, String> more) {
		Map<String, String> properties = new java.util.HashMap<>();
		REFUSING.forEach((name) -> properties.put("rasp.behavior.detectors." + name + ".mode", "block"));
		properties.putAll(more);
		return new Usage(EnforcementMode.BLOCK, properties);
	}

	static RaspBehaviorProperties bind(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("rasp.behavior",
				RaspBehaviorProperties.class);
	}

	@Override
	public Instant instant() {
		return this.now;
	}

	/**
	 * Let time pass, and do what happens in the background meanwhile.
	 */
	void at(Instant time) {
		while (!this.ticked.plus(TICK).isAfter(time)) {
			this.ticked = this.ticked.plus(TICK);
			this.now = this.ticked;
			this.assembly.monitor().tick();
		}
		this.now = time;
	}

	void pass(Duration duration) {
		at(this.now.plus(duration));
	}

	BehaviorAssembly assembly() {
		return this.assembly;
	}

	ClientScoreboard scoreboard() {
		return this.scoreboard;
	}

	/**
	 * Names of the detectors that found something.
	 */
	Set<String> seen() {
		return this.seen;
	}

	/**
	 * Let the shop take its time to answer.
	 */
	void answer(Call call, Duration duration) {
		Exchange exchange = this.pipeline
			.begin(new RequestFacts(call.method(), call.path(), new ClientIdentity(call.address()), false));
		exchange.identifiedAs((call.subject() != null) ? new Subject(call.subject(), null) : null);
		exchange.routedTo(call.route());
		this.assembly.monitor()
			.completed(exchange, new Outcome(call.status(), duration, Decision.allow("default"), call.bytes()));
	}

	List<AnomalyObserved> anomalies() {
		return this.anomalies;
	}

	int volumeLimit(String method, String route) {
		return Objects.requireNonNull(this.assembly.routes().find(method, route))
			.limit(LearntLimit.Kind.VOLUME)
			.value();
	}

	static boolean isServed(Action action) {
		return action == Action.ALLOW || action == Action.MONITOR;
	}

	Action send(Call call) {
		ClientIdentity client = new ClientIdentity(call.address());
		boolean credentials = call.token() != null;
		Exchange exchange = this.pipeline.begin(new RequestFacts(call.method(), call.path(), client, credentials));
		List<InputValue> arrivals = new ArrayList<>();
		arrivals.add(new InputValue(InputLocation.HEADER, "user-agent", call.agent()));
		if (credentials) {
			arrivals.add(new InputValue(InputLocation.HEADER, "authorization", "Bearer " + call.token()));
		}
		call.query().forEach((name, value) -> arrivals.add(new InputValue(InputLocation.QUERY, name, value)));
		Decision decision = this.pipeline.enter(exchange, Phase.REQUEST, arrivals);
		boolean rejected = credentials && call.subject() == null;
		if (!decision.refuses() && !rejected) {
			exchange.identifiedAs((call.subject() != null) ? new Subject(call.subject(), null) : null);
			decision = this.pipeline.enter(exchange, Phase.IDENTITY, List.of());
		}
		if (!decision.refuses() && !rejected) {
			exchange.routedTo(call.route());
			call.body().arrive(this.pipeline, exchange);
			decision = this.pipeline.enter(exchange, Phase.HANDLER, List.of());
		}
		exchange.findings()
			.stream()
			.map(Finding::detector)
			.filter((name) -> name.startsWith(BehaviorMonitor.PREFIX))
			.forEach(this.seen::add);
		int status = decision.refuses() ? (decision.action() == Action.THROTTLE ? 429 : 403) : call.status();
		exchange.measuredBy(call::bytes);
		this.pipeline.complete(exchange, rejected && !decision.refuses() ? 401 : status);
		return decision.action();
	}

	/**
	 * A request, and what the shop answers if nobody refuses it.
	 */
	record Call(String method, String path, @Nullable String route, int status, String address,
			@Nullable String subject, @Nullable String token, String agent, Map<String, String> query, UsageBody body,
			long bytes) {

		static Call get(String path, String route, int status) {
			return new Call("GET", path, route, status, "192.0.2.1", null, null, "Mozilla/5.0", Map.of(),
					UsageBody.NONE, 2000);
		}

		static Call post(String path, int status) {
			return new Call("POST", path, path, status, "192.0.2.1", null, null, "Mozilla/5.0", Map.of(),
					UsageBody.NONE, 100);
		}

		static Call login(String account, boolean good) {
			return post("/login", good ? 200 : 401).with(Map.of("/user", account));
		}

		Call from(String address) {
			return new Call(this.method, this.path, this.route, this.status, address, this.subject, this.token,
					this.agent, this.query, this.body, this.bytes);
		}

		Call as(@Nullable String subject) {
			return new Call(this.method, this.path, this.route, this.status, this.address, subject,
					(subject != null) ? "token-of-" + subject : null, this.agent, this.query, this.body, this.bytes);
		}

		Call token(String token) {
			return new Call(this.method, this.path, this.route, this.status, this.address, null, token, this.agent,
					this.query, this.body, this.bytes);
		}

		Call agent(String agent) {
			return new Call(this.method, this.path, this.route, this.status, this.address, this.subject, this.token,
					agent, this.query, this.body, this.bytes);
		}

		Call query(String name, String value) {
			return new Call(this.method, this.path, this.route, this.status, this.address, this.subject, this.token,
					this.agent, Map.of(name, value), this.body, this.bytes);
		}

		Call with(Map<String, String> body) {
			return with(UsageBody.of(body));
		}

		Call with(UsageBody body) {
			return new Call(this.method, this.path, this.route, this.status, this.address, this.subject, this.token,
					this.agent, this.query, body, this.bytes);
		}

		Call method(String method) {
			return new Call(method, this.path, this.route, this.status, this.address, this.subject, this.token,
					this.agent, this.query, this.body, this.bytes);
		}

		Call status(int status) {
			return new Call(this.method, this.path, this.route, status, this.address, this.subject, this.token,
					this.agent, this.query, this.body, this.bytes);
		}

		Call bytes(long bytes) {
			return new Call(this.method, this.path, this.route, this.status, this.address, this.subject, this.token,
					this.agent, this.query, this.body, bytes);
		}

	}

}
