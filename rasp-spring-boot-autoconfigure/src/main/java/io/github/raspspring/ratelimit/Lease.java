package io.github.raspspring.ratelimit;

import java.util.function.LongConsumer;

import org.jspecify.annotations.Nullable;

/**
 * What one request has taken from a limit, which may be nothing.
 *
 * @param giveBack takes its tokens back
 * @param tokens how many it took
 * @param underWay by what it counts as being under way, or {@code null} if it does not
 */
record Lease(LongConsumer giveBack, long tokens, @Nullable KeyHash underWay) {

	/** The lease of a request that was refused. */
	static final Lease NOTHING = new Lease((tokens) -> {
	}, 0, null);

	void refund() {
		if (this.tokens > 0) {
			this.giveBack.accept(this.tokens);
		}
	}

}
