package io.github.raspspring.attack.command;

import java.util.List;
import java.util.Locale;

/**
 * The options of PowerShell: any unambiguous start of a name will do, behind one dash or
 * two of any kind, or a slash.
 */
final class PowerShellOptions {

	private static final String WITH_ARGUMENTS = "-commandwithargs";

	/** Options that take an argument of their own. */
	private static final List<String> WITH_OPERAND = List.of("-executionpolicy", "-ep", "-windowstyle", "-version",
			"-inputformat", "-if", "-outputformat", "-of", "-psconsolefile", "-configurationname", "-workingdirectory",
			"-wd", "-settingsfile");

	private PowerShellOptions() {
	}

	/**
	 * Return whether a script follows.
	 */
	static boolean introducesScript(String option) {
		String plain = plain(option);
		return plain.length() > 1 && ("-command".startsWith(plain) || takesArguments(option));
	}

	/**
	 * Return whether what follows the script are arguments of it.
	 */
	static boolean takesArguments(String option) {
		String plain = plain(option);
		return plain.equals("-cwa") || (plain.length() > "-command".length() && WITH_ARGUMENTS.startsWith(plain));
	}

	/**
	 * Return whether the file of a script follows.
	 */
	static boolean introducesFile(String option) {
		String plain = plain(option);
		return plain.length() > 1 && "-file".startsWith(plain);
	}

	/**
	 * Return the number of the first argument that is no option, which is a script.
	 * @return -1 if there is none, or an option names a file
	 */
	static int bareScript(List<String> command, int program) {
		int i = program + 1;
		while (i < command.size() && plain(command.get(i)).startsWith("-")) {
			String option = plain(command.get(i));
			if (introducesFile(command.get(i))) {
				return -1;
			}
			boolean operand = option.length() > 1 && WITH_OPERAND.stream().anyMatch((name) -> name.startsWith(option));
			i += operand ? 2 : 1;
		}
		return (i < command.size()) ? i : -1;
	}

	/**
	 * Return an option in lower case behind one hyphen.
	 */
	static String plain(String option) {
		int i = 0;
		while (i < option.length() && i < 2 && isDash(option.charAt(i))) {
			i++;
		}
		return (i == 0) ? option : '-' + option.substring(i).toLowerCase(Locale.ROOT);
	}

	private static boolean isDash(char c) {
		return c == '-' || c == '/' || (c >= 0x2012 && c <= 0x2015);
	}

}
