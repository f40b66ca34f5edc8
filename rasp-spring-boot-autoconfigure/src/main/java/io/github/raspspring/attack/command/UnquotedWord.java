package io.github.raspspring.attack.command;

/**
 * A word of a script as its command gets it: without quotes.
 */
final class UnquotedWord {

	private final int start;

	private final String text;

	/** How many characters of the text stand before each place of the word. */
	private final int[] offsets;

	UnquotedWord(ShellScript script, int start) {
		int end = Math.max(start, script.wordEnd(start));
		StringBuilder unquoted = new StringBuilder(end - start);
		this.start = start;
		this.offsets = new int[end - start + 1];
		for (int i = start; i < end; i++) {
			this.offsets[i - start] = unquoted.length();
			if (!script.isDelimiter(i)) {
				unquoted.append(script.text().charAt(i));
			}
		}
		this.offsets[end - start] = unquoted.length();
		this.text = unquoted.toString();
	}

	String text() {
		return this.text;
	}

	/**
	 * Return the place in the text of a place in the script.
	 */
	int offset(int index) {
		return this.offsets[Math.max(0, Math.min(index - this.start, this.offsets.length - 1))];
	}

}
