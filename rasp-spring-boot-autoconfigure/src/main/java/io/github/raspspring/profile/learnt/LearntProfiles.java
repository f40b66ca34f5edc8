package io.github.raspspring.profile.learnt;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

import io.github.raspspring.engine.ClientScores;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.FindingReporter;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionListener;
import io.github.raspspring.engine.Outcome;
import io.github.raspspring.engine.Suspicion;
import io.github.raspspring.engine.pipeline.UnderWay;
import io.github.raspspring.profile.LeafObserver;
import io.github.raspspring.profile.PrivilegedNames;
import io.github.raspspring.profile.RequestLeaves;
import io.github.raspspring.profile.learnt.LeafBatch.Leaf;
import org.jspecify.annotations.Nullable;

/**
 * The profiles of all endpoints: judges values as they come, and learns them once their
 * request has turned out to be honest. Endpoints are named by templates of the
 * application and parameters by its declarations, never by what a client sent, and both
 * are bounded. Thread-safe.
 */
public final class LearntProfiles implements LeafObserver, InspectionListener {

	private static final int MOST_ENDPOINTS = 4096;

	/** What the paths of answers begin with. */
	private static final String ANSWER = "answer.";

	private static final ValueFeatures NO_VALUE = new ValueFeatures(0, 0, 0);

	private final ProfileLearning settings;

	private final Predicate<String> promoted;

	private final FindingReporter reporter;

	private final ClientScores scores;

	private final BiConsumer<String, String> drift;

	private final ProfileProgress progress;

	private final Clock clock;

	private final Map<String, EndpointSketch> endpoints = new ConcurrentHashMap<>();

	private final EndpointNames names = new EndpointNames();

	private final AtomicInteger room;

	private final LongAdder omitted = new LongAdder();

	private final UnderWay<PendingLeaves> underWay = new UnderWay<>();

	private volatile long secret;

	/**
	 * Create profiles that know nothing.
	 * @param settings when something counts
	 * @param promoted tells by method and template, such as {@code POST /orders}, where
	 * deviations may be refused
	 * @param ports what is told of deviations, and who is trusted
	 * @param secret hides names of principals
	 * @param clock tells the time
	 */
	public LearntProfiles(ProfileLearning settings, Predicate<String> promoted, ProfilePorts ports, long secret,
			Clock clock) {
		this.settings = settings;
		this.promoted = promoted;
		this.reporter = ports.reporter();
		this.scores = ports.scores();
		this.drift = ports.drift();
		this.progress = ports.progress();
		this.secret = secret;
		this.clock = clock;
		this.room = new AtomicInteger(settings.maxParameters());
	}

	@Override
	public @Nullable RequestLeaves begin(Inspection inspection) {
		PendingLeaves known = this.underWay.find(inspection);
		PendingLeaves pending = (known != null) ? known : beginRequest(inspection);
		return (pending != null) ? new LeafBatch(this, inspection, pending.endpoint(),
				pending.principal(inspection, this.secret), this.clock.millis()) : null;
	}

	private @Nullable PendingLeaves beginRequest(Inspection inspection) {
		String template = inspection.route();
		if (template == null || inspection.policy().modeOf(LearntRules.SOURCE) == EnforcementMode.OFF) {
			return null;
		}
		EndpointSketch endpoint = endpoint(this.names.of(inspection.method(), template));
		if (endpoint == null) {
			return null;
		}
		PendingLeaves pending = new PendingLeaves(endpoint);
		this.underWay.begin(inspection, pending);
		return pending;
	}

	/**
	 * Judge the values of a part, and keep them until the end of their request.
	 */
	void taken(Inspection inspection, EndpointSketch endpoint, List<Leaf> leaves) {
		long now = this.clock.millis();
		boolean learning = endpoint.stage() == ProfileStage.LEARN;
		for (int i = 0; i < leaves.size(); i++) {
			Leaf leaf = leaves.get(i);
			ParameterSketch sketch = leaf.sketch();
			boolean judged = (sketch != null)
					? !(learning && sketch.isLearningStill(now)) && !sketch.isUsual(leaf.features(), now) : !learning;
			if (judged) {
				judge(inspection, endpoint, leaf, now);
			}
		}
		PendingLeaves pending = this.underWay.find(inspection);
		if (pending != null) {
			pending.add(leaves);
		}
	}

	private void judge(Inspection inspection, EndpointSketch endpoint, Leaf leaf, long now) {
		String path = leaf.path();
		ParameterSketch sketch = leaf.sketch();
		boolean answer = path.startsWith(ANSWER);
		int slack = answer ? SketchJudge.SLACK_OF_ROWS : SketchJudge.SLACK_OF_NUMBERS;
		String deviation = (sketch != null) ? sketch.judge(leaf.features(), slack, now) : null;
		ProfileStage stage = (sketch != null) ? sketch.stage() : endpoint.stage();
		boolean unknown = sketch == null || !sketch.isUsed();
		if (unknown && endpoint.stage() != ProfileStage.LEARN
				&& (answer || PrivilegedNames.contains(path.substring(path.lastIndexOf('.') + 1)))) {
			deviation = answer ? "never-shown" : "never-sent";
			stage = endpoint.stage();
		}
		else if (answer && "range".equals(deviation)) {
			deviation = "more-rows";
		}
		if (deviation != null) {
			boolean enforced = stage == ProfileStage.ENFORCE && endpoint.isPromoted();
			ParameterSketch known = (sketch != null) ? sketch : endpoint.find(EndpointSketch.REQUEST);
			this.reporter.report(inspection,
					LearntRules.finding(deviation, path, (known != null) ? known.confidence() : 0,
							enforced ? EnforcementMode.BLOCK : EnforcementMode.MONITOR));
			if (sketch != null && this.scores.of(inspection) == Suspicion.NONE
					&& sketch.deviates(Principal.of(inspection, this.secret), now)) {
				this.drift.accept(inspection.method() + ' ' + inspection.route(), path);
			}
		}
	}

