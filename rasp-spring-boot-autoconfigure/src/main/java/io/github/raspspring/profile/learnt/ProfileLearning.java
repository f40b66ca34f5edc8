package io.github.raspspring.profile.learnt;

import java.time.Duration;

/**
 * When something is learnt, and when it counts.
 *
 * @param confirmations principals who have to show a feature before it counts as usual,
 * from 6 to 12 of 16: five accounts of one person never do
 * @param principals principals that are needed before anything is known of a parameter
 * @param observations uses that are needed before that, of each principal one an hour
 * @param unseen share of what was seen once only, from 0 to 1, from which on too much is
 * unknown
 * @param minAge time that is needed before anything is known
 * @param shadow time for which a profile is tried before it applies
 * @param decay time after which what was not seen again is forgotten, at least once and
 * at most twice as long
 * @param maxParameters parameters that are remembered
 */
public record ProfileLearning(int confirmations, int principals, int observations, double unseen, Duration minAge,
		Duration shadow, Duration decay, int maxParameters) {

	/** Accounts of one person that must not widen a profile. */
	public static final int LEAST_CONFIRMATIONS = 6;

	/** Of sixteen places; more would never be reached. */
	public static final int MOST_CONFIRMATIONS = 12;

	/** New principals for a feature within an hour, so that it takes three of them. */
	int perHour() {
		return (this.confirmations + 2) / 3;
	}

}
