package io.github.raspspring.profile.learnt;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one parameter, in less than a kilobyte: for each feature, which of
 * sixteen places of principals have shown it, in this span of time and in the one before.
 * A feature counts as usual from a number of places on, and within an hour a few can be
 * added only, so that neither many requests nor a few accounts make anything usual.
 * Thread-safe.
 */
final class ParameterSketch extends UsualFeatures {

	/** With headers of objects and arrays. */
	static final int BYTES = 16 + 2 * (16 + 2 * Feature.COUNT) + 16 + Feature.COUNT + 5 + 16 + 4 * Feature.VALUE_COUNT
			+ 2 * (16 + 32) + ShownFeatures.BYTES + 12 * 8;

	private static final long HOUR = 3_600_000;

	/** Of equal texts the one that was seen last, as it comes again. */
	private String path;

	private final long[] principals = PrincipalBits.none();

	private final long[] principalsThisHour = PrincipalBits.none();

	private final ShownFeatures shown = new ShownFeatures();

	private volatile ProfileStage stage = ProfileStage.LEARN;

	private long stageSince;

	private long spanSince;

	private volatile long hour;

	private int observations;

	private short deviating;

	/** The parameter whose value came next the last time, a guess. */
	private @Nullable ParameterSketch next;

	/**
	 * Begin to learn.
	 * @param path where the values stand
	 */
	ParameterSketch(String path, ProfileLearning settings, long now) {
		super(settings);
		this.path = path;
		this.stageSince = now;
		this.spanSince = now;
		this.hour = now - now % HOUR;
	}

	/**
	 * Return whether the values of a path stand here. Its very text comes with nearly
	 * each value.
	 */
	@SuppressWarnings("ReferenceEquality")
	boolean isOf(String path) {
		if (this.path == path) {
			return true;
		}
		boolean same = this.path.equals(path);
		if (same) {
			this.path = path;
		}
		return same;
	}

	@Nullable ParameterSketch next() {
		return this.next;
	}

	void next(ParameterSketch next) {
		this.next = next;
	}

	/**
	 * Return whether there is nothing to be judged of a value, and nothing to be learnt.
	 * @param learning whether no value of the endpoint is judged yet
	 */
	boolean isUsualOf(long low, long high, int hash, Principal principal, boolean learning, long now) {
		return isWithinHour(now) && knows(low, high, hash, principal)
				&& (learning && this.stage == ProfileStage.LEARN || areUsual(low, high, hash));
	}

	/**
	 * Return whether that is so of all values of a place: of all their features, and of
	 * each value by itself.
	 * @param learning whether no value of the endpoint is judged yet
	 */
	boolean areUsualOf(KeptFeatures.Place values, Principal principal, boolean learning, long now) {
		boolean judged = !learning || this.stage != ProfileStage.LEARN;
		return isUsualOf(values.low(), values.high(), 0, principal, learning, now)
				&& areUsual(values.named(), principal, judged) && areUsual(values.others(), principal, false);
	}

