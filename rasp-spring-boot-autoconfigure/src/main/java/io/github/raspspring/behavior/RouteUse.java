package io.github.raspspring.behavior;

import org.jspecify.annotations.Nullable;

/**
 * How one client uses one route. Not thread-safe: guarded by its {@link ClientProfile}.
 */
public final class RouteUse {

	/** Objects after which those of a whole day are counted too. */
	private static final int WORTH_A_DAY = 16;

	private static final long DAY = 24 * 60 * 60 * 1000L;

	private static final byte EXCLUDED = (byte) 0x80;

	private static final long MOST = WindowCount.MOST;

	private static final int CURRENT_BITS = 32;

	private final int route;

	private final int[] peaks = new int[LearntLimit.Kind.NUMBER];

	private @Nullable DistinctWindow ids;

	private @Nullable HyperLogLog idsOfDay;

	/** When the window began that all counts are of. */
	private long start;

	/** In each count the upper half is that of the window before. */
	private long volume;

	private long kilobytes;

	private long asked;

	private long denied;

	private long steps;

	private long toldAt = -DAY;

	private long lastNumber = ObjectSegments.NO_NUMBER;

	private int bytesLeft;

	private long dayEnd;

	private int askedOfDay;

	private int deniedOfDay;

	private int stepsOfDay;

	private byte samples;

	RouteUse(int route) {
		this.route = route;
	}

	int route() {
		return this.route;
	}

	/**
	 * Count a request.
	 * @param now the time in milliseconds
	 * @param window length of the window in milliseconds
	 * @return requests within the window
	 */
	int request(long now, long window) {
		roll(now, window);
		this.volume = more(this.volume, 1);
		return estimate(this.volume, now, window);
	}

	/**
	 * Tell whether it is time to tell of the client again, and remember it.
	 * @param now the time in milliseconds
	 * @param window how long to be silent, in milliseconds
	 * @return {@code true} once in a window
	 */
	public boolean tell(long now, long window) {
		if (now - this.toldAt < window) {
			return false;
		}
		this.toldAt = now;
		return true;
	}

	/**
	 * Count what was answered.
	 * @return kilobytes within the window
	 */
	int answered(long bytes, long now, long window) {
		roll(now, window);
		long all = this.bytesLeft + bytes;
		this.bytesLeft = (int) (all & 1023);
		this.kilobytes = more(this.kilobytes, all >> 10);
		return estimate(this.kilobytes, now, window);
	}

	/**
	 * Count a request for an object. What was asked for before tells nothing: who puts it
	 * between others looks no less like a search.
	 * @param id hash of what names it
	 * @param number its number, {@link ObjectSegments#NO_NUMBER} if it has none
	 * @param isDenied whether it was answered with 403 or 404
	 * @return whether it is one more than before
	 */
	boolean object(long id, long number, boolean isDenied, long now, long window) {
		startDay(now);
		roll(now, window);
		this.ids = (this.ids != null) ? this.ids : new DistinctWindow();
		boolean fresh = this.ids.add(id, now, window);
		if (fresh) {
			boolean step = number != ObjectSegments.NO_NUMBER && this.lastNumber != ObjectSegments.NO_NUMBER
					&& Math.abs(number - this.lastNumber) <= 2;
			this.lastNumber = number;
			this.asked = more(this.asked, 1);
			this.denied = more(this.denied, isDenied ? 1 : 0);
			this.steps = more(this.steps, step ? 1 : 0);
			this.askedOfDay++;
			this.deniedOfDay += isDenied ? 1 : 0;
			this.stepsOfDay += step ? 1 : 0;
			if (this.idsOfDay == null && this.askedOfDay >= WORTH_A_DAY) {
				this.idsOfDay = new HyperLogLog();
			}
		}
		if (this.idsOfDay != null) {
			fresh |= this.idsOfDay.add(id);
		}
		return fresh;
	}

	/**
	 * Return how many requests the client made.
	 * @param now the time in milliseconds
	 * @param window length of the window in milliseconds
	 * @return requests within the window
	 */
	int requests(long now, long window) {
		roll(now, window);
		return estimate(this.volume, now, window);
	}

