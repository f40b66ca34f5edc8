package io.github.raspspring.behavior;

import java.time.Clock;
import java.util.List;
import java.util.SplittableRandom;

import io.github.raspspring.engine.ClientScores;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionListener;
import io.github.raspspring.engine.Outcome;
import io.github.raspspring.engine.pipeline.UnderWay;

/**
 * Remembers how clients use the API, and what is usual. Told of each exchange on the
 * thread of the request; what takes longer happens in {@link #tick}. Thread-safe.
 */
public final class BehaviorMonitor implements InspectionListener {

	/** What findings of this room begin with. */
	public static final String PREFIX = "behavior-";

	private static final long FLAGGED = 24 * 60 * 60 * 1000L;

	private static final long UPDATE = 10 * 60 * 1000L;

	private final KeyedHash hash = new KeyedHash(new SplittableRandom());

	private final RecentTexts texts = new RecentTexts(this.hash);

	private final ClientProfiles profiles;

	private final RouteModels routes;

	private final Trends trends;

	private final List<UsageRule> rules;

	private final ClientScores scores;

	private final Clock clock;

	private final long window;

	private final UnderWay<Visit> visits = new UnderWay<>();

	private long updated;

	/**
	 * Create a monitor.
	 * @param profiles the clients
	 * @param routes the routes
	 * @param trends what happens all over the application
	 * @param rules what is looked for
	 * @param scores tells of whom nothing is learnt
	 * @param clock tells the time
	 * @param window length of the window in which use of a route is counted, in
	 * milliseconds
	 */
	public BehaviorMonitor(ClientProfiles profiles, RouteModels routes, Trends trends, List<UsageRule> rules,
			ClientScores scores, Clock clock, long window) {
		this.profiles = profiles;
		this.routes = routes;
		this.trends = trends;
		this.rules = List.copyOf(rules);
		this.scores = scores;
		this.clock = clock;
		this.window = window;
	}

	@Override
	public boolean isImmediate() {
		return true;
	}

	@Override
	public void completed(Inspection inspection, Outcome outcome) {
		// Who is refused and not known leaves no trace: nobody fills this up so.
		boolean refused = outcome.decision().refuses();
		Visit visit = this.visits.end(inspection);
		visit = (visit != null) ? visit : new Visit(this, inspection);
		if (!refused) {
			visit.remember();
			visit.noteCrowd();
		}
		boolean flagged = isFlagged(outcome);
		countUse(visit, outcome, refused, flagged);
		for (UsageRule rule : this.rules) {
			rule.count(visit, outcome);
		}
	}

	Visit visit(Inspection inspection) {
		Visit known = this.visits.find(inspection);
		if (known != null) {
			return known;
		}
		Visit visit = new Visit(this, inspection);
		this.visits.begin(inspection, visit);
		return visit;
	}

	private void countUse(Visit visit, Outcome outcome, boolean refused, boolean flagged) {
		ClientProfile actor = visit.actor();
		RouteModel route = visit.route();
		if (actor == null) {
			return;
		}
		if (flagged) {
			actor.flag(visit.now() + FLAGGED);
		}
		if (route == null || refused && !flagged) {
			return;
		}
		boolean objects = !refused && visit.findObjects(route, outcome.status());
		synchronized (actor) {
			RouteUse use = actor.use(route, visit.now(), this.window);
			if (flagged) {
				use.exclude(route.limits());
			}
			if (!refused) {
				count(use, route, visit, outcome);
				if (objects) {
					countObjects(use, route, visit, outcome);
				}
			}
		}
	}

	private void count(RouteUse use, RouteModel route, Visit visit, Outcome outcome) {
		long now = visit.now();
		boolean honest = isHonest(outcome);
		use.sample(route.limit(LearntLimit.Kind.VOLUME), use.request(now, this.window), visit, honest);
		if (outcome.bytes() > 0) {
			use.sample(route.limit(LearntLimit.Kind.KILOBYTES), use.answered(outcome.bytes(), now, this.window), visit,
					honest);
		}
	}

	private void countObjects(RouteUse use, RouteModel route, Visit visit, Outcome outcome) {
		long now = visit.now();
		boolean honest = isHonest(outcome);
		if (!visit.countObjects(use, outcome.status() == 404 || outcome.status() == 403)) {
			return;
		}
		use.sample(route.limit(LearntLimit.Kind.OBJECTS), use.objects(now, this.window), visit, honest);
		use.sample(route.limit(LearntLimit.Kind.OBJECTS_PER_DAY), use.objectsOfDay(now), visit, honest);
	}

	private static boolean isHonest(Outcome outcome) {
		return outcome.status() < 400 && outcome.decision().findings().isEmpty();
	}

	/**
	 * Of a client in which an attack was seen nothing is learnt.
	 */
	private static boolean isFlagged(Outcome outcome) {
		List<Finding> findings = outcome.decision().findings();
		for (int i = 0; i < findings.size(); i++) {
			if (findings.get(i).confidence() != Confidence.WEAK) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Do what takes longer than a request may. To be called every few seconds.
	 * @return whether limits were looked at anew
	 */
	public synchronized boolean tick() {
		long now = this.clock.millis();
		this.trends.tick(now);
		this.rules.forEach((rule) -> {
			if (rule instanceof Ticking ticking) {
				ticking.tick(now);
			}
		});
		if (now - this.updated < UPDATE && now >= this.updated) {
			return false;
		}
		this.updated = now;
		boolean frozen = this.trends.isAnyActive();
		this.routes.all().forEach((route) -> route.limits().forEach((limit) -> limit.update(now, frozen)));
		return true;
	}

	long window() {
		return this.window;
	}

	RecentTexts texts() {
		return this.texts;
	}

	KeyedHash hash() {
		return this.hash;
	}

	ClientProfiles profiles() {
		return this.profiles;
	}

	RouteModels routes() {
		return this.routes;
	}

	Trends trends() {
		return this.trends;
	}

	ClientScores scores() {
		return this.scores;
	}

	/**
	 * Return the rules that look.
	 * @return all of them
	 */
	public List<UsageRule> rules() {
		return this.rules;
	}

	/**
	 * A rule that has something to do from time to time.
	 */
	public interface Ticking {

		/**
		 * Do it.
		 * @param now the time in milliseconds
		 */
		void tick(long now);

	}

}
