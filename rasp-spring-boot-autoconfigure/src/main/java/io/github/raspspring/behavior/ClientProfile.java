package io.github.raspspring.behavior;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one client: the little that all have, and more of those who give
 * reason. Bounded, whatever the client does. Guarded by its own monitor: callers hold it
 * for as long as they look at a {@link RouteUse}. Thread-safe otherwise.
 */
public final class ClientProfile {

	private static final int FIRST_USES = 2;

	private static final int MOST_USES = 32;

	private static final int ROUTE_BITS = 256;

	private static final int BITS_PER_PLACE = 4;

	private static final int FIRST_VISITS = 32;

	/** A power of two. */
	private static final int TOLD_EACH = 8;

	private static final long[] NO_SIGNALS = new long[0];

	private static final RouteUse[] NO_USES = new RouteUse[0];

	private final long hash;

	private RouteUse[] uses = NO_USES;

	private int used;

	/** What was seen of each kind, one behind the other in the order of the first. */
	private long[] signals = NO_SIGNALS;

	/** Four bits for each kind: where it stands in there, from 1 on, 0 for nowhere. */
	private long places;

	private int visits;

	private volatile boolean forgotten;

	private long shown;

	private long shownAt;

	private long @Nullable [] steps;

	private long @Nullable [] knownRoutes;

	private final long firstSeen;

	private int requests;

	private long flaggedUntil;

	ClientProfile(long hash, long now) {
		this.hash = hash;
		this.firstSeen = now;
	}

	/**
	 * Return what stands for the name of the client.
	 * @return a hash
	 */
	public long hash() {
		return this.hash;
	}

	/**
	 * Tell whether the profile may be used without asking the cache, which has to learn
	 * of every request at first, and of some later on, to keep who comes often.
	 */
	boolean isAtHand() {
		int visit = ++this.visits;
		return visit > FIRST_VISITS && (visit & TOLD_EACH - 1) != 0 && !this.forgotten;
	}

	void forget() {
		this.forgotten = true;
	}

	/**
	 * Note that something of a kind was seen, and count.
	 * @param signal the kind
	 * @param thing hash of what was seen
	 * @param now the time in milliseconds
	 * @param window length of the window in milliseconds
	 * @return how many different ones were seen within the window
	 */
	public int see(Signal signal, long thing, long now, long window) {
		note(signal, thing, now, window);
		return seen(signal, now, window);
	}

	/**
	 * Note that something of a kind was seen. Costs next to nothing if it is known.
	 * @param signal the kind
	 * @param thing hash of what was seen
	 * @param now the time in milliseconds
	 * @param window length of the window in milliseconds
	 */
	public void note(Signal signal, long thing, long now, long window) {
		// Looked at without the lock: what was noted stays noted as long as the window
		// runs, and whoever reads something else notes it once more.
		long[] known = this.signals;
		int at = at(signal);
		if (at < 0 || at + DistinctWindow.LONGS > known.length
				|| !DistinctWindow.isNoted(known, at, thing, now, window)) {
			add(signal, thing, now, window);
		}
	}

	private synchronized void add(Signal signal, long thing, long now, long window) {
		int known = at(signal);
		int at = (known >= 0) ? known : make(signal);
		DistinctWindow.add(this.signals, at, thing, now, window);
	}

	/**
	 * Return how many different things of a kind were seen.
	 * @param signal the kind
	 * @param now the time in milliseconds
	 * @param window length of the window in milliseconds
	 * @return how many within the window
	 */
	public int seen(Signal signal, long now, long window) {
		int at = at(signal);
		if (at < 0) {
			return 0;
		}
		// As long as the window runs nothing is changed here. Who counts while another
		// adds may miss what is added, no more.
		long[] known = this.signals;
		return (at + DistinctWindow.LONGS <= known.length && DistinctWindow.isCurrent(known[at], now, window))
				? DistinctWindow.estimate(known, at, now, window) : rolled(signal, now, window);
	}

	private synchronized int rolled(Signal signal, long now, long window) {
		return DistinctWindow.estimate(this.signals, at(signal), now, window);
	}

	/**
	 * Return whether something of a kind was seen.
	 * @param signal the kind
	 * @param thing hash of what was seen
	 * @param now the time in milliseconds
	 * @param window length of the window in milliseconds
	 * @return {@code false} if it certainly was not
	 */
	public synchronized boolean maySeen(Signal signal, long thing, long now, long window) {
		int at = at(signal);
		return at >= 0 && DistinctWindow.mayContain(this.signals, at, thing, now, window);
	}

