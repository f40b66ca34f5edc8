package io.github.raspspring.profile.learnt;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the parameters of one endpoint. Thread-safe.
 */
final class EndpointSketch {

	/** Stands for the request as a whole. */
	static final String REQUEST = "request";

	private static final int MOST_PARAMETERS = 256;

	private static final long HOUR = 3_600_000;

	/** Suspicious requests within an hour from which on nothing is learnt in it. */
	private static final int MOST_DIRTY = 20;

	private final Map<String, ParameterSketch> parameters = new ConcurrentHashMap<>();

	/** What stands for the request as a whole, as far as it is known. */
	private volatile @Nullable ParameterSketch request;

	/** What the values of a request began with the last time, a guess. */
	private @Nullable ParameterSketch first;

	private final AtomicInteger clean = new AtomicInteger();

	private final AtomicInteger dirty = new AtomicInteger();

	private volatile long hour;

	private volatile boolean promoted;

	/** The stage that was told last. */
	private volatile ProfileStage told = ProfileStage.LEARN;

	EndpointSketch(boolean promoted) {
		this.promoted = promoted;
	}

	@Nullable ParameterSketch find(String path) {
		return this.parameters.get(path);
	}

	/**
	 * Return what stands for the request as a whole, {@code null} before the first one
	 * was learnt.
	 */
	@Nullable ParameterSketch request() {
		ParameterSketch known = this.request;
		if (known == null) {
			known = this.parameters.get(REQUEST);
			this.request = known;
		}
		return known;
	}

	/**
	 * Find a parameter. It is compared first with the one that came next the last time,
	 * as those of an endpoint come in one order mostly.
	 * @param before the one in front of it, {@code null} if there is none
	 */
	@Nullable ParameterSketch find(String path, @Nullable ParameterSketch before) {
		ParameterSketch next = (before != null) ? before.next() : this.first;
		if (next != null && next.isOf(path)) {
			return next;
		}
		ParameterSketch known = this.parameters.get(path);
		if (known != null && before != null) {
			before.next(known);
		}
		else if (known != null) {
			this.first = known;
		}
		return known;
	}

	/**
	 * Find a parameter, or begin to learn it where there is room for one more.
	 */
	@Nullable ParameterSketch begin(String path, ProfileLearning settings, AtomicInteger room, long now) {
		ParameterSketch known = this.parameters.get(path);
		if (known != null || this.parameters.size() >= MOST_PARAMETERS) {
			return known;
		}
		if (room.getAndDecrement() <= 0) {
			room.incrementAndGet();
			return null;
		}
		ParameterSketch begun = new ParameterSketch(path, settings, now);
		ParameterSketch first = this.parameters.putIfAbsent(path, begun);
		if (first != null) {
			room.incrementAndGet();
		}
		return (first != null) ? first : begun;
	}

	Map<String, ParameterSketch> parameters() {
		return this.parameters;
	}

	boolean isPromoted() {
		return this.promoted;
	}

	void promote(boolean promoted) {
		this.promoted = promoted;
	}

	/**
	 * Note a request, and tell whether it may be learnt from: not while the endpoint is
	 * under attack.
	 */
	boolean count(boolean honest, long now) {
		if (now / HOUR != this.hour) {
			this.hour = now / HOUR;
			this.clean.set(0);
			this.dirty.set(0);
		}
		int bad = honest ? this.dirty.get() : this.dirty.incrementAndGet();
		int good = honest ? this.clean.incrementAndGet() : this.clean.get();
		return honest && (bad < MOST_DIRTY || bad * 10L < good);
	}

	/**
	 * Return whether the endpoint has come further than was told, which it has then once.
	 */
	boolean advances() {
		ProfileStage stage = stage();
		if (stage == this.told) {
			return false;
		}
		synchronized (this) {
			boolean further = stage.compareTo(this.told) > 0;
			this.told = stage;
			return further;
		}
	}

	/**
	 * Return whether deviations may be refused.
	 */
	boolean refuses() {
		return this.promoted && stage() == ProfileStage.ENFORCE;
	}

	/**
	 * Return whether enough of the endpoint is known to say what it never gets.
	 */
	ProfileStage stage() {
		ParameterSketch request = request();
		return (request != null) ? request.stage() : ProfileStage.LEARN;
	}

}
