package io.github.raspspring.actuate;

import java.util.Map;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Shows faults of the product itself, never attacks. The status is then {@code DEGRADED},
 * which takes no instance out of service: requests go on.
 */
public final class FaultsHealthIndicator implements HealthIndicator {

	/** Something does not work, and requests go on without it. */
	public static final Status DEGRADED = new Status("DEGRADED", "Something fails that requests go on without");

	private final OwnFaults faults;

	/**
	 * Create an indicator.
	 * @param faults what is wrong
	 */
	public FaultsHealthIndicator(OwnFaults faults) {
		this.faults = faults;
	}

	@Override
	public Health health() {
		Map<String, String> current = this.faults.current();
		return current.isEmpty() ? Health.up().build() : Health.status(DEGRADED).withDetails(current).build();
	}

}
