package io.github.raspspring.client;

import java.time.Duration;
import java.util.function.BiConsumer;

import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.pipeline.ResponseHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Tells blocked clients when their block ends. Thread-safe.
 */
public final class BlockEnds implements ResponseHeaders {

	private final ClientScoreboard scoreboard;

	/**
	 * Create it.
	 * @param scoreboard knows who is blocked
	 */
	public BlockEnds(ClientScoreboard scoreboard) {
		this.scoreboard = scoreboard;
	}

	@Override
	public void contribute(Inspection inspection, BiConsumer<String, String> headers) {
		// Nobody who is served needs to know.
	}

	@Override
	public @Nullable Duration retryAfter(Inspection inspection, Decision decision) {
		boolean blocked = decision.findings()
			.stream()
			.anyMatch((finding) -> finding.detector().equals(ClientScoreDetector.NAME)
					&& finding.cap() == EnforcementMode.BLOCK);
		return blocked ? this.scoreboard.blockedFor(inspection) : null;
	}

}
