package io.github.raspspring.ratelimit;

import io.github.bucket4j.Bucket;
import org.jspecify.annotations.Nullable;

/**
 * What one request has taken from a limit, which may be nothing.
 *
 * @param bucket where its tokens came from, or {@code null} if it took none
 * @param tokens how many it took
 * @param underWay by what it counts as being under way, or {@code null} if it does not
 */
record Lease(@Nullable Bucket bucket, long tokens, @Nullable KeyHash underWay) {

	/** The lease of a request that was refused. */
	static final Lease NOTHING = new Lease(null, 0, null);

	void refund() {
		if (this.bucket != null && this.tokens > 0) {
			this.bucket.addTokens(this.tokens);
		}
	}

}
