package io.github.raspspring.ratelimit;

import java.time.Duration;
import java.util.Optional;

import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.VerboseResult;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.raspspring.engine.StoreCalls;
import org.jspecify.annotations.Nullable;

/**
 * One bucket that instances share, as this one knows it. Remembers a refusal for a
 * moment, so that a client who goes on and on costs no call for each request.
 * Thread-safe.
 */
final class SharedBucket {

	/** Bounds how late tokens are noticed that another instance gave back. */
	private static final long REFUSAL_REMEMBERED = Duration.ofMillis(250).toNanos();

	final ProxyManager<String> manager;

	private final RemoteBucket remote;

	private final StoreCalls calls;

	private final TimeMeter timeMeter;

	private volatile @Nullable Refusal refusal;

	private volatile long @Nullable [] available;

	SharedBucket(ProxyManager<String> manager, RemoteBucket remote, StoreCalls calls, TimeMeter timeMeter) {
		this.manager = manager;
		this.remote = remote;
		this.calls = calls;
		this.timeMeter = timeMeter;
	}

	/**
	 * Take tokens.
	 * @return what came of it, empty if the store does not answer
	 */
	Optional<Taken> take(long tokens) {
		Refusal known = this.refusal;
		long now = this.timeMeter.currentTimeNanos();
		if (known != null && tokens >= known.tokens() && known.remembered() - now > 0) {
			return Optional.of(Taken.refused(Excess.ofLimit(known.until() - now)));
		}
		return this.calls.await(() -> this.remote.take(tokens)).map((result) -> taken(result, tokens, now));
	}

	/**
	 * Return what is left of each bandwidth, as far as this instance knows.
	 */
	long @Nullable [] available() {
		return this.available;
	}

	private Taken taken(VerboseResult<ConsumptionProbe> result, long tokens, long now) {
		this.available = result.getDiagnostics().getAvailableTokensPerEachBandwidth();
		if (result.getValue().isConsumed()) {
			return Taken.from(this::giveBack);
		}
		long wait = result.getValue().getNanosToWaitForRefill();
		this.refusal = new Refusal(tokens, now + wait, now + Math.min(wait, REFUSAL_REMEMBERED));
		return Taken.refused(Excess.ofLimit(wait));
	}

	private void giveBack(long tokens) {
		this.refusal = null;
		this.calls.send(() -> this.remote.giveBack(tokens));
	}

	/**
	 * A refusal.
	 */
	private record Refusal(long tokens, long until, long remembered) {
	}

}
