package io.github.raspspring.token.admission;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import org.jspecify.annotations.Nullable;

/**
 * Counts, per client and minute, the tokens that were refused, so that junk tokens don't
 * buy more signature checks than a client is granted. Tokens that turn out good cost
 * nothing. Those under verification may be either, and are counted apart under a larger
 * bound: a gateway with many users has many at once, and a flood can't get ahead of its
 * refusals by more than that. Beyond the bounds a trickle still is verified, so that
 * nobody is locked out by what others send from the same address. Thread-safe.
 */
public final class RefusedTokenCounts {

	static final Duration WINDOW = Duration.ofMinutes(1);

	/** As many times the tokens that may be refused may be under verification at once. */
	private static final int AT_ONCE = 10;

	private final int granted;

	private final Cache<String, Count> counts;

	private final Ticker ticker;

	private final long interval;

	/**
	 * Create the counts.
	 * @param granted refused tokens per client and minute
	 * @param maximumClients clients that are counted at once
	 * @param ticker tells the time
	 */
	public RefusedTokenCounts(int granted, int maximumClients, Ticker ticker) {
		this.granted = granted;
		this.ticker = ticker;
		this.interval = WINDOW.toNanos() / granted;
		this.counts = Caffeine.newBuilder().maximumSize(maximumClients).expireAfterWrite(WINDOW).ticker(ticker).build();
	}

	/**
	 * Take a place among the tokens of a client that are under verification.
	 * @param client by which the client is counted
	 * @return the place, to be settled, or {@code null} if there is none left
	 */
	@Nullable Ticket begin(String client) {
		Count count = this.counts.get(client, (key) -> new Count());
		boolean full = count.refused.get() >= this.granted || count.running.get() >= AT_ONCE * (long) this.granted;
		if (full && !count.trickles(this.ticker.read(), this.interval)) {
			return null;
		}
		count.running.incrementAndGet();
		return new Ticket(count);
	}

	/**
	 * The tokens of one client.
	 */
	private static final class Count {

		private final AtomicInteger refused = new AtomicInteger();

		private final AtomicInteger running = new AtomicInteger();

		/** When the next one may pass though there are too many, 0 if never asked. */
		private final AtomicLong next = new AtomicLong();

		/**
		 * Let one pass in each interval, the first after one.
		 */
		boolean trickles(long now, long interval) {
			long due = this.next.get();
			boolean pass = due != 0 && now - due >= 0;
			return (pass || due == 0) && this.next.compareAndSet(due, (now + interval) | 1) && pass;
		}

	}

	/**
	 * A place among the tokens under verification. Not thread-safe.
	 */
	static final class Ticket {

		private @Nullable Count count;

		Ticket(Count count) {
			this.count = count;
		}

		/**
		 * Leave the place, once it is known what became of the token.
		 */
		void settle(boolean refused) {
			Count left = this.count;
			if (left != null) {
				this.count = null;
				left.running.decrementAndGet();
				left.refused.addAndGet(refused ? 1 : 0);
			}
		}

	}

}
