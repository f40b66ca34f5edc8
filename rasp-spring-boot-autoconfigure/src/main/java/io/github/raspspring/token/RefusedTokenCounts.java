package io.github.raspspring.token;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import org.jspecify.annotations.Nullable;

/**
 * Counts, per client and minute, the tokens that were refused and those that are under
 * verification, so that junk tokens don't buy more signature checks than a client is
 * granted. Tokens that turn out good cost nothing. Thread-safe.
 */
public final class RefusedTokenCounts {

	static final Duration WINDOW = Duration.ofMinutes(1);

	private final int granted;

	private final Cache<String, AtomicInteger> counts;

	/**
	 * Create the counts.
	 * @param granted refused tokens per client and minute
	 * @param maximumClients clients that are counted at once
	 * @param ticker tells the time
	 */
	public RefusedTokenCounts(int granted, int maximumClients, Ticker ticker) {
		this.granted = granted;
		this.counts = Caffeine.newBuilder().maximumSize(maximumClients).expireAfterWrite(WINDOW).ticker(ticker).build();
	}

	/**
	 * Take a place among the tokens of a client that are under verification.
	 * @param client by which the client is counted
	 * @return the place, to be given back unless the token is refused, or {@code null} if
	 * there is none left
	 */
	@Nullable Ticket begin(String client) {
		AtomicInteger count = this.counts.get(client, (key) -> new AtomicInteger());
		if (count.incrementAndGet() > this.granted) {
			count.decrementAndGet();
			return null;
		}
		return new Ticket(count);
	}

	/**
	 * A place among the tokens under verification. Not thread-safe.
	 */
	static final class Ticket {

		private @Nullable AtomicInteger count;

		Ticket(AtomicInteger count) {
			this.count = count;
		}

		void giveBack() {
			if (this.count != null) {
				this.count.decrementAndGet();
				this.count = null;
			}
		}

	}

}
