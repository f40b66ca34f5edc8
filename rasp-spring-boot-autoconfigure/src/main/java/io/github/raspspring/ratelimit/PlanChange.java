package io.github.raspspring.ratelimit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.raspspring.ratelimit.Quota.Refill;
import org.jspecify.annotations.Nullable;

/**
 * What an operator made of the first bandwidth of a plan.
 *
 * @param quota what is granted from then on
 * @param version rises with each change
 */
record PlanChange(Quota quota, long version) {

	private static final int PARTS = 4;

	String write() {
		return this.quota.capacity() + ";" + this.quota.period().toNanos() + ';' + this.quota.refill() + ';'
				+ this.version;
	}

	/**
	 * Read what another instance wrote.
	 * @return the change, or {@code null} if it is not understood
	 */
	static @Nullable PlanChange read(String text) {
		String[] parts = text.split(";", -1);
		try {
			return (parts.length != PARTS) ? null : new PlanChange(new Quota(Long.parseLong(parts[0]),
					Duration.ofNanos(Long.parseLong(parts[1])), Refill.valueOf(parts[2])), Long.parseLong(parts[3]));
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	List<Quota> appliedTo(List<Quota> quotas) {
		List<Quota> changed = new ArrayList<>(quotas);
		changed.set(0, this.quota);
		return changed;
	}

}
