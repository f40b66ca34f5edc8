package io.github.raspspring.profile.learnt;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one parameter, in less than a kilobyte: for each feature, which of
 * sixteen places of principals have shown it, in this span of time and in the one before.
 * A feature counts as usual from a number of places on, and within an hour a few can be
 * added only, so that neither many requests nor a few accounts make anything usual.
 * Thread-safe.
 */
final class ParameterSketch {

	/** With headers of objects and arrays. */
	static final int BYTES = 16 + 2 * (16 + 2 * Feature.COUNT) + 16 + Feature.COUNT + 5 + 16 + 4 * Feature.VALUE_COUNT
			+ 2 * (16 + 32) + ShownFeatures.BYTES + 12 * 8;

	private static final long HOUR = 3_600_000;

	private final String path;

	private final ProfileLearning settings;

	private final short[] recent = new short[Feature.COUNT];

	private final short[] earlier = new short[Feature.COUNT];

	private final byte[] addedThisHour = new byte[Feature.COUNT];

	private final int[] values = new int[Feature.VALUE_COUNT];

	private final long[] principals = PrincipalBits.none();

	private final long[] principalsThisHour = PrincipalBits.none();

	private final ShownFeatures shown = new ShownFeatures();

	private volatile ProfileStage stage = ProfileStage.LEARN;

	private long stageSince;

	private long spanSince;

	private volatile long hour;

	private int observations;

	private short deviating;

	private boolean reviewed;

	/** The parameter whose value came next the last time, a guess. */
	private @Nullable ParameterSketch next;

	/**
	 * Begin to learn.
	 * @param path where the values stand
	 */
	ParameterSketch(String path, ProfileLearning settings, long now) {
		this.path = path;
		this.settings = settings;
		this.stageSince = now;
		this.spanSince = now;
		this.hour = now - now % HOUR;
	}

