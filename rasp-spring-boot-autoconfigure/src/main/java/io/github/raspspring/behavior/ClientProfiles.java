package io.github.raspspring.behavior;

import java.util.concurrent.atomic.AtomicReferenceArray;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import org.jspecify.annotations.Nullable;

/**
 * The clients that are remembered, by a hash of their name. When there are too many,
 * those that come often are kept: a flood of names that come once pushes none of them
 * out. Whoever came before stands at hand and is found without asking the cache, which is
 * told of a frequent client now and then only. Thread-safe.
 */
public final class ClientProfiles {

	private static final int MOST_AT_HAND = 1 << 16;

	private final Cache<Long, ClientProfile> profiles;

	/** A power of two; each client has one place, which others may take. */
	private final AtomicReferenceArray<@Nullable ClientProfile> atHand;

	/**
	 * Create an instance that knows nobody.
	 * @param maxClients how many are remembered
	 */
	public ClientProfiles(int maxClients) {
		this.profiles = Caffeine.newBuilder()
			.maximumSize(maxClients)
			.executor(Runnable::run)
			.evictionListener(
					(@Nullable Long hash, @Nullable ClientProfile profile, RemovalCause cause) -> forget(profile))
			.build();
		this.atHand = new AtomicReferenceArray<>(Math.min(MOST_AT_HAND, 2 * Integer.highestOneBit(maxClients)));
	}

	@Nullable ClientProfile find(long hash) {
		ClientProfile near = this.atHand.getPlain(place(hash));
		if (near != null && near.hash() == hash && near.isAtHand()) {
			return near;
		}
		ClientProfile known = this.profiles.getIfPresent(hash);
		return (known != null) ? atHand(known) : null;
	}

	ClientProfile get(long hash, long now) {
		ClientProfile known = find(hash);
		return (known != null) ? known : atHand(this.profiles.get(hash, (unknown) -> new ClientProfile(unknown, now)));
	}

	private ClientProfile atHand(ClientProfile profile) {
		this.atHand.lazySet(place(profile.hash()), profile);
		return profile;
	}

	private void forget(@Nullable ClientProfile profile) {
		if (profile != null) {
			profile.forget();
			this.atHand.compareAndSet(place(profile.hash()), profile, null);
		}
	}

	private int place(long hash) {
		return (int) (hash >>> 24) & this.atHand.length() - 1;
	}

	/**
	 * Return how many clients are remembered.
	 * @return an estimate
	 */
	public long size() {
		return this.profiles.estimatedSize();
	}

}
