package io.github.raspspring.sink;

/**
 * The forms in which an input is looked for.
 */
enum InputForm {

	/** As it is. */
	PLAIN,

	/** With its quotes doubled, as applications write it within a literal of SQL. */
	DOUBLED,

	/** Without climbing segments, which applications remove once. */
	STRIPPED;

	private static final long CLIMBING = CharMask.of("..");

	/**
	 * Return whether an input looks different in this form.
	 * @param mask the characters of the input
	 */
	boolean changes(String input, long mask) {
		return switch (this) {
			case PLAIN -> true;
			case DOUBLED -> input.indexOf('\'') >= 0;
			case STRIPPED -> (CLIMBING & ~mask) == 0 && (input.contains("../") || input.contains("..\\"));
		};
	}

	String of(String input) {
		return switch (this) {
			case PLAIN -> input;
			case DOUBLED -> input.replace("'", "''");
			case STRIPPED -> input.replace("../", "").replace("..\\", "");
		};
	}

}
