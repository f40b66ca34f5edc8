package io.github.raspspring.behavior;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

/**
 * The clients that are remembered, by a hash of their name. When there are too many,
 * those that come often are kept: a flood of names that come once pushes none of them
 * out. Thread-safe.
 */
public final class ClientProfiles {

	private final Cache<Long, ClientProfile> profiles;

	/**
	 * Create an instance that knows nobody.
	 * @param maxClients how many are remembered
	 */
	public ClientProfiles(int maxClients) {
		this.profiles = Caffeine.newBuilder().maximumSize(maxClients).executor(Runnable::run).build();
	}

	@Nullable ClientProfile find(long hash) {
		return this.profiles.getIfPresent(hash);
	}

	ClientProfile get(long hash, long now) {
		ClientProfile known = this.profiles.getIfPresent(hash);
		return (known != null) ? known : this.profiles.get(hash, (unknown) -> new ClientProfile(unknown, now));
	}

	/**
	 * Return how many clients are remembered.
	 * @return an estimate
	 */
	public long size() {
		return this.profiles.estimatedSize();
	}

}
