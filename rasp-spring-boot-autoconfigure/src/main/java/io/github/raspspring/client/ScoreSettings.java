package io.github.raspspring.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Suspicion;

/**
 * How clients lose and regain trust.
 *
 * @param mode the strictest that scores may be
 * @param halfLife time in which points fall by half
 * @param inspect points from which on everything is inspected
 * @param tighten points from which on limits are tighter
 * @param restrict points from which on only verified and harmless requests are served
 * @param block points from which on the client is refused for a time
 * @param firstBlock length of the first block; each further one is four times as long
 * @param longestBlock length that no block exceeds
 * @param weights what the points of a finding are multiplied by; 1 for all other
 * categories
 * @param maxClients clients whose points are kept
 * @param breakerShare share of verified subjects, from 0 to 1, that may be refused before
 * all are served again and only recorded
 */
public record ScoreSettings(EnforcementMode mode, Duration halfLife, int inspect, int tighten, int restrict, int block,
		Duration firstBlock, Duration longestBlock, Map<Category, Double> weights, int maxClients,
		double breakerShare) {

	/**
	 * Create settings.
	 * @throws IllegalArgumentException if the steps don't rise
	 */
	public ScoreSettings {
		if (inspect < 1 || tighten < inspect || restrict < tighten || block <= restrict) {
			throw new IllegalArgumentException("The steps inspect, tighten, restrict and block rise");
		}
		weights = Map.copyOf(weights);
	}

	/**
	 * Tell what a finding costs. Weak findings are found in honest traffic and are free,
	 * as is what hints at no hostility.
	 */
	double pointsOf(Finding finding) {
		return (finding.confidence() == Confidence.WEAK || !finding.isHostile()) ? 0
				: finding.score() * this.weights.getOrDefault(finding.category(), 1.0);
	}

	/**
	 * Tell what is left of points. A clock that was set back adds none.
	 */
	double decay(double points, Instant since, Instant now) {
		double halfLives = (double) Duration.between(since, now).toMillis() / this.halfLife.toMillis();
		return points * Math.pow(0.5, Math.max(0, halfLives));
	}

	Suspicion suspicionAt(double points) {
		if (points >= this.restrict) {
			return Suspicion.RESTRICT;
		}
		if (points >= this.tighten) {
			return Suspicion.TIGHTEN;
		}
		return (points >= this.inspect) ? Suspicion.INSPECT : Suspicion.NONE;
	}

	/**
	 * Tell how long a block lasts after a number of earlier ones.
	 */
	Duration blockAfter(int earlier) {
		Duration length = this.firstBlock;
		for (int i = 0; i < earlier && length.compareTo(this.longestBlock) < 0; i++) {
			length = length.multipliedBy(4);
		}
		return (length.compareTo(this.longestBlock) < 0) ? length : this.longestBlock;
	}

}
