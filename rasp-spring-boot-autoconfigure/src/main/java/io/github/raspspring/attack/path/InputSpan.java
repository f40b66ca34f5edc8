package io.github.raspspring.attack.path;

/**
 * From where to where inputs begin in a path. Not thread-safe.
 */
final class InputSpan {

	private int first = -1;

	private int last = -1;

	void add(int start) {
		this.first = (this.first < 0) ? start : Math.min(this.first, start);
		this.last = Math.max(this.last, start);
	}

	boolean isEmpty() {
		return this.first < 0;
	}

	/**
	 * Return where the first input begins, -1 if there is none.
	 */
	int first() {
		return this.first;
	}

	/**
	 * Return where the last input begins, -1 if there is none.
	 */
	int last() {
		return this.last;
	}

}
