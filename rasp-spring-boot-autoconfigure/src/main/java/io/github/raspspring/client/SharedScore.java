package io.github.raspspring.client;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What instances tell each other of a client.
 *
 * @param points points at that time
 * @param at the time
 * @param blocks how often the client was blocked
 * @param reason what it did last, as detector and rule
 */
record SharedScore(long points, Instant at, int blocks, String reason) {

	private static final int PARTS = 4;

	String write() {
		return this.points + ";" + this.at.toEpochMilli() + ';' + this.blocks + ';' + this.reason;
	}

	/**
	 * Read what another instance wrote.
	 * @return the score, or {@code null} if it is not understood
	 */
	static @Nullable SharedScore read(String text) {
		String[] parts = text.split(";", PARTS);
		if (parts.length < PARTS) {
			return null;
		}
		try {
			return new SharedScore(Long.parseLong(parts[0]), Instant.ofEpochMilli(Long.parseLong(parts[1])),
					Integer.parseInt(parts[2]), parts[3]);
		}
		catch (RuntimeException ex) {
			return null;
		}
	}

	double pointsAt(Instant now, ScoreSettings settings) {
		return settings.decay(this.points, this.at, now);
	}

}
