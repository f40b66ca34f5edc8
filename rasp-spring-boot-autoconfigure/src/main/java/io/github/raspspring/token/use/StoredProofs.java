package io.github.raspspring.token.use;

import java.time.Duration;

import io.github.raspspring.engine.ExpiringStore;
import io.github.raspspring.engine.ExpiringStore.Insertion;
import io.github.raspspring.token.TokenMarks;
import org.jspecify.annotations.Nullable;

import org.springframework.cache.support.NoOpCache;
import org.springframework.cache.support.SimpleValueWrapper;

/**
 * Remembers DPoP proofs on behalf of Spring Security (RFC 9449, section 11.1), in the
 * store, which instances may share. Its own memory turns honest proofs away once a key
 * has made a thousand within a minute. Thread-safe.
 */
public final class StoredProofs extends NoOpCache {

	/** Twice the minute within which Spring Security takes a proof. */
	private static final Duration KEPT = Duration.ofMinutes(2);

	private final ExpiringStore store;

	/**
	 * Create the memory.
	 * @param store where proofs are kept
	 */
	public StoredProofs(ExpiringStore store) {
		super("rasp-proofs");
		this.store = store;
	}

	/**
	 * Note a proof that is good otherwise. Where the store does not know, the proof is
	 * good here, and {@link ReplayRule} treats it by failure mode.
	 */
	@Override
	public @Nullable ValueWrapper putIfAbsent(Object key, @Nullable Object value) {
		Insertion insertion = this.store.putIfAbsent(key.toString(), "1", KEPT);
		if (insertion == Insertion.PRESENT) {
			TokenMarks.set(TokenMarks.REPLAYED, Boolean.TRUE);
			return new SimpleValueWrapper(value);
		}
		if (insertion == Insertion.INSERTED) {
			TokenMarks.set(TokenMarks.PROOF, Boolean.TRUE);
		}
		return null;
	}

}
