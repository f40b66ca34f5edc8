package io.github.raspspring.behavior;

import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Subject;
import io.github.raspspring.engine.Suspicion;
import org.jspecify.annotations.Nullable;

/**
 * One request, with what is remembered of who sends it. Lives as long as the request; for
 * one thread at a time.
 */
public final class Visit {

	/** A network with several subjects is granted more, up to this many times. */
	private static final int LARGEST_CROWD = 5;

	private static final long DAY = 24 * 60 * 60 * 1000L;

	private static final int NETWORK = 1;

	private static final int SUBJECT = 2;

	private static final int BLOCK = 4;

	private static final int SESSION = 5;

	private static final int SIGNATURE = 64;

	private final BehaviorMonitor monitor;

	private final Inspection inspection;

	private final long now;

	private boolean remember;

	private @Nullable ClientProfile network;

	private @Nullable ClientProfile subject;

	private @Nullable RouteModel route;

	Visit(BehaviorMonitor monitor, Inspection inspection, long now) {
		this.monitor = monitor;
		this.inspection = inspection;
		this.now = now;
	}

	/**
	 * From now on clients that are not known yet are remembered.
	 */
	void remember() {
		this.remember = true;
	}

	private @Nullable ClientProfile profile(long hash) {
		return this.remember ? this.monitor.profiles().get(hash, this.now) : this.monitor.profiles().find(hash);
	}

	private long nameOf(Subject known) {
		long name = this.monitor.hash().of(SUBJECT, known.name());
		return (known.issuer() != null) ? this.monitor.hash().of(name, hash(known.issuer())) : name;
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
		if (this.network == null) {
			ClientIdentity client = this.inspection.client();
			boolean accountable = !client.proxy() && client.isKnown();
			this.network = accountable ? profile(this.monitor.hash().of(NETWORK, client.network())) : null;
		}
		return this.network;
	}

	private @Nullable ClientProfile subject() {
		if (this.subject == null) {
			Subject known = this.inspection.subject();
			this.subject = (known != null) ? profile(nameOf(known)) : null;
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
	 * Return by how much limits are wider, because several stand behind the network.
	 * @return 1 for a subject, and for a network up to 5
	 */
	public int crowd() {
		ClientProfile shared = (this.inspection.subject() == null) ? network() : null;
		if (shared == null) {
			return 1;
		}
		return Math.max(1, Math.min(LARGEST_CROWD, shared.seen(Signal.SUBJECTS, this.now, DAY)));
	}

	/**
	 * Note that a verified subject is on the network.
	 */
	void noteCrowd() {
		ClientProfile own = subject();
		ClientProfile shared = (own != null) ? network() : null;
		if (own != null && shared != null) {
			shared.see(Signal.SUBJECTS, own.hash(), this.now, DAY);
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
	 * Hash the end of something long, which of a token is its signature.
	 * @param text the text
	 * @return a hash of the last 64 characters
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
	 * the /64 of an IPv6 address.
	 */
	long networkBlock() {
		String text = this.inspection.client().network();
		int dot = text.lastIndexOf('.');
		return this.monitor.hash().of(BLOCK, text, 0, (dot > 0) ? dot : text.length());
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
