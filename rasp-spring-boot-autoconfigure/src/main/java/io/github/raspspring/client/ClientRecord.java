package io.github.raspspring.client;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.raspspring.engine.Suspicion;
import org.jspecify.annotations.Nullable;

/**
 * What is known against one client. Blocks live apart. Thread-safe.
 */
final class ClientRecord {

	private static final int KEPT_REASONS = 8;

	private final Map<String, Integer> reasons = new LinkedHashMap<>();

	private double points;

	private Instant updated;

	private int blocks;

	ClientRecord(Instant now) {
		this.updated = now;
	}

	/**
	 * Add points.
	 * @return how long the client is to be blocked, or {@code null} if it is not
	 */
	synchronized @Nullable Duration charge(double additional, String reason, Instant now, ScoreSettings settings) {
		this.points = pointsAt(now, settings) + additional;
		this.updated = now;
		because(reason, 1);
		return (this.points >= settings.block()) ? settings.blockAfter(this.blocks) : null;
	}

	/**
	 * Note that the client is blocked from now on. Afterwards it starts again with tight
	 * limits.
	 */
	synchronized void blocked(Instant now, ScoreSettings settings) {
		this.points = Math.min(pointsAt(now, settings), settings.tighten());
		this.updated = now;
		this.blocks++;
	}

	/**
	 * Take in what another instance knows.
	 */
	synchronized void learn(SharedScore known, Instant now, ScoreSettings settings) {
		this.points = Math.max(pointsAt(now, settings), known.pointsAt(now, settings));
		this.updated = now;
		this.blocks = Math.max(this.blocks, known.blocks());
		because(known.reason(), 0);
	}

	synchronized Suspicion suspicion(Instant now, ScoreSettings settings) {
		return settings.suspicionAt(pointsAt(now, settings));
	}

	synchronized SharedScore share(String reason) {
		return new SharedScore(Math.round(this.points), this.updated, this.blocks, reason);
	}

	synchronized ScoredClient describe(String client, Instant now, @Nullable Instant blockedUntil,
			ScoreSettings settings) {
		return new ScoredClient(client, Math.round(pointsAt(now, settings)),
				(blockedUntil != null) ? Suspicion.BLOCK : suspicion(now, settings), blockedUntil, this.blocks,
				Map.copyOf(this.reasons));
	}

	private void because(String reason, int times) {
		if (this.reasons.containsKey(reason) || this.reasons.size() < KEPT_REASONS) {
			this.reasons.merge(reason, times, Integer::sum);
		}
	}

	private double pointsAt(Instant now, ScoreSettings settings) {
		return settings.decay(this.points, this.updated, now);
	}

}
