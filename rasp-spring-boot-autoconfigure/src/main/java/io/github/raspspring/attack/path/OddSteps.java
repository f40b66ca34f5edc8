package io.github.raspspring.attack.path;

import java.util.List;

/**
 * Steps up that get past filters or proxies, looked for in a text once however many paths
 * it has. Not thread-safe.
 */
final class OddSteps {

	/** Two dots with parameters, which containers drop. */
	static final int PARAMETERS = 0;

	static final int PARAMETERS_AND_SLASH = 1;

	/** What is left of it is a step when a filter removes one. */
	static final int INTERLEAVED = 2;

	static final int DOUBLED = 3;

	private static final List<String> SPELLINGS = List.of("..;", "..;/", "..././", "/....//");

	private final String text;

	private int asked;

	private int found;

	OddSteps(String text) {
		this.text = text;
	}

	/**
	 * Return whether the text has a kind of steps anywhere.
	 * @param kind one of the constants
	 */
	boolean have(int kind) {
		int bit = 1 << kind;
		if ((this.asked & bit) == 0) {
			this.asked |= bit;
			this.found |= this.text.contains(SPELLINGS.get(kind)) ? bit : 0;
		}
		return (this.found & bit) != 0;
	}

}
