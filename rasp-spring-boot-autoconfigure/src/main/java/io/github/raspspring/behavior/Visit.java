package io.github.raspspring.behavior;

import java.util.List;
import java.util.Set;

import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Subject;
import io.github.raspspring.engine.Suspicion;
import io.github.raspspring.engine.pipeline.ConstantNames;
import org.jspecify.annotations.Nullable;

/**
 * One request, with what is remembered of who sends it. Lives as long as the request; for
 * one thread at a time.
 */
public final class Visit implements Findings {

	/** Larger documents are not looked through for identifiers. */
	private static final int LONGEST_BODY = 64 * 1024;

	/** A network with several subjects is granted more, up to this many times. */
	private static final int LARGEST_CROWD = 5;

	private static final long DAY = 24 * 60 * 60 * 1000L;

	private static final int NETWORK = 1;

	private static final int SUBJECT = 2;

	private static final int BLOCK = 4;

	private static final int SESSION = 5;

	private static final int SIGNATURE = 24;

	private static final int CREATED = 201;

	private static final ConstantNames OBJECT_NAMES = ObjectNames::name;

	/** Parameters that have another value each time. */
	private static final Set<String> UNCACHED = Set.of("_", "cb", "nocache", "cachebuster");

	private final BehaviorMonitor monitor;

	private final Inspection inspection;

	private final long now;

	private final VisitValues values;

	private boolean remember;

	/** Who was looked up, be it in vain. */
	private boolean networkKnown;

	private boolean subjectKnown;

	private @Nullable ClientProfile network;

	private @Nullable ClientProfile subject;

	private @Nullable RouteModel route;

	private @Nullable RouteUseSummary use;

	private @Nullable RequestedObjects objects;

	private @Nullable Findings findings;

	private int crowd;

	Visit(BehaviorMonitor monitor, Inspection inspection) {
		this.monitor = monitor;
		this.inspection = inspection;
		this.now = inspection.startedAt().toEpochMilli();
		this.values = new VisitValues(inspection);
	}

	/**
	 * From now on clients that are not known yet are remembered.
	 */
	void remember() {
		this.remember = true;
		this.networkKnown = this.network != null;
		this.subjectKnown = this.subject != null;
	}

	void reportTo(Findings findings) {
		this.findings = findings;
	}

	@Override
	public void add(Finding finding) {
		Findings taker = this.findings;
		if (taker != null && this.inspection.policy().modeOf(finding.detector()) != EnforcementMode.OFF) {
			taker.add(finding);
		}
	}

	private @Nullable ClientProfile profile(long hash) {
		return this.remember ? this.monitor.profiles().get(hash, this.now) : this.monitor.profiles().find(hash);
	}

	private long nameOf(Subject known) {
		long name = this.monitor.hash().of(SUBJECT, known.name());
		return (known.issuer() != null) ? this.monitor.hash().of(name, this.monitor.texts().hash(known.issuer()))
				: name;
	}

	/**
	 * Return the request.
	 * @return the exchange
	 */
	public Inspection inspection() {
		return this.inspection;
	}

	/**
	 * Return when it is.
	 * @return the time in milliseconds
	 */
	public long now() {
		return this.now;
	}

	/**
	 * Return what is remembered of who answers for the request.
	 * @return the verified subject, the network for everybody else, or {@code null} if
	 * nothing is remembered or nobody can be held to account
	 */
	public @Nullable ClientProfile actor() {
		return (this.inspection.subject() != null) ? subject() : network();
	}

	/**
	 * Return whether it is certain by now who answers for the request: before
	 * authentication only where no credentials are presented. A header that proves
	 * nothing is no way around a rule, since it is judged afterwards then.
	 * @return whether a rule that judges in both phases judges in this one
	 */
	public boolean isSettled() {
		return (this.inspection.phase() == Phase.REQUEST) != this.inspection.credentialsPresented();
	}

	/**
	 * Return what is remembered of the network.
	 * @return the profile, or {@code null} if there is none
	 */
	public @Nullable ClientProfile network() {
		if (!this.networkKnown) {
			this.networkKnown = true;
			ClientIdentity client = this.inspection.client();
			boolean accountable = !client.proxy() && client.isKnown();
			this.network = accountable ? profile(this.monitor.hash().of(NETWORK, client.network())) : null;
		}
		return this.network;
	}

	private @Nullable ClientProfile subject() {
		if (!this.subjectKnown) {
			Subject known = this.inspection.subject();
			this.subject = (known != null) ? profile(nameOf(known)) : null;
			this.subjectKnown = known != null;
		}
		return this.subject;
	}

	/**
	 * Return who is followed from step to step: the subject, else the session that the
	 * server knows, else the network.
	 * @return the profile, or {@code null} if there is none
	 */
	public @Nullable ClientProfile follower() {
		String session = this.inspection.client().session();
		if (this.inspection.subject() != null || session == null) {
			return actor();
		}
		return this.monitor.profiles().get(this.monitor.hash().of(SESSION, session), this.now);
	}

	/**
	 * Return the route.
	 * @return the route, or {@code null} before it is known and where there is none
	 */
	public @Nullable RouteModel route() {
		if (this.route == null) {
			this.route = this.monitor.routes().find(this.inspection.method(), this.inspection.route());
		}
		return this.route;
	}

