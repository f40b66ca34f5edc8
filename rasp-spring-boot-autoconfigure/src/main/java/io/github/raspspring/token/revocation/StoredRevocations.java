package io.github.raspspring.token.revocation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.raspspring.engine.ExpiringStore;
import io.github.raspspring.token.TokenKey;
import io.github.raspspring.token.VerifiedToken;
import org.jspecify.annotations.Nullable;

/**
 * Revocations that are kept in the store, shared where the store is. Each is of one
 * issuer, or of all. Thread-safe.
 */
public final class StoredRevocations implements TokenRevocations {

	private static final RevocationKind[] KINDS = RevocationKind.values();

	private final ExpiringStore store;

	private final Clock clock;

	/** What was revoked by, one bit each, so that the rest costs nothing. */
	private final AtomicInteger used = new AtomicInteger();

	/**
	 * Create revocations.
	 * @param store where they are kept
	 * @param clock tells the time
	 */
	public StoredRevocations(ExpiringStore store, Clock clock) {
		this.store = store;
		this.clock = clock;
		store.onChange((key, value) -> note(key));
	}

	/**
	 * Revoke.
	 * @param kind what is revoked
	 * @param issuer whose, or {@code null} for that of any issuer
	 * @param value the value by which it is found, empty for
	 * {@link RevocationKind#ISSUED_BEFORE}
	 * @param ttl how long; at least the longest lifetime of a token
	 * @return {@code false} if not all instances are known to see it
	 */
	public boolean revoke(RevocationKind kind, @Nullable String issuer, String value, Duration ttl) {
		String key = key(kind, issuer, value);
		note(key);
		return this.store.put(key, Long.toString(this.clock.instant().getEpochSecond()), ttl);
	}

	/**
	 * Take a revocation back.
	 * @param kind what was revoked
	 * @param issuer whose, or {@code null}
	 * @param value the value by which it is found
	 * @return {@code false} if other instances may still know it
	 */
	public boolean restore(RevocationKind kind, @Nullable String issuer, String value) {
		return this.store.remove(key(kind, issuer, value));
	}

	@Override
	public @Nullable RevocationKind find(VerifiedToken token) {
		if (this.store.isEmpty()) {
			return null;
		}
		String issuer = token.text("iss");
		int present = this.used.get();
		for (RevocationKind kind : KINDS) {
			boolean ofAny = (present & bit(kind, false)) != 0;
			boolean ofOne = issuer != null && (present & bit(kind, true)) != 0;
			String value = (ofAny || ofOne) ? kind.valueOf(token) : null;
			if (value != null && (ofAny && isRevoked(kind, null, value, token)
					|| ofOne && isRevoked(kind, issuer, value, token))) {
				return kind;
			}
		}
		return null;
	}

	private boolean isRevoked(RevocationKind kind, @Nullable String issuer, String value, VerifiedToken token) {
		String moment = this.store.get(key(kind, issuer, value));
		if (moment == null || !kind.isUntilNow()) {
			return moment != null;
		}
		Instant issued = token.issuedAt();
		return issued == null || issued.getEpochSecond() <= Long.parseLong(moment);
	}

	private static String key(RevocationKind kind, @Nullable String issuer, String value) {
		return prefix(kind, issuer != null) + TokenKey.of(kind.label(), issuer, value).text();
	}

	private static String prefix(RevocationKind kind, boolean ofOne) {
		return kind.label() + (ofOne ? '@' : ':');
	}

	private void note(String key) {
		for (RevocationKind kind : KINDS) {
			int bits = (key.startsWith(prefix(kind, false)) ? bit(kind, false) : 0)
					| (key.startsWith(prefix(kind, true)) ? bit(kind, true) : 0);
			this.used.updateAndGet((present) -> present | bits);
		}
	}

	private static int bit(RevocationKind kind, boolean ofOne) {
		return 1 << 2 * kind.ordinal() + (ofOne ? 1 : 0);
	}

}
