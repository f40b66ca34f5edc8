package io.github.raspspring.behavior;

import java.time.Duration;
import java.util.Map;

/**
 * How limits follow what is usual.
 *
 * @param stage how far limits may come: learn, shadow or enforce
 * @param percentile share of the clients, from 0 to 1, that are usual
 * @param factor what their highest value is multiplied by
 * @param minSessions clients that are needed before anything is known
 * @param minAge time that is needed before anything is known
 * @param shadow time for which a limit is tried before it applies
 * @param rise share by which a limit rises within an hour at most
 * @param fall share by which a limit falls within an hour at most
 * @param networkShare share of the samples of a day that may come from one block of
 * addresses, an IPv4 /24 or an IPv6 /64
 * @param bounds what applies at first, and within which limits stay
 */
public record LearningSettings(LearntLimit.Stage stage, double percentile, double factor, int minSessions,
		Duration minAge, Duration shadow, double rise, double fall, double networkShare,
		Map<LearntLimit.Kind, Bounds> bounds) {

	/** Nothing is learnt, and hardly anything limited. */
	static final LearningSettings NONE = new LearningSettings(LearntLimit.Stage.LEARN, 0.99, 3, Integer.MAX_VALUE,
			Duration.ZERO, Duration.ZERO, 0, 0, 0, Map.of());

	public LearningSettings {
		bounds = Map.copyOf(bounds);
	}

	Bounds boundsOf(LearntLimit.Kind kind) {
		return bounds().getOrDefault(kind, new Bounds(WindowCount.MOST, 1, WindowCount.MOST));
	}

	/**
	 * Between which values a limit stays.
	 *
	 * @param initial what applies before anything is learnt
	 * @param minimum the least value
	 * @param maximum the greatest value
	 */
	public record Bounds(int initial, int minimum, int maximum) {

		/**
		 * Create bounds.
		 * @throws IllegalArgumentException if they don't rise
		 */
		public Bounds {
			if (minimum < 1 || maximum < minimum || initial < 1) {
				throw new IllegalArgumentException("A limit is at least 1, and its minimum not above its maximum");
			}
		}

	}

}
