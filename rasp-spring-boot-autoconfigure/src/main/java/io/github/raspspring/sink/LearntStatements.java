package io.github.raspspring.sink;

import java.util.concurrent.ThreadLocalRandom;

import io.github.raspspring.text.SqlDialect;

/**
 * The shapes of statements that each route runs when no input changes them. Learnt from
 * live traffic and bounded; what is refused or reported is never learnt.
 */
final class LearntStatements {

	private static final int MAX_CHARACTERS = 1 << 21;

	/** Known shapes from which on statements of unknown text are learnt by samples. */
	private static final int ENOUGH = 64;

	private static final int SAMPLE = 8;

	private final Sightings texts = new Sightings(MAX_CHARACTERS);

	private final Sightings shapes = new Sightings(MAX_CHARACTERS);

	boolean knows(SqlReading reading, String route) {
		return this.shapes.contains(reading.shape(), route);
	}

	/**
	 * Learn a statement in which something of the request occurs as a value. Its text is
	 * ever new, so that one of a few is enough.
	 */
	void learn(SqlReading reading, String route) {
		if (sampled()) {
			this.shapes.add(reading.shape(), route);
		}
	}

	/**
	 * Learn a statement in which nothing of the request occurs. Known text costs a
	 * lookup.
	 */
	void learn(SqlCall call, String route) {
		String sql = call.argument();
		if (this.texts.contains(sql, route) || !worthwhile()) {
			return;
		}
		this.texts.add(sql, route);
		this.shapes.add(new SqlReading(sql, call.dialect().get()).shape(), route);
	}

	private boolean worthwhile() {
		return this.shapes.size() < ENOUGH || sampled();
	}

	private static boolean sampled() {
		return ThreadLocalRandom.current().nextInt(SAMPLE) == 0;
	}

}
