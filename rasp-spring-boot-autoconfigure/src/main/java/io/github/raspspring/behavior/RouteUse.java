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

	private final int route;

	private final int[] peaks = new int[LearntLimit.Kind.NUMBER];

	private @Nullable DistinctWindow ids;

	private @Nullable HyperLogLog idsOfDay;

	private long volume;

	private long toldAt = -DAY;

	private long kilobytes;

	private long asked;

	private long denied;

	private long steps;

	private long lastId = Long.MIN_VALUE;

	private int bytesLeft;

	private int day;

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
		this.volume = WindowCount.add(this.volume, now, window, 1);
		return WindowCount.estimate(this.volume, now, window);
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
		long all = this.bytesLeft + bytes;
		this.bytesLeft = (int) (all & 1023);
		this.kilobytes = WindowCount.add(this.kilobytes, now, window, (int) Math.min(WindowCount.MOST, all >> 10));
		return WindowCount.estimate(this.kilobytes, now, window);
	}

	/**
	 * Count a request for an object.
	 * @param id hash of what names it
	 * @param number its number, {@link Long#MIN_VALUE} if it has none
	 * @param isDenied whether it was answered with 403 or 404
	 */
	void object(long id, long number, boolean isDenied, long now, long window) {
		startDay(now);
		this.ids = (this.ids != null) ? this.ids : new DistinctWindow();
		boolean repeated = number != Long.MIN_VALUE && number == this.lastId;
		boolean fresh = this.ids.add(id, now, window);
		boolean step = number != Long.MIN_VALUE && this.lastId != Long.MIN_VALUE && !repeated
				&& Math.abs(number - this.lastId) <= 2;
		if (!repeated) {
			this.asked = WindowCount.add(this.asked, now, window, 1);
			this.denied = WindowCount.add(this.denied, now, window, isDenied ? 1 : 0);
			this.steps = WindowCount.add(this.steps, now, window, step ? 1 : 0);
			this.askedOfDay++;
			this.deniedOfDay += isDenied ? 1 : 0;
			this.stepsOfDay += step ? 1 : 0;
		}
		this.lastId = number;
		if (this.idsOfDay == null && fresh && this.askedOfDay >= WORTH_A_DAY) {
			this.idsOfDay = new HyperLogLog();
		}
		if (this.idsOfDay != null) {
			this.idsOfDay.add(id);
		}
	}

	/**
	 * Return how many requests the client made.
	 * @param now the time in milliseconds
	 * @param window length of the window in milliseconds
	 * @return requests within the window
	 */
	public int requests(long now, long window) {
		return WindowCount.estimate(this.volume, now, window);
	}

	/**
	 * Return how much was answered.
	 * @param now the time in milliseconds
	 * @param window length of the window in milliseconds
	 * @return kilobytes within the window
	 */
	public int kilobytes(long now, long window) {
		return WindowCount.estimate(this.kilobytes, now, window);
	}

	/**
	 * Return how many different objects were asked for.
	 * @param now the time in milliseconds
	 * @param window length of the window in milliseconds
	 * @return objects within the window
	 */
	public int objects(long now, long window) {
		return (this.ids != null) ? this.ids.estimate(now, window) : 0;
	}

	/**
	 * Return how many different objects were asked for today.
	 * @param now the time in milliseconds
	 * @return objects, 0 as long as there are few
	 */
	public int objectsOfDay(long now) {
		return (this.idsOfDay != null && this.day == (int) (now / DAY)) ? this.idsOfDay.estimate() : 0;
	}

	/**
	 * Tell how much requests for objects look like a search, of those in the window or of
	 * the whole day.
	 * @param now the time in milliseconds
	 * @param window length of the window in milliseconds, 0 for the day
	 * @return 0 for not at all, 1 if most were denied or most went step by step, 2 if
	 * both
	 */
	public int looksLikeSearch(long now, long window) {
		int all = (window > 0) ? WindowCount.estimate(this.asked, now, window) : this.askedOfDay;
		int refused = (window > 0) ? WindowCount.estimate(this.denied, now, window) : this.deniedOfDay;
		int next = (window > 0) ? WindowCount.estimate(this.steps, now, window) : this.stepsOfDay;
		return (refused * 2 > all ? 1 : 0) + (next * 10 > all * 7 ? 1 : 0);
	}

	/**
	 * Let the highest value of today be one sample of what is usual.
	 * @param limit what learns
	 * @param value how much it is by now
	 * @param network hash of the block of addresses it comes from
	 * @param visit the request
	 */
	void sample(LearntLimit limit, int value, Visit visit, boolean honest) {
		startDay(visit.now());
		int kind = limit.kind().ordinal();
		if (!honest || (this.samples & EXCLUDED) != 0 || value <= this.peaks[kind]) {
			return;
		}
		int before = LogHistogram.bucket(this.peaks[kind]);
		int after = LogHistogram.bucket(value);
		boolean sampled = (this.samples & 1 << kind) != 0;
		if (sampled && before != after) {
			limit.today().remove(before);
			limit.today().add(after);
		}
		else if (!sampled && visit.isTrusted() && limit.admits(visit.networkBlock())) {
			limit.today().add(after);
			this.samples |= (byte) (1 << kind);
		}
		this.peaks[kind] = value;
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
		int today = (int) (now / DAY);
		if (today <= this.day) {
			return;
		}
		this.day = today;
		this.samples = 0;
		this.idsOfDay = null;
		this.askedOfDay = 0;
		this.deniedOfDay = 0;
		this.stepsOfDay = 0;
		java.util.Arrays.fill(this.peaks, 0);
	}

}
