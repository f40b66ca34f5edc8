package io.github.raspspring.attack.command;

/**
 * What a POSIX shell makes of words without quotes: braces, homes and patterns become
 * other words.
 */
final class ShellExpansion {

	private ShellExpansion() {
	}

	/**
	 * Return whether a word is replaced because of the character at a place.
	 */
	static boolean at(ShellScript script, int index) {
		if (script.dialect() != ShellDialect.POSIX) {
			return false;
		}
		String text = script.text();
		return switch (text.charAt(index)) {
			case '{' -> script.isBraceExpansion(index);
			case '~' -> script.startsWord(index) && isHome(text, index + 1) && !isFolder(text, index + 1);
			case '*', '?' -> script.isPath(index);
			default -> false;
		};
	}

	/**
	 * Return whether a path within the home of the process is meant: it is as good as the
	 * path that it stands for, which is no harm to a shell.
	 */
	private static boolean isFolder(String text, int slash) {
		int i = slash + 1;
		boolean visible = i < text.length() && Character.isLetter(text.charAt(i));
		return slash < text.length() && text.charAt(slash) == '/' && visible;
	}

	private static boolean isHome(String text, int index) {
		char c = (index < text.length()) ? text.charAt(index) : ' ';
		return Character.isLetter(c) || c == '/' || c == '+';
	}

}