	private @Nullable EndpointSketch endpoint(String name) {
		EndpointSketch known = this.endpoints.get(name);
		if (known == null && this.endpoints.size() < MOST_ENDPOINTS) {
			known = this.endpoints.computeIfAbsent(name, (key) -> new EndpointSketch(this.promoted.test(key)));
		}
		return known;
	}

	/**
	 * Learn from a request that was answered well and that nothing speaks against.
	 */
	@Override
	public void completed(Inspection inspection, Outcome outcome) {
		PendingLeaves pending = this.underWay.end(inspection);
		if (pending == null) {
			return;
		}
		EndpointSketch endpoint = pending.endpoint();
		boolean honest = isClean(outcome.decision().findings()) && this.scores.of(inspection) == Suspicion.NONE;
		long now = this.clock.millis();
		if (endpoint.count(honest, now) && outcome.status() >= 200 && outcome.status() < 300) {
			Principal principal = pending.principal(inspection, this.secret);
			learn(endpoint, List.of(new Leaf(EndpointSketch.REQUEST, NO_VALUE, endpoint.request())), principal, now);
			for (List<Leaf> part : pending.parts()) {
				learn(endpoint, part, principal, now);
			}
			if (endpoint.advances()) {
				tell(inspection.method() + ' ' + inspection.route(), endpoint);
			}
		}
	}

	private static boolean isClean(List<Finding> findings) {
		for (int i = 0; i < findings.size(); i++) {
			Finding finding = findings.get(i);
			if (finding.confidence() != Confidence.WEAK && !finding.detector().equals(LearntRules.SOURCE)) {
				return false;
			}
		}
		return true;
	}

	private void learn(EndpointSketch endpoint, List<Leaf> leaves, Principal principal, long now) {
		int next;
		for (int i = 0; i < leaves.size(); i = next) {
			Leaf leaf = leaves.get(i);
			next = behindSame(leaves, i);
			ParameterSketch known = leaf.sketch();
			ParameterSketch sketch = (known != null) ? known
					: endpoint.begin(leaf.path(), this.settings, this.room, now);
			if (sketch != null) {
				sketch.learn(leaves, i, next, principal, now);
			}
			else {
				this.omitted.increment();
			}
		}
	}

	/**
	 * Return where values end that stand at the same place, as far as that is known.
	 */
	private static int behindSame(List<Leaf> leaves, int start) {
		ParameterSketch sketch = leaves.get(start).sketch();
		int end = start + 1;
		while (sketch != null && end < leaves.size() && leaves.get(end).sketch() == sketch) {
			end++;
		}
		return end;
	}

	@Override
	public boolean isImmediate() {
		return true;
	}

	/**
	 * Promote an endpoint, so that deviations may be refused, or take that back.
	 * @param name its method and template
	 * @return {@code false} if there is no such endpoint
	 */
	public boolean promote(String name, boolean promoted) {
		EndpointSketch endpoint = this.endpoints.get(name);
		if (endpoint != null) {
			boolean before = endpoint.refuses();
			endpoint.promote(promoted);
			if (!before && endpoint.refuses()) {
				tell(name, endpoint);
			}
		}
		return endpoint != null;
	}

	private void tell(String name, EndpointSketch endpoint) {
		ParameterSketch request = endpoint.find(EndpointSketch.REQUEST);
		this.progress.advanced(name, endpoint.stage(), (request != null) ? request.confidence() : 0,
				endpoint.refuses());
	}

	/**
	 * Forget what is known of an endpoint.
	 * @param name its method and template
	 * @return {@code false} if there is no such endpoint
	 */
	public boolean forget(String name) {
		EndpointSketch removed = this.endpoints.remove(name);
		if (removed != null) {
			this.room.addAndGet(removed.parameters().size());
		}
		return removed != null;
	}

	/**
	 * Return the bytes that what is known takes at most.
	 */
	long bytes() {
		return this.endpoints.values().stream().mapToLong((endpoint) -> endpoint.parameters().size()).sum()
				* ParameterSketch.BYTES;
	}

	/**
	 * Return how many values were not learnt because there is no room for their
	 * parameter.
	 */
	long omitted() {
		return this.omitted.sum();
	}

	/**
	 * Return what is known, by the names of endpoints.
	 */
	Map<String, EndpointSketch> endpoints() {
		return new TreeMap<>(this.endpoints);
	}

	/**
	 * Take over what was known before.
	 */
	void restore(String name, String path, SketchState state) {
		EndpointSketch endpoint = endpoint(name);
		if (endpoint == null) {
			return;
		}
		ParameterSketch sketch = endpoint.begin(path, this.settings, this.room, this.clock.millis());
		if (sketch != null) {
			sketch.restore(state);
			endpoint.advances();
		}
	}

	long secret() {
		return this.secret;
	}

	void secret(long secret) {
		this.secret = secret;
	}

	/**
	 * Try all profiles anew, as the application has changed.
	 */
	void tryAgain() {
		long now = this.clock.millis();
		this.endpoints.values()
			.forEach((endpoint) -> endpoint.parameters().values().forEach((sketch) -> sketch.tryAgain(now)));
	}

}