	/**
	 * Return how many different objects were asked for.
	 * @param now the time in milliseconds
	 * @param window length of the window in milliseconds
	 * @return objects within the window
	 */
	int objects(long now, long window) {
		return (this.ids != null) ? this.ids.estimate(now, window) : 0;
	}

	/**
	 * Return how many different objects were asked for today.
	 * @param now the time in milliseconds
	 * @return objects, 0 as long as there are few
	 */
	int objectsOfDay(long now) {
		return (this.idsOfDay != null && now < this.dayEnd) ? this.idsOfDay.estimate() : 0;
	}

	/**
	 * Tell how the client used the route until now.
	 */
	RouteUseSummary summary(long now, long window) {
		roll(now, window);
		int search = search(estimate(this.asked, now, window), estimate(this.denied, now, window),
				estimate(this.steps, now, window));
		return new RouteUseSummary(estimate(this.volume, now, window), estimate(this.kilobytes, now, window),
				objects(now, window), objectsOfDay(now), search,
				search(this.askedOfDay, this.deniedOfDay, this.stepsOfDay));
	}

	/**
	 * Most were denied; most went step by step.
	 */
	private static int search(int all, int refused, int next) {
		return (refused * 2 > all ? 1 : 0) + (next * 10 > all * 7 ? 1 : 0);
	}

	/**
	 * Let the highest value of today be one sample of what is usual.
	 * @param limit what learns
	 * @param value how much it is by now
	 * @param visit the request
	 */
	void sample(LearntLimit limit, int value, Visit visit, boolean honest) {
		startDay(visit.now());
		int kind = limit.kind().ordinal();
		int peak = this.peaks[kind];
		if (!honest || value <= peak || (this.samples & EXCLUDED) != 0) {
			return;
		}
		this.peaks[kind] = value;
		int before = LogHistogram.bucket(peak);
		int after = LogHistogram.bucket(value);
		if (before == after) {
			return;
		}
		if ((this.samples & 1 << kind) != 0) {
			limit.today().remove(before);
			limit.today().add(after);
		}
		else if (visit.isTrusted() && limit.admits(visit.networkBlock())) {
			limit.today().add(after);
			this.samples |= (byte) (1 << kind);
		}
	}

	/**
	 * Take back what was learnt of this client today: it does what nobody should.
	 * @param limits what has learnt
	 */
	void exclude(Iterable<LearntLimit> limits) {
		for (LearntLimit limit : limits) {
			int kind = limit.kind().ordinal();
			if ((this.samples & 1 << kind) != 0) {
				limit.today().remove(LogHistogram.bucket(this.peaks[kind]));
			}
		}
		this.samples = EXCLUDED;
	}

	private void startDay(long now) {
		if (now < this.dayEnd) {
			return;
		}
		this.dayEnd = now - Math.floorMod(now, DAY) + DAY;
		this.samples = 0;
		this.idsOfDay = null;
		this.askedOfDay = 0;
		this.deniedOfDay = 0;
		this.stepsOfDay = 0;
		java.util.Arrays.fill(this.peaks, 0);
	}

	/**
	 * Begin a new window if it is time. A clock that was set back goes on with this one.
	 */
	private void roll(long now, long window) {
		if (now - this.start < window) {
			return;
		}
		long begun = now - Math.floorMod(now, window);
		boolean next = begun == this.start + window;
		this.start = begun;
		this.volume = rolled(this.volume, next);
		this.kilobytes = rolled(this.kilobytes, next);
		this.asked = rolled(this.asked, next);
		this.denied = rolled(this.denied, next);
		this.steps = rolled(this.steps, next);
	}

	private static long rolled(long count, boolean next) {
		return next ? count << CURRENT_BITS : 0;
	}

	private static long more(long count, long more) {
		return count + Math.min(MOST - (int) count, more);
	}

	private int estimate(long count, long now, long window) {
		int before = (int) (count >>> CURRENT_BITS);
		if (before == 0) {
			return (int) count;
		}
		double left = 1 - Math.max(0, now - this.start) / (double) window;
		return (int) ((int) count + before * left);
	}

}
