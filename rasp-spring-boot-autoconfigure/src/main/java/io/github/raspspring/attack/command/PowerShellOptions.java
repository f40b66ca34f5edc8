package io.github.raspspring.attack.command;

import java.util.Locale;

/**
 * The options of PowerShell: any unambiguous start of a name will do, behind one dash or
 * two of any kind, or a slash.
 */
final class PowerShellOptions {

	private static final String WITH_ARGUMENTS = "-commandwithargs";

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
