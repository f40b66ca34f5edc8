package io.github.raspspring.document;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that bodies under judgement may take together. Whoever sends many large
 * bodies at once gets them unjudged or refused, by the mode, and not the application out
 * of memory. Small bodies never wait for large ones. Thread-safe.
 */
public final class BodyMemory {

	/** What a body may take without being counted. */
	private static final int SMALL = 32 * 1024;

	/** What is counted at once, as far as there is as much: all threads meet there. */
	private static final int STEP = 16 * 1024;

	private final long total;

	private final AtomicLong taken = new AtomicLong();

	/**
	 * Create the memory.
	 * @param total bytes that all bodies may take together
	 */
	public BodyMemory(long total) {
		this.total = total;
	}

	/**
	 * Return how much is taken.
	 * @return bytes, by estimate
	 */
	public long taken() {
		return this.taken.get();
	}

	public Lease lease() {
		return new Lease();
	}

	/**
	 * What one exchange takes, until it is given back as a whole.
	 */
	public final class Lease {

		private long used;

		private long counted;

		private boolean over;

		private boolean refused;

		/**
		 * Take some memory.
		 * @return {@code false} if there is none left, or the exchange is over
		 */
		public synchronized boolean take(long bytes) {
			long uncounted = this.used + bytes - SMALL - this.counted;
			if (this.over || uncounted > 0 && !count(Math.max(uncounted, STEP)) && !count(uncounted)) {
				this.refused = true;
				return false;
			}
			this.used += bytes;
			return true;
		}

		private boolean count(long bytes) {
			if (BodyMemory.this.taken.addAndGet(bytes) <= BodyMemory.this.total) {
				this.counted += bytes;
				return true;
			}
			BodyMemory.this.taken.addAndGet(-bytes);
			return false;
		}

		/**
		 * Return whether something found no place.
		 */
		public synchronized boolean refused() {
			return this.refused;
		}

		public synchronized void giveBack() {
			this.over = true;
			if (this.counted != 0) {
				BodyMemory.this.taken.addAndGet(-this.counted);
				this.counted = 0;
			}
		}

	}

}
