package io.github.raspspring.ratelimit;

import java.util.function.Consumer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalListener;
import io.github.raspspring.engine.Inspection;
import org.jspecify.annotations.Nullable;

/**
 * What the requests under way have taken. Holds requests weakly: one whose end was never
 * told is abandoned as soon as nobody knows it any more. Thread-safe.
 */
final class Leases {

	private final Cache<Inspection, Lease> leases;

	/**
	 * Create a store.
	 * @param abandoned told of leases whose request is gone
	 */
	Leases(Consumer<Lease> abandoned) {
		RemovalListener<Inspection, Lease> listener = (inspection, lease, cause) -> {
			if (lease != null) {
				abandoned.accept(lease);
			}
		};
		this.leases = Caffeine.newBuilder().weakKeys().executor(Runnable::run).evictionListener(listener).build();
	}

	boolean holds(Inspection inspection) {
		return this.leases.getIfPresent(inspection) != null;
	}

	void add(Inspection inspection, Lease lease) {
		this.leases.put(inspection, lease);
	}

	@Nullable Lease remove(Inspection inspection) {
		return this.leases.asMap().remove(inspection);
	}

}
