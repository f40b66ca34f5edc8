package io.github.raspspring.profile.answer;

/**
 * Counts the elements of lists in JSON, as deep as lists of records stand. For one
 * answer.
 */
final class ListSizes {

	private static final int DEEPEST = 4;

	/** Elements of the lists that are open, -1 for objects. */
	private final int[] elements = new int[DEEPEST + 1];

	private int depth;

	private int longest;

	/**
	 * Take notice of a bracket or comma outside of quotes.
	 */
	void see(AnswerBytes answer, int index, int b) {
		switch (b) {
			case '[', '{' -> {
				this.depth++;
				if (this.depth <= DEEPEST) {
					this.elements[this.depth] = (b == '[') ? 1 : -1;
				}
			}
			case ']', '}' -> close(answer, index);
			default -> {
				if (this.depth > 0 && this.depth <= DEEPEST && this.elements[this.depth] > 0) {
					this.elements[this.depth]++;
				}
			}
		}
	}

	private void close(AnswerBytes answer, int index) {
		if (this.depth == 0) {
			return;
		}
		if (this.depth <= DEEPEST && this.elements[this.depth] > this.longest && answer.at(index - 1) != '[') {
			this.longest = this.elements[this.depth];
		}
		this.depth--;
	}

	int longest() {
		return this.longest;
	}

}
