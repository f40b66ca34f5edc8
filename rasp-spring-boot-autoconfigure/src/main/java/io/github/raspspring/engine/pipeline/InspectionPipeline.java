package io.github.raspspring.engine.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.github.raspspring.engine.Answer;
import io.github.raspspring.engine.ClientTreatment;
import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.Deliveries;
import io.github.raspspring.engine.Detector;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.FindingReporter;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionListener;
import io.github.raspspring.engine.JvmErrors;
import io.github.raspspring.engine.Outcome;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.PolicyResolver;
import io.github.raspspring.engine.Subject;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.event.SecurityEventPublisher;
import io.github.raspspring.engine.event.ThreatDetected;
import org.jspecify.annotations.Nullable;

/**
 * Judges exchanges: begins them under their policy, runs the detectors of each phase,
 * decides, publishes one event per exchange and tells the listeners of its end.
 * Thread-safe.
 */
public final class InspectionPipeline implements FindingReporter {

	private static final int KNOWN_POLICIES = 8_192;

	private final PolicyResolver policies;

	private final List<KnownDetector> detectors;

	private final ValueReader valueReader;

	private final ExchangeListeners listeners;

	private final SecurityEventPublisher publisher;

	private final Clock clock;

	private final InspectionBudget budget;

	private final ClientTreatment treatment;

	private final EvidenceKeeper evidence;

	private final DecisionMaker decisionMaker;

	private final FailureHandler failures;

	private final Map<Policy, ActiveDetectors> active = new ConcurrentHashMap<>();

	private final JudgedValues known = new JudgedValues();

	/**
	 * Create a pipeline that judges all values, however long it takes.
	 * @param policies finds the policy of a request
	 * @param detectors all detectors, in the order in which they run
	 * @param valueReader turns values into the readings that detectors judge
	 * @param listeners told of the end of each exchange
	 * @param publisher takes the events
	 * @param references makes a new unique reference at each call
	 * @param clock tells the time
	 */
	public InspectionPipeline(PolicyResolver policies, List<Detector> detectors, ValueReader valueReader,
			List<InspectionListener> listeners, SecurityEventPublisher publisher, Supplier<String> references,
			Clock clock) {
		this(policies, detectors, valueReader, listeners, publisher, references, clock, InspectionBudget.UNLIMITED);
	}

	/**
	 * Create a pipeline that leaves findings as they are.
	 * @param policies finds the policy of a request
	 * @param detectors all detectors, in the order in which they run
	 * @param valueReader turns values into the readings that detectors judge
	 * @param listeners told of the end of each exchange
	 * @param publisher takes the events
	 * @param references makes a new unique reference at each call
	 * @param clock tells the time
	 * @param budget how long the values of a request may take
	 */
	public InspectionPipeline(PolicyResolver policies, List<Detector> detectors, ValueReader valueReader,
			List<InspectionListener> listeners, SecurityEventPublisher publisher, Supplier<String> references,
			Clock clock, InspectionBudget budget) {
		this(policies, detectors, valueReader, new ExchangeListeners(listeners, Deliveries.inline()), publisher,
				references, clock, budget, ClientTreatment.NONE);
	}

	/**
	 * Create a pipeline.
	 * @param policies finds the policy of a request
	 * @param detectors all detectors, in the order in which they run
	 * @param valueReader turns values into the readings that detectors judge
	 * @param listeners told of the end of each exchange
	 * @param publisher takes the events
	 * @param references makes a new unique reference at each call
	 * @param clock tells the time
	 * @param budget how long the values of a request may take
	 * @param treatment tells how clients are treated for what is known of them
	 */
	public InspectionPipeline(PolicyResolver policies, List<Detector> detectors, ValueReader valueReader,
			ExchangeListeners listeners, SecurityEventPublisher publisher, Supplier<String> references, Clock clock,
			InspectionBudget budget, ClientTreatment treatment) {
		this(policies, detectors, valueReader, listeners, publisher, references, clock, budget, treatment,
				EvidenceKeeper.NONE);
	}

