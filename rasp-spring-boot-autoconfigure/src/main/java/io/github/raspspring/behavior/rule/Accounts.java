package io.github.raspspring.behavior.rule;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.raspspring.behavior.DistinctWindow;
import io.github.raspspring.behavior.WindowCount;
import org.jspecify.annotations.Nullable;

/**
 * Accounts at which logins fail, by a hash of their name. Thread-safe.
 */
final class Accounts {

	private static final Duration MEMORY = Duration.ofDays(1);

	private final Cache<Long, Account> accounts;

	Accounts(int maxAccounts) {
		this.accounts = Caffeine.newBuilder()
			.maximumSize(maxAccounts)
			.expireAfterAccess(MEMORY)
			.executor(Runnable::run)
			.build();
	}

	@Nullable Account find(long account) {
		return this.accounts.getIfPresent(account);
	}

	Account get(long account) {
		return this.accounts.get(account, (unknown) -> new Account());
	}

	/**
	 * One account.
	 */
	static final class Account {

		private static final int PLACES = 4;

		private static final int MOST_PLACES = 64;

		private static final int PROBES = 8;

		private final DistinctWindow networks = new DistinctWindow();

		/** Networks from which a login succeeded last; the owner is there. */
		private final long[] owners = new long[PLACES];

		/** Networks that failed, and how often. */
		private long[] suspects = new long[PLACES];

		private long[] failures = new long[PLACES];

		private int nextOwner;

		synchronized void succeeded(long network) {
			if (!isOwner(network)) {
				this.owners[this.nextOwner] = network;
				this.nextOwner = (this.nextOwner + 1) % PLACES;
			}
		}

		synchronized void failed(long network, long now, long window) {
			this.networks.add(network, now, window);
			if (this.suspects.length < MOST_PLACES && this.networks.estimate(now, window) > PLACES / 2) {
				grow();
			}
			int place = placeOf(network);
			if (this.suspects[place] != network) {
				this.suspects[place] = network;
				this.failures[place] = 0;
			}
			this.failures[place] = WindowCount.add(this.failures[place], now, window, 1);
		}

		synchronized boolean isOwner(long network) {
			for (long owner : this.owners) {
				if (owner == network) {
					return true;
				}
			}
			return false;
		}

		synchronized int failuresOf(long network, long now, long window) {
			int place = placeOf(network);
			return (this.suspects[place] == network) ? WindowCount.estimate(this.failures[place], now, window) : 0;
		}

		synchronized int networks(long now, long window) {
			return this.networks.estimate(now, window);
		}

		/**
		 * Make room once several networks are at it, so that they don't push each other
		 * out.
		 */
		private void grow() {
			long[] known = this.suspects;
			long[] counts = this.failures;
			this.suspects = new long[MOST_PLACES];
			this.failures = new long[MOST_PLACES];
			for (int i = 0; i < known.length; i++) {
				int place = placeOf(known[i]);
				this.suspects[place] = known[i];
				this.failures[place] = counts[i];
			}
		}

		/**
		 * Find the place of a network, or a free one. When there is none nearby, the one
		 * that would be its own is another's to lose.
		 */
		private int placeOf(long network) {
			int mask = this.suspects.length - 1;
			int own = (int) (network >>> 20) & mask;
			for (int i = 0; i < Math.min(PROBES, this.suspects.length); i++) {
				int place = own + i & mask;
				if (this.suspects[place] == network || this.suspects[place] == 0) {
					return place;
				}
			}
			return own;
		}

	}

}
