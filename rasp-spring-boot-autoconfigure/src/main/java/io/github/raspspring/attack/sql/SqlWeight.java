package io.github.raspspring.attack.sql;

import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Rule;

/**
 * What the evidence of a text weighs, in the place of a statement where it weighs most.
 * Not thread-safe.
 */
final class SqlWeight {

	/** From here on a piece of evidence makes another one surer. */
	private static final int CONFIRMING = 5;

	private static final int MOST_OF_OTHERS = 4;

	/** So many pieces of evidence are kept: few texts hold more. */
	private static final int MOST_KEPT = 32;

	/** What was added that may be a finding by itself; anything less changes none. */
	private final int[] weights = new int[MOST_KEPT];

	private final Rule[] rules = new Rule[MOST_KEPT];

	private final int[] starts = new int[MOST_KEPT];

	private final int[] ends = new int[MOST_KEPT];

	private int kept;

	private int watchedFrom;

	/** Whether a rule was told the worst of what is not known of the text before. */
	private boolean guess;

	private boolean doubtful;

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
		this.kept = 0;
		this.guess = false;
		this.doubtful = false;
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
		if (weight >= Confidence.WEAK.score()) {
			keep(weight, rule, start, end);
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

	private void keep(int weight, Rule rule, int start, int end) {
		if (this.kept < MOST_KEPT) {
			this.weights[this.kept] = weight;
			this.rules[this.kept] = rule;
			this.starts[this.kept] = start;
			this.ends[this.kept] = end;
			this.kept++;
		}
		else {
			this.doubtful = true;
		}
	}

	/**
	 * Add to another weight what was added to this one, as of one more place.
	 */
	void addTo(SqlWeight other) {
		other.nextPlace();
		for (int i = 0; i < this.kept; i++) {
			other.add(this.weights[i], this.rules[i], this.starts[i], this.ends[i]);
		}
	}

	/**
	 * Watch from now on whether what is added is guessed.
	 */
	void watch() {
		this.watchedFrom = this.kept;
		this.guess = false;
	}

	/**
	 * Take notice that something of the text before is taken for the worst.
	 */
	void guess() {
		this.guess = true;
	}

	/**
	 * Return whether what was added may weigh less, or something was not kept.
	 */
	boolean isDoubtful() {
		this.doubtful |= this.guess && this.kept > this.watchedFrom;
		return this.doubtful;
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
