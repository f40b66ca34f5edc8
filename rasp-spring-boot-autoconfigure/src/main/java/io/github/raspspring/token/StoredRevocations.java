package io.github.raspspring.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.github.raspspring.engine.ExpiringStore;
import org.jspecify.annotations.Nullable;

/**
 * Revocations that are kept in the store, shared where the store is. Each is of one
 * issuer, or of all. Thread-safe.
 */
public final class StoredRevocations implements TokenRevocations {

	private static final RevocationKind[] KINDS = RevocationKind.values();

	private final ExpiringStore store;

	private final Clock clock;

	/**
	 * Create revocations.
	 * @param store where they are kept
	 * @param clock tells the time
	 */
	public StoredRevocations(ExpiringStore store, Clock clock) {
		this.store = store;
		this.clock = clock;
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
		return this.store.put(key(kind, issuer, value), Long.toString(this.clock.instant().getEpochSecond()), ttl);
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
		for (RevocationKind kind : KINDS) {
			String value = kind.valueOf(token);
			if (value != null && (isRevoked(kind, null, value, token)
					|| issuer != null && isRevoked(kind, issuer, value, token))) {
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
		if (kind == RevocationKind.ISSUED_BEFORE && issuer == null) {
			return "all";
		}
		return TokenKey.of(kind.label(), issuer, value).text();
	}

}
