package io.github.raspspring.behavior;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicIntegerArray;

import org.jspecify.annotations.Nullable;

/**
 * How much of something is usual on one route. Each client is one sample a day, its
 * highest value; what was flagged or refused is none, and no block of addresses is more
 * than a share. Thread-safe.
 */
public final class LearntLimit {

	private static final long HOUR = 60 * 60 * 1000L;

	private static final long DAY = 24 * HOUR;

	/** The greatest samples, which one attacker with a few accounts would make. */
	private static final int TRIMMED = 3;

	private static final double KEPT_PER_DAY = 0.5;

	/** A power of two. */
	private static final int BLOCKS = 256;

	private static final int FEWEST_PER_BLOCK = 3;

	private final Kind kind;

	private final LearningSettings settings;

	private final LearningSettings.Bounds bounds;

	private final LogHistogram today = new LogHistogram();

	private final LogHistogram history = new LogHistogram();

	private final AtomicIntegerArray blocks = new AtomicIntegerArray(BLOCKS);

	private volatile int admitted;

	private volatile double learnt;

	private volatile Stage stage = Stage.LEARN;

	private volatile String reason = "nothing was seen yet";

	private long day;

	private long since;

	private long shadowSince;

	private long updated;

	private int wouldExceed;

	LearntLimit(Kind kind, LearningSettings settings) {
		this.kind = kind;
		this.settings = settings;
		this.bounds = settings.boundsOf(kind);
		this.learnt = this.bounds.initial();
	}

	Kind kind() {
		return this.kind;
	}

	LogHistogram today() {
		return this.today;
	}

	Stage stage() {
		return this.stage;
	}

	/**
	 * Return what is allowed by now.
	 * @return what was learnt if that is enforced, else what is configured
	 */
	public int value() {
		return (this.stage == Stage.ENFORCE) ? (int) Math.ceil(this.learnt) : this.bounds.initial();
	}

	/**
	 * Tell whether somebody exceeds the limit; what is learnt and not yet enforced is
	 * tried on the way.
	 * @param value how much it is
	 * @param factor by how much the limit is wider for this client
	 * @return whether it is too much
	 */
	public boolean isExceeded(int value, double factor) {
		if (this.stage == Stage.SHADOW && value > this.learnt * factor) {
			this.wouldExceed++;
		}
		return value > value() * factor;
	}

	/**
	 * Tell cheaply whether a value is so low that nothing makes it too much.
	 * @param value how much it is
	 * @param share the least share of the limit that counts
	 * @return {@code true} if it can't exceed that share
	 */
	public boolean isFarFrom(int value, double share) {
		return value <= share * Math.min(value(), this.learnt);
	}

	/**
	 * Ask whether one more sample of a block of addresses may count today.
	 */
	boolean admits(long block) {
		int index = (int) (block >>> 32) & BLOCKS - 1;
		int most = Math.max(FEWEST_PER_BLOCK, (int) (this.settings.networkShare() * this.admitted));
		if (this.blocks.get(index) >= most) {
			return false;
		}
		this.blocks.incrementAndGet(index);
		this.admitted++;
		return true;
	}

	/**
	 * Follow what was seen.
	 * @param now the time in milliseconds
	 * @param frozen whether an attack is under way, of which nothing is to be learnt
	 */
	synchronized void update(long now, boolean frozen) {
		startDay(now);
		LogHistogram all = this.history.with(this.today);
		int samples = all.total();
		this.since = (this.since == 0 && samples > 0) ? now : this.since;
		long age = (this.since > 0) ? now - this.since : 0;
		if (samples < this.settings.minSessions() || age < this.settings.minAge().toMillis()) {
			if (this.stage == Stage.LEARN) {
				this.reason = samples + " clients in " + age / HOUR + " hours, needed are "
						+ this.settings.minSessions() + " in " + this.settings.minAge().toHours();
			}
			this.updated = now;
			return;
		}
		if (frozen) {
			this.reason = "frozen while an alert is active";
			this.updated = now;
			return;
		}
		follow(now, all, samples);
	}

