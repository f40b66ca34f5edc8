package io.github.raspspring.engine.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

import io.github.raspspring.engine.Answer;
import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.JudgingTime;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.Subject;
import org.jspecify.annotations.Nullable;

/**
 * One exchange while it is under way. The edge tells it what becomes known; findings and
 * the decision are in the hands of the {@link InspectionPipeline}. Values and findings
 * are published as immutable lists, so that other threads may read them at any time.
 */
public final class Exchange implements Inspection {

	private static final long WEIGHT_OF_VALUE = 32;

	/** Times that are close to each other differ in their lower digits only. */
	private static final long SPREAD = 0x9E3779B97F4A7C15L;

	private final RequestFacts facts;

	private final Policy policy;

	private final ActiveDetectors detectors;

	private final Instant startedAt;

	private final long startedNanos;

	private final BudgetAccount budget;

	private final Object lock = new Object();

	private volatile ArrivedValues values = ArrivedValues.NONE;

	/** The last one first, so that none moves another when it is made. */
	private volatile List<Omission> omissions = List.of();

	private volatile @Nullable JsonTape tape;

	private volatile KeptFindings findings = KeptFindings.NONE;

	private volatile Decision decision;

	private volatile Phase phase = Phase.REQUEST;

	private volatile @Nullable String route;

	private volatile Answer answer = Answer.UNKNOWN;

	private volatile @Nullable Subject subject;

	private volatile @Nullable LongSupplier bytes;

	private boolean published;

	private boolean completed;

	private List<Runnable> atEnd = List.of();

	private Set<String> failed = Set.of();

	Exchange(RequestFacts facts, Policy policy, ActiveDetectors detectors, Instant startedAt, long startedNanos,
			BudgetAccount budget) {
		this.detectors = detectors;
		this.facts = facts;
		this.policy = policy;
		this.startedAt = startedAt;
		this.startedNanos = startedNanos;
		this.budget = budget;
		this.decision = Decision.allow(policy.id());
	}

	/**
	 * Tell the verified subject.
	 * @param subject the subject, or {@code null} if the request stays anonymous
	 */
	public void identifiedAs(@Nullable Subject subject) {
		this.subject = subject;
	}

	/**
	 * Tell the route that handles the request.
	 * @param route the template of the route
	 */
	public void routedTo(@Nullable String route) {
		this.route = route;
	}

	/**
	 * Tell who measures the answer.
	 * @param bytes tells the length of its body so far
	 */
	public void measuredBy(LongSupplier bytes) {
		this.bytes = bytes;
	}

	long bytes() {
		LongSupplier measure = this.bytes;
		return (measure != null) ? measure.getAsLong() : -1;
	}

	/**
	 * Return what is decided by now.
	 * @return the decision
	 */
	public Decision decision() {
		return this.decision;
	}

	/**
	 * Return the findings by now.
	 * @return an unmodifiable list
	 */
	public List<Finding> findings() {
		return this.findings.all();
	}

	@Override
	public String method() {
		return this.facts.method();
	}

	@Override
	public String path() {
		return this.facts.path();
	}

	@Override
	public @Nullable String route() {
		return this.route;
	}

	@Override
	public ClientIdentity client() {
		return this.facts.client();
	}

	@Override
	public @Nullable Subject subject() {
		return this.subject;
	}

	@Override
	public boolean credentialsPresented() {
		return this.facts.credentialsPresented();
	}

	@Override
	public List<InputValue> values() {
		return this.omissions.isEmpty() ? this.values : complete();
	}

	@Override
	public List<InputValue> valuesWithin(int characters) {
		return isOmittedWithin(characters) ? values() : this.values;
	}

	@Override
	public List<InputValue> valuesNamed(Predicate<String> names, int characters) {
		if (!isOmittedWithin(characters)) {
			return this.values;
		}
		synchronized (this.lock) {
			ArrivedValues named = this.values;
			for (Omission omission : this.omissions) {
				named = named.replaced(omission.start(), omission.values().kept(),
						omission.values().named().apply(names));
			}
			return named;
		}
	}

	private boolean isOmittedWithin(int characters) {
		return omittedCharacters() <= characters;
	}

	private long omittedCharacters() {
		List<Omission> omissions = this.omissions;
		long omitted = 0;
		for (int i = 0; i < omissions.size(); i++) {
			omitted += omissions.get(i).values().characters();
		}
		return omitted;
	}

