package io.github.raspspring.token.admission;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.raspspring.token.TokenKey;

/**
 * Remembers the tokens whose signature was good a moment ago. They are verified again
 * each time they come, but need no place among those that may turn out bad: whoever sends
 * junk from the same address locks none of their bearers out. Thread-safe.
 */
public final class VerifiedLately {

	private static final Duration WINDOW = Duration.ofMinutes(10);

	private final Cache<TokenKey, Boolean> tokens;

	/**
	 * Create the memory.
	 * @param maximum tokens that are remembered at once
	 * @param ticker tells the time
	 */
	public VerifiedLately(int maximum, Ticker ticker) {
		this.tokens = Caffeine.newBuilder().maximumSize(maximum).expireAfterWrite(WINDOW).ticker(ticker).build();
	}

	/**
	 * Return whether a token was good when it came last.
	 */
	boolean contains(String token) {
		return Boolean.TRUE.equals(this.tokens.getIfPresent(key(token)));
	}

	/**
	 * Return whether a token was good not long ago, be it over by now or not.
	 */
	boolean knows(String token) {
		return this.tokens.getIfPresent(key(token)) != null;
	}

	void add(String token) {
		this.tokens.put(key(token), Boolean.TRUE);
	}

	/**
	 * Note that a token is over: it needs a place from now on like any other, but nobody
	 * has made it up.
	 */
	void end(String token) {
		this.tokens.asMap().replace(key(token), Boolean.FALSE);
	}

	void remove(String token) {
		this.tokens.invalidate(key(token));
	}

	/**
	 * Of the whole token: with another signature it is another.
	 */
	private static TokenKey key(String token) {
		return TokenKey.of("signed", null, token);
	}

}