	private boolean areUsual(int[] hashes, Principal principal, boolean judged) {
		for (int hash : hashes) {
			if (!hasValue(hash, 1 << principal.place()) || judged && !isUsualValue(hash)) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Return whether there is nothing to be judged of a value, seen without waiting for
	 * others.
	 */
	boolean isUsual(ValueFeatures features, long now) {
		return isWithinHour(now) && areUsual(features.low(), features.high(), features.hash());
	}

	/**
	 * Return whether nothing is judged yet, and no time has passed that may change that.
	 */
	boolean isLearningStill(long now) {
		return this.stage == ProfileStage.LEARN && isWithinHour(now);
	}

	private boolean isWithinHour(long now) {
		long begun = this.hour;
		return now >= begun && now - begun < HOUR;
	}

	/**
	 * Learn a value of an honest request. Most values teach nothing new, which is seen
	 * without waiting for others: what was once set stays so within the hour.
	 */
	void learn(ValueFeatures features, Principal principal, long now) {
		if (!isWithinHour(now) || !knows(features.low(), features.high(), features.hash(), principal)) {
			add(features, principal, now);
		}
	}

	/**
	 * Learn values of an honest request that follow each other.
	 * @param leaves the values, and others before and behind them
	 */
	void learn(List<LeafBatch.Leaf> leaves, int start, int end, Principal principal, long now) {
		for (int i = start; i < end; i++) {
			ValueFeatures features = leaves.get(i).features();
			if (!isWithinHour(now) || !knows(features.low(), features.high(), features.hash(), principal)) {
				// Of those that are known, nothing changes either.
				addAll(leaves, i, end, principal, now);
				return;
			}
		}
	}

	private synchronized void addAll(List<LeafBatch.Leaf> leaves, int start, int end, Principal principal, long now) {
		for (int i = start; i < end; i++) {
			add(leaves.get(i).features(), principal, now);
		}
	}

	private boolean knows(long low, long high, int hash, Principal principal) {
		int place = principal.place();
		return PrincipalBits.has(this.principalsThisHour, principal.widePlace()) && this.shown.has(low, high, place)
				&& (hash == 0 || hasValue(hash, 1 << place));
	}

	private synchronized void add(ValueFeatures features, Principal principal, long now) {
		advance(now);
		if (PrincipalBits.set(this.principalsThisHour, principal.widePlace())) {
			this.observations++;
		}
		PrincipalBits.set(this.principals, principal.widePlace());
		int place = principal.place();
		add(this.shown.newLow(features.low(), place), 0, 1 << place);
		add(this.shown.newHigh(features.high(), place), Long.SIZE, 1 << place);
		this.shown.add(features.low(), features.high(), place);
		if (features.hash() != 0) {
			addValue(features.hash(), 1 << place);
		}
	}

	/**
	 * Judge a value.
	 * @param slack powers of four by which a number may exceed the usual
	 * @return what is unusual about it in words of the product, or {@code null}
	 */
	synchronized @Nullable String judge(ValueFeatures features, int slack, long now) {
		advance(now);
		return (this.stage == ProfileStage.LEARN || areUsual(features.low(), features.high(), features.hash())) ? null
				: new SketchJudge(this, slack).judge(features);
	}

	/**
	 * Note that somebody trusted deviates.
	 * @return whether so many do that it is the application that has changed
	 */
	synchronized boolean deviates(Principal principal, long now) {
		this.deviating |= (short) (1 << principal.place());
		int now16 = Integer.bitCount(this.deviating & 0xFFFF);
		boolean many = now16 >= settings().confirmations()
				&& PrincipalBits.estimate(this.principalsThisHour) <= now16 * 10;
		if (many && !isReviewed()) {
			enter(ProfileStage.SHADOW, now);
			this.deviating = 0;
		}
		return many && !isReviewed();
	}

	/**
	 * Try the profile anew before it applies, as after a new version of the application.
	 */
	synchronized void tryAgain(long now) {
		if (this.stage == ProfileStage.ENFORCE && !isReviewed()) {
			enter(ProfileStage.SHADOW, now);
		}
	}

	private void advance(long now) {
		if (isWithinHour(now)) {
			return;
		}
		this.hour = now - now % HOUR;
		startHour();
		Arrays.fill(this.principalsThisHour, 0);
		this.shown.clear();
		this.deviating = 0;
		if (isReviewed()) {
			return;
		}
		if (this.stage == ProfileStage.LEARN && isKnown(now)) {
			enter(ProfileStage.SHADOW, now);
		}
		else if (this.stage == ProfileStage.SHADOW && now - this.stageSince >= settings().shadow().toMillis()
				&& confidence() >= 1 - settings().unseen()) {
			enter(ProfileStage.ENFORCE, now);
		}
		if (now - this.spanSince >= settings().decay().toMillis() && isKnown(now)) {
			startSpan();
			this.spanSince = now;
		}
	}

	private boolean isKnown(long now) {
		return this.observations >= settings().observations()
				&& PrincipalBits.estimate(this.principals) >= settings().principals()
				&& (this.stage != ProfileStage.LEARN || now - this.stageSince >= settings().minAge().toMillis());
	}

	private void enter(ProfileStage next, long now) {
		this.stage = next;
		this.stageSince = now;
	}

	/**
	 * Return how sure it is that the next honest value has no feature that is new: what
	 * was seen once tells how much was not seen at all (Good 1953). Values of their own
	 * don't count.
	 */
	synchronized double confidence() {
		int once = 0;
		for (int feature = 0; feature < Feature.VALUES; feature++) {
			once += (places(feature) == 1) ? 1 : 0;
		}
		return isReviewed() ? 1 : ((this.observations == 0) ? 0 : Math.max(0, 1 - once / (double) this.observations));
	}

	synchronized int principals() {
		return PrincipalBits.estimate(this.principals);
	}

	synchronized int observations() {
		return this.observations;
	}

	ProfileStage stage() {
		return this.stage;
	}

	synchronized SketchState state() {
		return state(this.stage, this.stageSince, this.spanSince, this.observations, this.principals.clone());
	}

	synchronized void restore(SketchState state) {
		this.stage = state.stage();
		this.stageSince = state.stageSince();
		this.spanSince = state.spanSince();
		this.observations = state.observations();
		this.shown.clear();
		restoreFeatures(state);
		System.arraycopy(state.principals(), 0, this.principals, 0, this.principals.length);
	}

}