	/**
	 * Return whether the values of a path stand here, as far as that is told by its very
	 * text.
	 */
	@SuppressWarnings("ReferenceEquality")
	boolean isOf(String path) {
		return this.path == path;
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
	boolean isUsualOf(ValueFeatures features, Principal principal, boolean learning, long now) {
		return isWithinHour(now) && knows(features, principal)
				&& (learning && this.stage == ProfileStage.LEARN || isUsual(features));
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
		if (!isWithinHour(now) || !knows(features, principal)) {
			add(features, principal, now);
		}
	}

	private boolean knows(ValueFeatures features, Principal principal) {
		int wide = principal.widePlace();
		int place = principal.place();
		return PrincipalBits.has(this.principalsThisHour, wide) && this.shown.has(features, place)
				&& (features.hash() == 0 || knowsValue(features.hash(), place));
	}

	/**
	 * A value that is none of those that come often is known as such once none of their
	 * places is free.
	 */
	private boolean knowsValue(int hash, int place) {
		int feature = slotOf(hash);
		if (feature < 0 && this.values[this.values.length - 1] != 0 && isConfirmed(Feature.OTHER_VALUE)) {
			feature = Feature.OTHER_VALUE;
		}
		return feature >= 0 && isAdded(feature, 1 << place);
	}

	private synchronized void add(ValueFeatures features, Principal principal, long now) {
		advance(now);
		if (PrincipalBits.set(this.principalsThisHour, principal.widePlace())) {
			this.observations++;
		}
		PrincipalBits.set(this.principals, principal.widePlace());
		int place = principal.place();
		add(this.shown.newLow(features, place), 0, 1 << place);
		add(this.shown.newHigh(features, place), Long.SIZE, 1 << place);
		this.shown.add(features, place);
		if (features.hash() != 0) {
			add(slotFor(features.hash()), 1 << place);
		}
	}

	private void add(long features, int first, int place) {
		for (long rest = features; rest != 0; rest &= rest - 1) {
			add(first + Long.numberOfTrailingZeros(rest), place);
		}
	}

	private void add(int feature, int place) {
		boolean known = ((this.recent[feature] | this.earlier[feature]) & place) != 0;
		if (known || this.addedThisHour[feature] < this.settings.perHour()) {
			this.addedThisHour[feature] += known ? 0 : 1;
			this.recent[feature] |= (short) place;
		}
	}

	/**
	 * Return whether to add a feature changes nothing: it is there, or so many places
	 * have added it within the hour that no other may.
	 */
	private boolean isAdded(int feature, int place) {
		return (this.recent[feature] & place) != 0
				|| (this.earlier[feature] & place) == 0 && this.addedThisHour[feature] >= this.settings.perHour();
	}

	/**
	 * Find the place of a value. One that nobody else has sent makes room for another.
	 */
	private int slotFor(int hash) {
		int weakest = -1;
		for (int i = 0; i < this.values.length; i++) {
			if (this.values[i] == hash) {
				return Feature.VALUES + i;
			}
			if (this.values[i] == 0 || weakest < 0 && places(Feature.VALUES + i) <= 1) {
				weakest = i;
				if (this.values[i] == 0) {
					break;
				}
			}
		}
		if (weakest < 0 || this.values[weakest] != 0 && isConfirmed(Feature.OTHER_VALUE)) {
			return Feature.OTHER_VALUE;
		}
		int feature = Feature.VALUES + weakest;
		boolean replaces = this.values[weakest] != 0;
		this.values[weakest] = hash;
		this.recent[feature] = 0;
		this.earlier[feature] = 0;
		return replaces ? Feature.OTHER_VALUE : feature;
	}

	/**
	 * Judge a value.
	 * @param slack powers of four by which a number may exceed the usual
	 * @return what is unusual about it in words of the product, or {@code null}
	 */
	synchronized @Nullable String judge(ValueFeatures features, int slack, long now) {
		advance(now);
		return (this.stage == ProfileStage.LEARN || isUsual(features)) ? null
				: new SketchJudge(this, slack).judge(features);
	}

	/**
	 * Return whether all features of a value are usual, as those of nearly all are: none
	 * of them has to be compared with the others then.
	 */
	private boolean isUsual(ValueFeatures features) {
		int slot = slotOf(features.hash());
		return (features.hash() == 0 || slot >= 0 && isConfirmed(slot)) && areConfirmed(features.low(), 0)
				&& areConfirmed(features.high(), Long.SIZE);
	}

	private boolean areConfirmed(long features, int first) {
		for (long rest = features; rest != 0; rest &= rest - 1) {
			if (!isConfirmed(first + Long.numberOfTrailingZeros(rest))) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Return whether enough principals have sent it, whatever it was.
	 */
	synchronized boolean isUsed() {
		for (int feature = Feature.TYPES; feature < Feature.LENGTHS; feature++) {
			if (isConfirmed(feature)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return whether somebody has written it down, so that it is meant as it is.
	 */
	boolean isReviewed() {
		return this.reviewed;
	}

	boolean isConfirmed(int feature) {
		return this.reviewed ? this.earlier[feature] != 0 : places(feature) >= this.settings.confirmations();
	}

	private int places(int feature) {
		return Integer.bitCount((this.recent[feature] | this.earlier[feature]) & 0xFFFF);
	}

	/**
	 * Return the place of a value among those that come often, -1 if it has none.
	 */
	int slotOf(int hash) {
		for (int i = 0; i < this.values.length; i++) {
			if (this.values[i] == hash) {
				return Feature.VALUES + i;
			}
		}
		return -1;
	}

	/**
	 * Return whether all values are of few that all of many principals have sent.
	 */
	boolean isEnumeration() {
		if (this.reviewed) {
			return this.values[0] != 0;
		}
		int confirmed = 0;
		for (int i = 0; i < this.values.length; i++) {
			if (this.values[i] != 0) {
				if (!isConfirmed(Feature.VALUES + i)
						&& places(Feature.VALUES + i) >= ProfileLearning.LEAST_CONFIRMATIONS) {
					return false;
				}
				confirmed += isConfirmed(Feature.VALUES + i) ? 1 : 0;
			}
		}
		return confirmed > 0 && places(Feature.OTHER_VALUE) < ProfileLearning.LEAST_CONFIRMATIONS;
	}

	/**
	 * Note that somebody trusted deviates.
	 * @return whether so many do that it is the application that has changed
	 */
	synchronized boolean deviates(Principal principal, long now) {
		this.deviating |= (short) (1 << principal.place());
		int now16 = Integer.bitCount(this.deviating & 0xFFFF);
		boolean many = now16 >= this.settings.confirmations()
				&& PrincipalBits.estimate(this.principalsThisHour) <= now16 * 10;
		if (many && !this.reviewed) {
			enter(ProfileStage.SHADOW, now);
			this.deviating = 0;
		}
		return many && !this.reviewed;
	}

	/**
	 * Try the profile anew before it applies, as after a new version of the application.
	 */
	synchronized void tryAgain(long now) {
		if (this.stage == ProfileStage.ENFORCE && !this.reviewed) {
			enter(ProfileStage.SHADOW, now);
		}
	}

	private void advance(long now) {
		if (isWithinHour(now)) {
			return;
		}
		this.hour = now - now % HOUR;
		Arrays.fill(this.addedThisHour, (byte) 0);
		Arrays.fill(this.principalsThisHour, 0);
		this.shown.clear();
		this.deviating = 0;
		if (this.reviewed) {
			return;
		}
		if (this.stage == ProfileStage.LEARN && isKnown(now)) {
			enter(ProfileStage.SHADOW, now);
		}
		else if (this.stage == ProfileStage.SHADOW && now - this.stageSince >= this.settings.shadow().toMillis()
				&& confidence() >= 1 - this.settings.unseen()) {
			enter(ProfileStage.ENFORCE, now);
		}
		if (now - this.spanSince >= this.settings.decay().toMillis() && isKnown(now)) {
			System.arraycopy(this.recent, 0, this.earlier, 0, Feature.COUNT);
			Arrays.fill(this.recent, (short) 0);
			this.spanSince = now;
		}
	}

	private boolean isKnown(long now) {
		return this.observations >= this.settings.observations()
				&& PrincipalBits.estimate(this.principals) >= this.settings.principals()
				&& (this.stage != ProfileStage.LEARN || now - this.stageSince >= this.settings.minAge().toMillis());
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
		return this.reviewed ? 1 : ((this.observations == 0) ? 0 : Math.max(0, 1 - once / (double) this.observations));
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
		return new SketchState(this.stage, this.stageSince, this.spanSince, this.observations, this.reviewed,
				this.recent.clone(), this.earlier.clone(), this.values.clone(), this.principals.clone());
	}

	synchronized void restore(SketchState state) {
		this.stage = state.stage();
		this.stageSince = state.stageSince();
		this.spanSince = state.spanSince();
		this.observations = state.observations();
		this.reviewed = state.reviewed();
		this.shown.clear();
		System.arraycopy(state.recent(), 0, this.recent, 0, Feature.COUNT);
		System.arraycopy(state.earlier(), 0, this.earlier, 0, Feature.COUNT);
		System.arraycopy(state.values(), 0, this.values, 0, Feature.VALUE_COUNT);
		System.arraycopy(state.principals(), 0, this.principals, 0, this.principals.length);
	}

}