	/**
	 * Create a pipeline that keeps more of values than their evidence.
	 * @param policies finds the policy of a request
	 * @param detectors all detectors, in the order in which they run
	 * @param valueReader turns values into the readings that detectors judge
	 * @param listeners told of the end of each exchange
	 * @param publisher takes the events
	 * @param references makes a new unique reference at each call
	 * @param clock tells the time
	 * @param budget how long the values of a request may take
	 * @param treatment tells how clients are treated for what is known of them
	 * @param evidence keeps what operators have asked for
	 */
	public InspectionPipeline(PolicyResolver policies, List<Detector> detectors, ValueReader valueReader,
			ExchangeListeners listeners, SecurityEventPublisher publisher, Supplier<String> references, Clock clock,
			InspectionBudget budget, ClientTreatment treatment, EvidenceKeeper evidence) {
		this.policies = policies;
		this.detectors = KnownDetector.all(detectors);
		this.valueReader = valueReader;
		this.listeners = listeners;
		this.publisher = publisher;
		this.clock = clock;
		this.budget = budget;
		this.treatment = treatment;
		this.evidence = evidence;
		this.decisionMaker = new DecisionMaker(references);
		this.failures = new FailureHandler(publisher, references, clock);
	}

	/**
	 * Begin an exchange.
	 * @param facts what is known of the request
	 * @return the exchange; nothing is to be done with it if its policy is off
	 */
	public Exchange begin(RequestFacts facts) {
		Policy policy = this.policies.resolve(facts.method(), facts.path(), facts.client());
		Duration budget = policy.limits().budget();
		return new Exchange(facts, policy, activeUnder(policy), this.clock.instant(), System.nanoTime(),
				((budget != null) ? this.budget.limitedTo(budget) : this.budget).open());
	}

	/**
	 * Enter a phase: run its detectors, and judge the values that it brings.
	 * @param exchange the exchange
	 * @param phase the phase it enters
	 * @param arrivals values that have become known since the last call
	 * @return what is decided by now
	 */
	public Decision enter(Exchange exchange, Phase phase, Collection<InputValue> arrivals) {
		if (isOff(exchange)) {
			return exchange.decision();
		}
		exchange.enter(phase);
		exchange.arrived(arrivals);
		DetectorRun run = run(exchange);
		run.ofPhase();
		run.over(arrivals, WalkedTexts.NONE, this.valueReader);
		return conclude(exchange, run.found());
	}

	/**
	 * Judge values that become known in between.
	 * @param exchange the exchange
	 * @param arrivals values that have become known since the last call
	 * @return what is decided by now
	 */
	public Decision arrived(Exchange exchange, Collection<InputValue> arrivals) {
		if (isOff(exchange) || arrivals.isEmpty()) {
			return exchange.decision();
		}
		exchange.arrived(arrivals);
		return judge(exchange, arrivals, WalkedTexts.NONE);
	}

	/**
	 * Judge values of a document that become known in between, of which some were not
	 * made.
	 * @param exchange the exchange
	 * @param arrivals values that have become known since the last call, those of the
	 * document first
	 * @param omitted makes all of the document
	 * @return what is decided by now
	 */
	public Decision arrived(Exchange exchange, Collection<InputValue> arrivals, OmittedValues omitted) {
		if (isOff(exchange)) {
			return exchange.decision();
		}
		exchange.arrived(arrivals, omitted);
		return judge(exchange, arrivals, omitted.walked());
	}

	/**
	 * Return whether some detector follows all values of an exchange.
	 * @param exchange the exchange
	 * @return {@code true} to hand in those that are safe by type as well
	 */
	public boolean isFollowed(Exchange exchange) {
		return exchange.detectors().follow(exchange);
	}

	/**
	 * Return what tells early which texts no detector of an exchange would look at, or
	 * would find anything in.
	 * @param exchange the exchange
	 * @return a sieve for one thread, {@code null} if that can't be told
	 */
	public ValueReader.@Nullable Sieve sieve(Exchange exchange) {
		ActiveDetectors detectors = exchange.detectors();
		ValueReader.Sieve sieve = isFollowed(exchange) ? null : this.valueReader.sieve(detectors.interest());
		return (sieve != null) ? new CleanSieve(sieve, this.known, detectors) : null;
	}

	private Decision judge(Exchange exchange, Collection<InputValue> arrivals, WalkedTexts walked) {
		DetectorRun run = run(exchange);
		run.over(arrivals, walked, this.valueReader);
		return conclude(exchange, run.found());
	}

	/**
	 * Note that something of the exchange is not judged for want of time.
	 * @param exchange the exchange
	 * @return what is decided by now
	 */
	public Decision leftUnjudged(Exchange exchange) {
		exchange.judgingTime().leave();
		List<Finding> found = new ArrayList<>(1);
		this.failures.budgetExceeded(exchange, found::add);
		return conclude(exchange, found);
	}

