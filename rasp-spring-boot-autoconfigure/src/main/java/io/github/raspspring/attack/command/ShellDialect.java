package io.github.raspspring.attack.command;

/**
 * What differs between shells in how a script is read.
 */
enum ShellDialect {

	/** The POSIX shell and its relatives. */
	POSIX('\\', true, "$`", ";&|()\n\r"),

	/** The command interpreter of Windows. */
	CMD('^', false, "%!", "&|()\n\r"),

	/** PowerShell. */
	POWERSHELL('`', true, "$", ";&|(){}\n\r");

	private final char escape;

	private final boolean singleQuotes;

	private final String substitutions;

	private final String separators;

	ShellDialect(char escape, boolean singleQuotes, String substitutions, String separators) {
		this.escape = escape;
		this.singleQuotes = singleQuotes;
		this.substitutions = substitutions;
		this.separators = separators;
	}

	char escape() {
		return this.escape;
	}

	/**
	 * Return the character that a shell takes another one for: PowerShell knows
	 * typographic quotes.
	 */
	char read(char c) {
		if (this != POWERSHELL || c < 0x2018 || c > 0x201E) {
			return c;
		}
		return (c <= 0x201B) ? '\'' : '"';
	}

	boolean quotes(char c) {
		return c == '"' || (c == '\'' && this.singleQuotes);
	}

	boolean comments() {
		return this != CMD;
	}

	boolean separates(char c) {
		return this.separators.indexOf(c) >= 0;
	}

	/**
	 * Return whether something is replaced at a place of the script. A price such as $5
	 * is not worth the name.
	 */
	boolean substitutes(String script, int index) {
		char c = script.charAt(index);
		if (this.substitutions.indexOf(c) < 0) {
			return false;
		}
		if (c == '`') {
			return true;
		}
		char next = (index + 1 < script.length()) ? script.charAt(index + 1) : ' ';
		return Character.isLetter(next) || next == '_' || (c == '$' && "({[:@*#?!$'\"".indexOf(next) >= 0);
	}

}
