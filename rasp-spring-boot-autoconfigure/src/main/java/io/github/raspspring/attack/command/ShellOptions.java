package io.github.raspspring.attack.command;

import java.util.List;
import java.util.Set;

/**
 * The options of a POSIX shell and its relatives, up to the script or the file of one.
 */
final class ShellOptions {

	private static final String COMMAND = "--command";

	private static final Set<String> WITH_OPERAND = Set.of("--rcfile", "--init-file", "--init-command", "--features",
			"--debug-output", "--emulate");

	private final List<String> command;

	private final boolean takesScript;

	private final int operand;

	private final int attached;

	ShellOptions(List<String> command, int program) {
		this.command = command;
		boolean script = false;
		int at = -1;
		int i = program + 1;
		while (i < command.size() && isOption(command.get(i))) {
			String option = command.get(i);
			at = (option.startsWith(COMMAND + '=') || option.startsWith("--init-command=")) ? i : at;
			script |= introducesScript(option);
			i += 1 + operands(option);
			if (option.equals("--") || option.equals("-")) {
				break;
			}
		}
		this.takesScript = script;
		this.operand = i;
		this.attached = at;
	}

	/**
	 * Return whether an option makes the first operand a script.
	 */
	static boolean introducesScript(String option) {
		return option.equals(COMMAND) || (isCluster(option) && option.indexOf('c') > 0);
	}

	/**
	 * Return the number of the argument that is a script.
	 * @return -1 if there is none
	 */
	int script() {
		if (this.attached >= 0) {
			return this.attached;
		}
		return (this.takesScript && this.operand < this.command.size()) ? this.operand : -1;
	}

	/**
	 * Return the number of the first argument that is no option.
	 */
	int firstOperand() {
		return this.operand;
	}

	/**
	 * The option {@code -o}, and {@code -O} of bash, take a name each, in a cluster too.
	 */
	private static int operands(String option) {
		if (option.startsWith("--")) {
			return WITH_OPERAND.contains(option) ? 1 : 0;
		}
		return isCluster(option.replace('+', '-')) ? (int) option.chars().filter((c) -> c == 'o' || c == 'O').count()
				: 0;
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