	/**
	 * Note that code beside the detectors failed, which an application may have brought.
	 * @param exchange the exchange
	 * @param source name of what failed
	 * @param failure what was thrown
	 * @return what is decided by now
	 */
	public Decision failed(Exchange exchange, String source, Throwable failure) {
		List<Finding> found = new ArrayList<>(1);
		this.failures.failed(source, exchange, failure, found::add);
		return conclude(exchange, found);
	}

	/**
	 * Learn what the exchange is answered with, and decide on what had to wait for it.
	 * @param exchange the exchange
	 * @param answer what its handler may answer with
	 * @return what is decided by now
	 */
	public Decision answeredWith(Exchange exchange, Answer answer) {
		if (exchange.answer() != Answer.UNKNOWN) {
			return exchange.decision();
		}
		exchange.answersWith(answer);
		return exchange.findings().isEmpty() ? exchange.decision() : decide(exchange, List.of());
	}

	@Override
	public Decision report(Inspection inspection, Finding finding) {
		Exchange exchange = (Exchange) inspection;
		if (exchange.policy().modeOf(finding.detector()) == EnforcementMode.OFF) {
			return exchange.decision();
		}
		return conclude(exchange, List.of(finding));
	}

	/**
	 * End an exchange: publish its event if that has not happened yet, and tell the
	 * listeners.
	 * @param exchange the exchange
	 * @param status the HTTP status of the answer
	 */
	public void complete(Exchange exchange, int status) {
		exchange.completed();
		if (!exchange.findings().isEmpty()) {
			publish(exchange);
		}
		this.failures.report(exchange);
		Duration duration = Duration.ofNanos(System.nanoTime() - exchange.startedNanos());
		Outcome outcome = new Outcome(status, duration, exchange.decision(), exchange.bytes());
		this.listeners.tell(exchange, outcome, this.failures);
	}

	/**
	 * Publish what was found after the end of an exchange: the container writes an error
	 * page only then. Listeners are not told again.
	 * @param exchange the exchange
	 */
	public void completeAgain(Exchange exchange) {
		if (!exchange.findings().isEmpty()) {
			publish(exchange);
		}
	}

	private static boolean isOff(Exchange exchange) {
		return exchange.policy().mode() == EnforcementMode.OFF;
	}

	private DetectorRun run(Exchange exchange) {
		return new DetectorRun(exchange, this.known, this.failures, this.treatment);
	}

	private Decision conclude(Exchange exchange, List<Finding> found) {
		if (found.isEmpty()) {
			return exchange.decision();
		}
		return decide(exchange, found);
	}

	private Decision decide(Exchange exchange, List<Finding> found) {
		List<Finding> moderated = found.stream()
			.filter((finding) -> !isExcluded(exchange, finding))
			.map((finding) -> this.evidence.keep(exchange, moderate(exchange, finding)))
			.toList();
		Decision decision = exchange.decide(moderated, this.decisionMaker);
		if (decision.refuses()) {
			publish(exchange);
		}
		return decision;
	}

	/**
	 * What is excluded is all the same told of clients in whom no trust is left.
	 */
	private boolean isExcluded(Exchange exchange, Finding finding) {
		if (!exchange.policy().excludes(finding)) {
			return false;
		}
		try {
			return !this.treatment.inspectsEverything(exchange);
		}
		catch (Throwable ex) {
			JvmErrors.rethrow(ex);
			return true;
		}
	}

	private Finding moderate(Exchange exchange, Finding finding) {
		try {
			return this.treatment.moderate(exchange, finding);
		}
		catch (Throwable ex) {
			this.failures.failed(this.treatment.getClass().getSimpleName(), exchange, ex, (additional) -> {
			});
			return finding;
		}
	}

	private void publish(Exchange exchange) {
		if (!exchange.claimPublication()) {
			return;
		}
		Decision decision = exchange.decision();
		Subject subject = exchange.subject();
		this.publisher.publish(new ThreatDetected(Objects.requireNonNull(decision.reference()), exchange.startedAt(),
				exchange.method(), exchange.route(), exchange.path(), exchange.client().address(),
				(subject != null) ? subject.name() : null, decision, exchange.policy().mode()));
	}

	private ActiveDetectors activeUnder(Policy policy) {
		ActiveDetectors known = this.active.get(policy);
		return (known != null) ? known : activateUnder(policy);
	}

	private ActiveDetectors activateUnder(Policy policy) {
		if (this.active.size() > KNOWN_POLICIES) {
			this.active.clear();
		}
		return this.active.computeIfAbsent(policy, (key) -> new ActiveDetectors(key, this.detectors));
	}

}
