package io.github.raspspring.client;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.raspspring.engine.ExpiringStore;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Remembers on which networks several verified subjects live, such as an office or a
 * mobile carrier. Thread-safe.
 */
final class SharedNetworks {

	private static final Duration MEMORY = Duration.ofDays(1);

	private static final Duration SHARED_MEMORY = Duration.ofDays(7);

	private static final Boolean SEVERAL = true;

	/** The only subject of a network, or {@link #SEVERAL}. */
	private final Cache<String, Object> networks;

	/** What all instances know. */
	private final ExpiringStore several;

	SharedNetworks(int maxNetworks, ExpiringStore several) {
		this.several = several;
		this.networks = Caffeine.newBuilder().maximumSize(maxNetworks).expireAfterAccess(MEMORY).build();
	}

	void note(Inspection inspection) {
		Subject subject = inspection.subject();
		if (subject == null) {
			return;
		}
		String network = inspection.client().network();
		String name = ClientNames.of(subject);
		Object known = this.networks.getIfPresent(network);
		if (known == null || !(known.equals(SEVERAL) || known.equals(name))) {
			Object now = this.networks.asMap().merge(network, name, (one, other) -> one.equals(other) ? one : SEVERAL);
			if (isSeveral(now) && this.several.get(network) == null) {
				this.several.put(network, "several", SHARED_MEMORY);
			}
		}
	}

	boolean isShared(String network) {
		return isSeveral(this.networks.getIfPresent(network)) || this.several.get(network) != null;
	}

	private static boolean isSeveral(@Nullable Object known) {
		return SEVERAL.equals(known);
	}

}
