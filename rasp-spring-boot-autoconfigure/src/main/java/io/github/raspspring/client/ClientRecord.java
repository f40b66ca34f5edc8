package io.github.raspspring.client;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.raspspring.engine.Suspicion;

/**
 * What is known against one client. Thread-safe.
 */
final class ClientRecord {

	private static final int KEPT_REASONS = 8;

	private final Map<String, Integer> reasons = new LinkedHashMap<>();

	private double points;

	private Instant updated;

	private Instant blockedUntil = Instant.MIN;

	private int blocks;

	ClientRecord(Instant now) {
		this.updated = now;
	}

	synchronized void charge(double additional, String reason, Instant now, ScoreSettings settings) {
		this.points = pointsAt(now, settings) + additional;
		this.updated = now;
		if (this.reasons.containsKey(reason) || this.reasons.size() < KEPT_REASONS) {
			this.reasons.merge(reason, 1, Integer::sum);
		}
		if (this.points >= settings.block() && !this.blockedUntil.isAfter(now)) {
			block(settings.blockAfter(this.blocks), now);
			// After the block the client starts again with tight limits.
			this.points = settings.tighten();
		}
	}

	synchronized void block(Duration length, Instant now) {
		this.blockedUntil = now.plus(length);
		this.blocks++;
	}

	synchronized void unblock() {
		this.blockedUntil = Instant.MIN;
	}

	synchronized Suspicion suspicion(Instant now, ScoreSettings settings) {
		return this.blockedUntil.isAfter(now) ? Suspicion.BLOCK : settings.suspicionAt(pointsAt(now, settings));
	}

	synchronized ScoredClient describe(String client, Instant now, ScoreSettings settings) {
		return new ScoredClient(client, Math.round(pointsAt(now, settings)), suspicion(now, settings),
				this.blockedUntil.isAfter(now) ? this.blockedUntil : null, this.blocks, Map.copyOf(this.reasons));
	}

	private double pointsAt(Instant now, ScoreSettings settings) {
		double halfLives = (double) Duration.between(this.updated, now).toMillis() / settings.halfLife().toMillis();
		return this.points * Math.pow(0.5, Math.max(0, halfLives));
	}

}
