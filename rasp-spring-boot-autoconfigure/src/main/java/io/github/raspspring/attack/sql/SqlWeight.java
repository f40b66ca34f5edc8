package io.github.raspspring.attack.sql;

import io.github.raspspring.engine.Rule;

/**
 * What the evidence of a text weighs, in the place of a statement where it weighs most.
 * Not thread-safe.
 */
final class SqlWeight {

	/** From here on a piece of evidence makes another one surer. */
	private static final int CONFIRMING = 5;

	private static final int MOST_OF_OTHERS = 4;

	private int best;

	private int others;

	private int total;

	private Rule rule = SqlRules.TAUTOLOGY;

	private int start;

	private int end;

	/**
	 * Forget all texts.
	 */
	void reset() {
		this.total = 0;
	}

	/**
	 * Go on with the same text in another place.
	 */
	void nextPlace() {
		this.best = 0;
		this.others = 0;
	}

	/**
	 * Take a piece of evidence. The strongest counts; another one that would be enough by
	 * itself makes sure, weak ones don't add up.
	 */
	void add(int weight, Rule rule, int start, int end) {
		if (weight <= 0) {
			return;
		}
		this.others += (weight >= CONFIRMING && this.best >= CONFIRMING) ? 2 : 0;
		this.best = Math.max(this.best, weight);
		int sum = this.best + Math.min(this.others, MOST_OF_OTHERS);
		if (sum > this.total) {
			if (weight >= this.best) {
				this.rule = rule;
				this.start = start;
				this.end = end;
			}
			this.total = sum;
		}
	}

	int total() {
		return this.total;
	}

	Rule rule() {
		return this.rule;
	}

	int start() {
		return this.start;
	}

	int end() {
		return this.end;
	}

}