	private void follow(long now, LogHistogram all, int samples) {
		long usual = all.percentile(this.settings.percentile(), TRIMMED);
		double target = Math.max(this.bounds.minimum(),
				Math.min(this.bounds.maximum(), Math.ceil(usual * this.settings.factor())));
		String origin = "p" + Math.round(100 * this.settings.percentile()) + " of " + samples + " clients is " + usual
				+ ", times " + this.settings.factor() + ", within " + this.bounds.minimum() + " and "
				+ this.bounds.maximum();
		if (this.stage == Stage.LEARN) {
			this.learnt = target;
			this.shadowSince = now;
			this.stage = Stage.SHADOW.notBeyond(this.settings.stage());
		}
		double hours = Math.max(0, Math.min(24, (now - this.updated) / (double) HOUR));
		double highest = this.learnt * Math.pow(1 + this.settings.rise(), hours);
		double lowest = this.learnt * Math.pow(1 - this.settings.fall(), hours);
		this.reason = (target > highest || target < lowest) ? origin + "; moves there by at most "
				+ Math.round(100 * ((target > highest) ? this.settings.rise() : this.settings.fall())) + " % an hour"
				: origin;
		this.learnt = Math.max(lowest, Math.min(highest, target));
		this.updated = now;
		boolean tried = now - this.shadowSince >= this.settings.shadow().toMillis();
		if (this.stage == Stage.SHADOW && tried) {
			this.stage = Stage.ENFORCE.notBeyond(this.settings.stage());
		}
	}

	private void startDay(long now) {
		long current = now / DAY;
		if (this.day == 0) {
			this.day = current;
		}
		if (current > this.day) {
			double kept = Math.pow(KEPT_PER_DAY, current - this.day);
			this.history.age(kept, this.today);
			this.day = current;
			this.admitted = 0;
			for (int i = 0; i < BLOCKS; i++) {
				this.blocks.set(i, 0);
			}
		}
	}

	/**
	 * Take over what another instance has learnt, if it has seen more.
	 */
	synchronized void learn(double value, int samples, Stage reached, long now) {
		if (samples > this.history.total() + this.today.total() && value > 0) {
			this.learnt = Math.max(this.bounds.minimum(), Math.min(this.bounds.maximum(), value));
			this.stage = reached.notBeyond(this.settings.stage());
			this.shadowSince = (this.shadowSince == 0) ? now : this.shadowSince;
			this.reason = "learnt by another instance from " + samples + " clients";
			this.updated = now;
		}
	}

	/**
	 * Write what other instances may take over.
	 * @return the value, the number of samples and the stage, or {@code null} before
	 * there is any
	 */
	synchronized @Nullable String share() {
		return (this.stage == Stage.LEARN) ? null
				: this.learnt + ";" + (this.history.total() + this.today.total()) + ';' + this.stage;
	}

	synchronized String write() {
		return String.join("\t", this.kind.name(), this.stage.name(), Double.toString(this.learnt),
				Long.toString(this.since), Long.toString(this.shadowSince), Long.toString(this.updated),
				this.history.with(this.today).write());
	}

	/**
	 * Go on from what was written before a restart. What is configured may have changed,
	 * so bounds and stage are asked anew.
	 * @throws IllegalArgumentException if it is not understood
	 */
	synchronized void read(String[] fields) {
		double value = Double.parseDouble(fields[2]);
		if (!(value > 0)) {
			throw new IllegalArgumentException("The limit is not positive");
		}
		this.stage = Stage.valueOf(fields[1]).notBeyond(this.settings.stage());
		this.learnt = Math.max(this.bounds.minimum(), Math.min(this.bounds.maximum(), value));
		this.since = Long.parseLong(fields[3]);
		this.shadowSince = Long.parseLong(fields[4]);
		this.updated = Long.parseLong(fields[5]);
		this.history.read((fields.length > 6) ? fields[6] : "");
		this.reason = "read from the snapshot";
	}

	/**
	 * Describe the limit as the endpoint shows it.
	 */
	synchronized Map<String, Object> describe() {
		Map<String, Object> shown = new TreeMap<>();
		shown.put("stage", this.stage);
		shown.put("applies", value());
		shown.put("learnt", (this.stage == Stage.LEARN) ? "-" : Math.round(this.learnt));
		shown.put("samples", this.history.total() + this.today.total());
		shown.put("reason", this.reason);
		if (this.wouldExceed > 0) {
			shown.put("wouldExceed", this.wouldExceed);
		}
		return shown;
	}

	/**
	 * What is limited.
	 */
	public enum Kind {

		/** Requests of one client within the window. */
		VOLUME,

		/** Different objects within the window. */
		OBJECTS,

		/** Different objects within a day. */
		OBJECTS_PER_DAY,

		/** Kilobytes that are answered within the window. */
		KILOBYTES;

		static final int NUMBER = values().length;

	}

	/**
	 * How far a limit has come.
	 */
	public enum Stage {

		/** There is too little evidence; what is configured applies. */
		LEARN,

		/** It is tried and shown; what is configured applies. */
		SHADOW,

		/** It applies. */
		ENFORCE;

		Stage notBeyond(Stage last) {
			return (compareTo(last) <= 0) ? this : last;
		}

	}

}