	private int at(Signal signal) {
		int place = (int) (this.places >>> BITS_PER_PLACE * signal.ordinal()) & (1 << BITS_PER_PLACE) - 1;
		return (place - 1) * DistinctWindow.LONGS;
	}

	private int make(Signal signal) {
		int at = this.signals.length;
		this.signals = Arrays.copyOf(this.signals, at + DistinctWindow.LONGS);
		long place = at / DistinctWindow.LONGS + 1;
		this.places |= place << BITS_PER_PLACE * signal.ordinal();
		return at;
	}

	/**
	 * Tell whether the client shows something that it did not show a moment ago.
	 * @param what hash of what it shows
	 * @param now the time in milliseconds
	 * @param span milliseconds for which it is the same
	 * @return {@code false} if it is what was shown last
	 */
	public boolean shows(long what, long now, long span) {
		if (this.shown == what && now - this.shownAt < span) {
			return false;
		}
		this.shown = what;
		this.shownAt = now;
		return true;
	}

	/**
	 * Find how the client uses a route. To be called and used holding the monitor.
	 * @param route the route
	 * @return its use, or {@code null} if nothing is known
	 */
	public @Nullable RouteUse find(RouteModel route) {
		for (int i = 0; i < this.used; i++) {
			if (this.uses[i].route() == route.number()) {
				return this.uses[i];
			}
		}
		return null;
	}

	/**
	 * Find or begin to note how the client uses a route. Beyond what is kept of one
	 * client, the use that shows least is forgotten. To be called and used holding the
	 * monitor.
	 */
	RouteUse use(RouteModel route, long now, long window) {
		RouteUse known = find(route);
		if (known != null) {
			return known;
		}
		int place = this.used;
		if (place == MOST_USES) {
			place = least(now, window);
		}
		else {
			if (place == this.uses.length) {
				this.uses = Arrays.copyOf(this.uses, Math.max(FIRST_USES, 2 * place));
			}
			this.used++;
		}
		this.uses[place] = new RouteUse(route.number());
		return this.uses[place];
	}

	private int least(long now, long window) {
		int least = 0;
		long fewest = Long.MAX_VALUE;
		for (int i = 0; i < this.used; i++) {
			long weight = 8L * this.uses[i].objects(now, window) + this.uses[i].objectsOfDay(now)
					+ this.uses[i].requests(now, window);
			if (weight < fewest) {
				fewest = weight;
				least = i;
			}
		}
		return least;
	}

	/**
	 * Note when the client took a step of a sequence.
	 * @param step number of the step
	 * @param steps how many there are
	 * @param now the time in milliseconds
	 */
	public synchronized void step(int step, int steps, long now) {
		long[] all = this.steps;
		if (all == null) {
			all = new long[steps];
			this.steps = all;
		}
		all[step] = now;
	}

	/**
	 * Return when the client took a step last.
	 * @param step number of the step
	 * @return the time in milliseconds, 0 for never
	 */
	public synchronized long stepAt(int step) {
		return (this.steps != null) ? this.steps[step] : 0;
	}

	/**
	 * Count a request for a route.
	 * @param route number of the route
	 * @return whether the client certainly never used it before
	 */
	public boolean isNewRoute(int route) {
		// Lost counts don't matter here, and a route that is known stays known.
		this.requests++;
		long[] known = this.knownRoutes;
		int bit = route & ROUTE_BITS - 1;
		return (known == null || (known[bit >>> 6] & 1L << bit) == 0) && addRoute(bit);
	}

	private synchronized boolean addRoute(int bit) {
		long[] known = this.knownRoutes;
		if (known == null) {
			known = new long[ROUTE_BITS / Long.SIZE];
			this.knownRoutes = known;
		}
		boolean fresh = (known[bit >>> 6] & 1L << bit) == 0;
		known[bit >>> 6] |= 1L << bit;
		return fresh;
	}

	/**
	 * Return how many requests of known routes the client made.
	 * @return the number since it was seen first
	 */
	public int requests() {
		return this.requests;
	}

	/**
	 * Return when the client was seen first.
	 * @return the time in milliseconds
	 */
	public long firstSeen() {
		return this.firstSeen;
	}

	/**
	 * Note that the client does what nobody should, so that nothing is learnt of it.
	 */
	synchronized void flag(long until) {
		this.flaggedUntil = Math.max(this.flaggedUntil, until);
	}

	synchronized boolean isFlagged(long now) {
		return now < this.flaggedUntil;
	}

}
