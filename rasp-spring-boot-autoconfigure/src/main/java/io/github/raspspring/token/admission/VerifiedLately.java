package io.github.raspspring.token.admission;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.raspspring.token.TokenKey;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the tokens whose signature was good a moment ago. They are verified again
 * each time they come, but need no place among those that may turn out bad: whoever sends
 * junk from the same address locks none of their bearers out. Thread-safe.
 */
public final class VerifiedLately {

	private static final Duration WINDOW = Duration.ofMinutes(10);

	private final Cache<TokenKey, Standing> tokens;

	/**
	 * Create the memory.
	 * @param maximum tokens that are remembered at once
	 * @param ticker tells the time
	 */
	public VerifiedLately(int maximum, Ticker ticker) {
		this.tokens = Caffeine.newBuilder().maximumSize(maximum).expireAfterWrite(WINDOW).ticker(ticker).build();
	}

	/**
	 * Return what became of a token when it came last.
	 */
	Standing standing(TokenKey token) {
		@Nullable Standing known = this.tokens.getIfPresent(token);
		return (known != null) ? known : Standing.UNKNOWN;
	}

	void add(TokenKey token) {
		this.tokens.put(token, Standing.GOOD);
	}

	/**
	 * Note that a token is over: it needs a place from now on like any other, but nobody
	 * has made it up.
	 */
	void end(TokenKey token) {
		this.tokens.asMap().replace(token, Standing.OVER);
	}

	void remove(TokenKey token) {
		this.tokens.invalidate(token);
	}

	/**
	 * Of the whole token: with another signature it is another.
	 */
	static TokenKey key(String token) {
		return TokenKey.of("signed", null, token);
	}

	/**
	 * What became of a token when it came last.
	 */
	enum Standing {

		/** Nothing is known of it. */
		UNKNOWN,

		/** It was good. */
		GOOD,

		/** It was good not long ago, and is over by now. */
		OVER

	}

}
