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
			case '{' -> isBrace(text, index, script.wordEnd(index));
			case '~' -> script.startsWord(index) && isHome(text, index + 1);
			case '*', '?' -> isPath(text, script.wordStart(index), script.wordEnd(index));
			default -> false;
		};
	}

	private static boolean isBrace(String text, int start, int wordEnd) {
		int end = text.indexOf('}', start);
		if (end < 0 || end >= wordEnd) {
			return false;
		}
		int comma = text.indexOf(',', start);
		int range = text.indexOf("..", start);
		return (comma > 0 && comma < end) || (range > 0 && range < end);
	}

	private static boolean isHome(String text, int index) {
		char c = (index < text.length()) ? text.charAt(index) : ' ';
		return Character.isLetter(c) || c == '/' || c == '+';
	}

	private static boolean isPath(String text, int start, int end) {
		int slash = text.indexOf('/', start);
		return slash >= 0 && slash < end;
	}

}