	/**
	 * Return where the tokens of a JSON body stand, if that was noted.
	 * @return the tape, {@code null} where there is none
	 */
	public @Nullable JsonTape tape() {
		return this.tape;
	}

	/**
	 * Make what was omitted, and put it where it stands in its document.
	 */
	private List<InputValue> complete() {
		synchronized (this.lock) {
			for (Omission omission : this.omissions) {
				this.values = this.values.replaced(omission.start(), omission.values().kept(),
						omission.values().all().get());
			}
			this.omissions = List.of();
			return this.values;
		}
	}

	@Override
	public Phase phase() {
		return this.phase;
	}

	@Override
	public Policy policy() {
		return this.policy;
	}

	@Override
	public Instant startedAt() {
		return this.startedAt;
	}

	long startedNanos() {
		return this.startedNanos;
	}

	ActiveDetectors detectors() {
		return this.detectors;
	}

	BudgetAccount budget() {
		return this.budget;
	}

	void enter(Phase phase) {
		this.phase = phase;
	}

	Answer answer() {
		return this.answer;
	}

	void answersWith(Answer answer) {
		this.answer = answer;
	}

	void arrived(Collection<InputValue> arrivals) {
		if (!arrivals.isEmpty()) {
			synchronized (this.lock) {
				this.values = this.values.with(arrivals);
			}
		}
	}

	/**
	 * Take values of a document of which some were not made.
	 */
	void arrived(Collection<InputValue> arrivals, OmittedValues omitted) {
		synchronized (this.lock) {
			this.omissions = with(new Omission(this.values.size(), omitted), this.omissions);
			this.tape = omitted.tape();
			this.values = this.values.with(arrivals);
		}
	}

	private static List<Omission> with(Omission last, List<Omission> others) {
		if (others.isEmpty()) {
			return List.of(last);
		}
		List<Omission> omissions = new ArrayList<>(others.size() + 1);
		omissions.add(last);
		omissions.addAll(others);
		return omissions;
	}

	/**
	 * Add findings and decide anew under one lock, so that no finding is lost between
	 * threads.
	 */
	Decision decide(Collection<Finding> additional, DecisionMaker decisionMaker) {
		synchronized (this.lock) {
			this.findings = this.findings.withAll(additional);
			this.decision = decisionMaker.decide(this.policy, this.answer, this.findings.all(), this.decision);
			return this.decision;
		}
	}

	/**
	 * Claim the right to publish the one event of this exchange.
	 */
	boolean claimPublication() {
		synchronized (this.lock) {
			boolean first = !this.published;
			this.published = true;
			return first;
		}
	}

	/**
	 * Do something when the exchange has ended, such as giving back what was taken for
	 * it. At once if it has ended already.
	 * @param action what to do; does not throw
	 */
	public void onCompletion(Runnable action) {
		synchronized (this.lock) {
			if (!this.completed) {
				this.atEnd = this.atEnd.isEmpty() ? new ArrayList<>(4) : this.atEnd;
				this.atEnd.add(action);
				return;
			}
		}
		action.run();
	}

	void completed() {
		List<Runnable> actions;
		synchronized (this.lock) {
			this.completed = true;
			actions = this.atEnd;
			this.atEnd = List.of();
		}
		for (int i = 0; i < actions.size(); i++) {
			actions.get(i).run();
		}
	}

	@Override
	public JudgingTime judgingTime() {
		return this.budget;
	}

	@Override
	public boolean noteFailure(String source) {
		synchronized (this.lock) {
			if (this.failed.isEmpty()) {
				this.failed = new HashSet<>();
			}
			return this.failed.add(source);
		}
	}

	/**
	 * Tells exchanges apart by when they began: to have the JVM make up a number for an
	 * object costs more, and each is looked for in several places.
	 */
	@Override
	public int hashCode() {
		return (int) (this.startedNanos * SPREAD >>> Integer.SIZE);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other;
	}

	/**
	 * Return how many characters the exchange keeps in memory.
	 */
	long weight() {
		List<InputValue> values = this.values;
		return ArrivalOrder.characters(values) + values.size() * WEIGHT_OF_VALUE + this.facts.path().length()
				+ omittedCharacters();
	}

	/**
	 * What was omitted.
	 *
	 * @param start how many values were known before
	 * @param values what makes it
	 */
	private record Omission(int start, OmittedValues values) {

	}

}
