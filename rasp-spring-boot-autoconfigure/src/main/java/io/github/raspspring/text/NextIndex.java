package io.github.raspspring.text;

/**
 * Finds the next occurrence of a sign for places that come in ascending order, and walks
 * over each character once: where the sign is far away, or nowhere, it is not looked for
 * from each place anew. Not thread-safe.
 */
public final class NextIndex {

	private final CharSequence text;

	private final String sign;

	private int from = -1;

	private int index = -1;

	/**
	 * Create a search.
	 * @param text where to look
	 * @param sign what to look for, one character or more
	 */
	public NextIndex(CharSequence text, String sign) {
		this.text = text;
		this.sign = sign;
	}

	/**
	 * Return where the sign begins next.
	 * @param start the first place that counts
	 * @return the index, -1 if there is none
	 */
	public int from(int start) {
		boolean known = this.from >= 0 && start >= this.from && (this.index < 0 || start <= this.index);
		if (!known) {
			this.from = start;
			this.index = search(Math.max(0, start));
		}
		return this.index;
	}

	/**
	 * Return whether the sign begins between two places.
	 * @param start the first place that counts
	 * @param end the first place that does not
	 * @return {@code true} if it does
	 */
	public boolean isWithin(int start, int end) {
		int next = from(start);
		return next >= 0 && next < end;
	}

	private int search(int start) {
		if (this.text instanceof String string) {
			return string.indexOf(this.sign, start);
		}
		for (int i = start; i <= this.text.length() - this.sign.length(); i++) {
			if (isAt(i)) {
				return i;
			}
		}
		return -1;
	}

	private boolean isAt(int start) {
		for (int i = 0; i < this.sign.length(); i++) {
			if (this.text.charAt(start + i) != this.sign.charAt(i)) {
				return false;
			}
		}
		return true;
	}

}
