package io.github.raspspring.actuate;

import java.util.List;

import io.github.raspspring.engine.StoreCalls;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Shows whether the stores that instances share answer. The status stays up: requests go
 * on without a store, so its loss is no reason to take the instance out of service.
 */
public final class StoreHealthIndicator implements HealthIndicator {

	private final List<StoreCalls> stores;

	/**
	 * Create an indicator.
	 * @param stores what is called outside of this instance
	 */
	public StoreHealthIndicator(List<StoreCalls> stores) {
		this.stores = List.copyOf(stores);
	}

	@Override
	public Health health() {
		Health.Builder health = Health.up();
		this.stores.forEach((store) -> health.withDetail(store.name(), store.isAvailable() ? "AVAILABLE" : "LOST"));
		return health.build();
	}

}
