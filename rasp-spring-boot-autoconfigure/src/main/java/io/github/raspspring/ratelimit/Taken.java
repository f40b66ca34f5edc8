package io.github.raspspring.ratelimit;

import java.util.function.LongConsumer;

import org.jspecify.annotations.Nullable;

/**
 * What came of asking a bucket for tokens.
 *
 * @param excess why they are not granted, or {@code null} if they are
 * @param giveBack takes tokens back
 */
record Taken(@Nullable Excess excess, LongConsumer giveBack) {

	private static final LongConsumer NOWHERE = (tokens) -> {
	};

	static Taken from(LongConsumer giveBack) {
		return new Taken(null, giveBack);
	}

	static Taken refused(Excess excess) {
		return new Taken(excess, NOWHERE);
	}

	/**
	 * The same, taken from another bucket too.
	 */
	Taken and(LongConsumer other) {
		return new Taken(this.excess, this.giveBack.andThen(other));
	}

	/**
	 * Take from one more bucket, or from none if that has too little.
	 */
	Taken and(Taken other, long tokens) {
		if (this.excess != null || other.excess == null) {
			return (this.excess != null) ? this : and(other.giveBack);
		}
		this.giveBack.accept(tokens);
		return other;
	}

	/**
	 * Tokens that no bucket was asked for.
	 */
	static Taken fromNowhere() {
		return from(NOWHERE);
	}

}