	/**
	 * Return how whoever answers for the request used the route before.
	 * @return a summary, of nothing where nothing is known
	 */
	public RouteUseSummary use() {
		RouteUseSummary known = this.use;
		if (known == null) {
			known = summary();
			this.use = known;
		}
		return known;
	}

	private RouteUseSummary summary() {
		ClientProfile actor = actor();
		RouteModel of = route();
		if (actor == null || of == null) {
			return RouteUseSummary.NONE;
		}
		synchronized (actor) {
			RouteUse known = actor.find(of);
			return (known != null) ? known.summary(this.now, this.monitor.window()) : RouteUseSummary.NONE;
		}
	}

	/**
	 * Find the objects that an answered request named, before anything is locked. What
	 * was made new names none.
	 */
	boolean findObjects(RouteModel of, int status) {
		boolean body = status != CREATED && of.isBodyLookedAt();
		if (body || of.hasVariables() || this.values.haveQuery()) {
			this.objects = RequestedObjects.of(this.inspection, of,
					body ? this.inspection.valuesNamed(OBJECT_NAMES, LONGEST_BODY) : this.values.query(), body,
					this.monitor.hash());
			if (body && this.objects != null && !of.hasVariables()) {
				of.bodyNamesObjects();
			}
		}
		return this.objects != null;
	}

	boolean countObjects(RouteUse of, boolean denied) {
		RequestedObjects found = this.objects;
		return found != null && found.count(of, denied, this.now, this.monitor.window());
	}

	/**
	 * Return what the client says it is.
	 * @return hash of its user agent, or 0 if it says nothing
	 */
	public long agent() {
		String agent = this.values.agent();
		return (agent != null) ? this.monitor.texts().hash(agent) : 0;
	}

	/**
	 * Return the credentials that stand in the usual header.
	 * @return the value of {@code Authorization}, or {@code null} if there is none
	 */
	public @Nullable String authorization() {
		return this.values.authorization();
	}

	/**
	 * Return a header.
	 * @param name its name in lower case
	 * @return its value, or {@code null} if there is none
	 */
	public @Nullable String header(String name) {
		return this.values.header(name);
	}

	/**
	 * Return what stands for all parameters of the query, but those that keep caches from
	 * answering.
	 * @return a hash, 0 if there are none
	 */
	public long page() {
		long page = 0;
		List<InputValue> query = this.values.query();
		for (int i = 0; i < query.size(); i++) {
			InputValue value = query.get(i);
			if (value.location() == InputLocation.QUERY && value.kind() == InputValue.Kind.VALUE
					&& !UNCACHED.contains(value.name())) {
				page = 31 * page + hash(value.value());
			}
		}
		return page;
	}

	/**
	 * Return by how much limits are wider, because several stand behind the network.
	 * @return 1 for a subject, and for a network up to 5
	 */
	public int crowd() {
		ClientProfile shared = (this.inspection.subject() == null) ? network() : null;
		if (shared == null) {
			return 1;
		}
		if (this.crowd == 0) {
			this.crowd = Math.max(1, Math.min(LARGEST_CROWD, shared.seen(Signal.SUBJECTS, this.now, DAY)));
		}
		return this.crowd;
	}

	/**
	 * Note that a verified subject is on the network.
	 */
	void noteCrowd() {
		ClientProfile own = subject();
		ClientProfile shared = (own != null) ? network() : null;
		if (own != null && shared != null) {
			shared.note(Signal.SUBJECTS, own.hash(), this.now, DAY);
		}
	}

	/**
	 * Hash something that the client chose, so that it may be told apart from others.
	 * @param text the text
	 * @return its hash, of use as long as the application runs
	 */
	public long hash(String text) {
		return this.monitor.hash().of(0, text);
	}

	/**
	 * Hash the end of something long, which of a token is the end of its signature.
	 * @param text the text
	 * @return a hash of the last 24 characters
	 */
	public long hashOfEnd(String text) {
		return this.monitor.hash().of(0, text, Math.max(0, text.length() - SIGNATURE), text.length());
	}

	/**
	 * Tell whether nothing speaks against the client, so that it may show what is usual.
	 */
	boolean isTrusted() {
		ClientProfile actor = actor();
		return actor != null && !actor.isFlagged(this.now)
				&& !this.monitor.scores().of(this.inspection).reaches(Suspicion.INSPECT);
	}

	/**
	 * Hash the block of addresses that the client comes from: the /24 of an IPv4 address,
	 * the /48 of an IPv6 address, as that is what one customer has.
	 */
	long networkBlock() {
		String text = this.inspection.client().network();
		int colon = text.indexOf(':');
		int end = (colon >= 0) ? endOfSite(text, colon) : text.lastIndexOf('.');
		return this.monitor.hash().of(BLOCK, text, 0, (end > 0) ? end : text.length());
	}

	private static int endOfSite(String text, int first) {
		int second = text.indexOf(':', first + 1);
		return (second > 0) ? text.indexOf(':', second + 1) : -1;
	}

	/**
	 * Return whether an attack of a kind is under way all over the application.
	 * @param trend the kind
	 * @return {@code true} while its alert is active
	 */
	public boolean isCampaign(Trend trend) {
		return this.monitor.trends().isActive(trend);
	}

	/**
	 * Count this request for what happens all over the application.
	 * @param trend what it adds to
	 */
	public void count(Trend trend) {
		this.monitor.trends().count(trend, this.inspection);
	}

}
