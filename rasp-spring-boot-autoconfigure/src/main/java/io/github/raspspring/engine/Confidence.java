package io.github.raspspring.engine;

/**
 * How sure a detector is of what it saw.
 */
public enum Confidence {

	/** Unusual, but found in honest traffic too: never enough for a refusal. */
	WEAK(3),

	/** Has the structure of an attack. */
	STRONG(5),

	/** Has no honest reading. */
	CERTAIN(9);

	private final int score;

	Confidence(int score) {
		this.score = score;
	}

	/**
	 * Return the score that a finding of this confidence has unless its detector says
	 * otherwise.
	 * @return points, compared with the threshold of the policy
	 */
	public int score() {
		return this.score;
	}

}
