package io.github.raspspring.ownership.learnt;

import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

/**
 * What those who have an authority read: their own, or that of others. An authority whose
 * holders mostly read what belongs to others is one of a back office. Thread-safe.
 */
final class AuthorityUse {

	private static final int MAX_AUTHORITIES = 2000;

	private static final int MIN_READS = 4;

	private final Cache<String, Counts> counts = Caffeine.newBuilder().maximumSize(MAX_AUTHORITIES).build();

	/** Whether anybody ever read what belongs to others: if not, nothing is looked up. */
	private volatile boolean foreign;

	void own(Set<String> authorities) {
		authorities.forEach((authority) -> counts(authority).own.incrementAndGet());
	}

	void foreign(Set<String> authorities) {
		authorities.forEach((authority) -> counts(authority).foreign.incrementAndGet());
		if (!this.foreign) {
			this.foreign = true;
		}
	}

	/**
	 * Return whether one of the authorities is that of a back office.
	 */
	boolean isBackOffice(Set<String> authorities) {
		if (!this.foreign) {
			return false;
		}
		for (String authority : authorities) {
			Counts known = this.counts.getIfPresent(authority);
			if (isBackOffice(known)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isBackOffice(@Nullable Counts known) {
		return known != null && known.foreign.get() >= MIN_READS && known.foreign.get() > 4 * known.own.get();
	}

	private Counts counts(String authority) {
		return this.counts.get(authority, (absent) -> new Counts());
	}

	private static final class Counts {

		private final AtomicLong own = new AtomicLong();

		private final AtomicLong foreign = new AtomicLong();

	}

}
