package io.github.raspspring.attack.command;

import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * The options of a POSIX shell and its relatives, up to the script or the file of one.
 */
final class ShellOptions {

	private static final String COMMAND = "--command";

	private static final Set<String> WITH_OPERAND = Set.of("--rcfile", "--init-file", "--features", "--debug-output",
			"--emulate");

	/** Options that a script follows at once, or is joined to. */
	private static final List<String> OF_SCRIPT = List.of("--init-command", "--commands", "--execute");

	/** Shells whose short options for a script may have it joined to them. */
	private static final Set<String> JOINING = Set.of("fish", "nu", "xonsh");

	private final boolean joining;

	private final BitSet scripts = new BitSet();

	private final int operand;

	ShellOptions(List<String> command, int program) {
		this.joining = JOINING.contains(CommandLine.name(command.get(program)));
		boolean script = false;
		int i = program + 1;
		while (i < command.size() && isOption(command.get(i))) {
			String option = command.get(i);
			script |= introducesScript(option) && !isJoined(option);
			if (scriptStart(option) > 0) {
				this.scripts.set(i);
			}
			else if (followsAtOnce(option) && i + 1 < command.size()) {
				this.scripts.set(++i);
			}
			i += 1 + operands(option);
			if (option.equals("--") || option.equals("-")) {
				break;
			}
		}
		this.operand = i;
		if (script && i < command.size()) {
			this.scripts.set(i);
		}
	}

	/**
	 * Return whether an option makes the first operand a script.
	 */
	static boolean introducesScript(String option) {
		return option.equals(COMMAND) || (isCluster(option) && option.indexOf('c') > 0);
	}

	/**
	 * Return whether an argument is a script.
	 */
	boolean isScript(int argument) {
		return this.scripts.get(argument);
	}

	/**
	 * Return where a script begins that is joined to its option.
	 * @return 0 if there is none
	 */
	int scriptStart(String option) {
		int equals = option.indexOf('=');
		if (equals > 0 && (OF_SCRIPT.contains(option.substring(0, equals)) || option.startsWith(COMMAND + '='))) {
			return equals + 1;
		}
		return isJoined(option) ? 2 : 0;
	}

	/**
	 * Return the number of the first argument that is no option.
	 */
	int firstOperand() {
		return this.operand;
	}

	private boolean isJoined(String option) {
		return this.joining && option.length() > 2 && (option.startsWith("-c") || option.startsWith("-C"));
	}

	private boolean followsAtOnce(String option) {
		return OF_SCRIPT.contains(option) || (this.joining && option.equals("-C"));
	}

	/**
	 * The option {@code -o}, and {@code -O} of bash, take a name each, in a cluster too.
	 */
	private int operands(String option) {
		if (option.startsWith("--")) {
			return WITH_OPERAND.contains(option) ? 1 : 0;
		}
		return isCluster(option.replace('+', '-')) && !isJoined(option)
				? (int) option.chars().filter((c) -> c == 'o' || c == 'O').count() : 0;
	}

	private static boolean isOption(String argument) {
		return !argument.isEmpty()
				&& (argument.charAt(0) == '-' || (argument.charAt(0) == '+' && argument.length() > 1));
	}

	private static boolean isCluster(String option) {
		return option.length() > 1 && option.charAt(0) == '-'
				&& option.chars().skip(1).allMatch((c) -> c < 0x80 && Character.isLetter(c));
	}

}
