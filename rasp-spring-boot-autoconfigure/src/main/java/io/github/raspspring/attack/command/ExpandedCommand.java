package io.github.raspspring.attack.command;

import io.github.raspspring.text.Ascii;

/**
 * Recognizes commands whose word a shell makes first: from escapes, from pieces of
 * variables, from a text that is given to a program, from a file.
 */
final class ExpandedCommand {

	private static final int LONGEST = 64;

	private static final String GIVEN = "<<<";

	private ExpandedCommand() {
	}

	/**
	 * Tell whether such a command begins at a place.
	 */
	static boolean begins(String text, int from) {
		int start = from;
		while (start - from < LONGEST && isBlank(Ascii.at(text, start))) {
			start++;
		}
		return switch (Ascii.at(text, start)) {
			case '$' -> isExpansion(text, start);
			case '.' -> isBlank(Ascii.at(text, start + 1)) && isFile(text, start + 2);
			case ':' -> text.startsWith(":()", start) && Ascii.at(text, Ascii.skipSpace(text, start + 3)) == '{';
			default -> text.startsWith("IFS=", start) || isGiven(text, start);
		};
	}

	/**
	 * Tell whether a program within a substitution is given a text.
	 */
	static boolean isGivenText(String text, int from) {
		int given = from;
		while (given - from < LONGEST && Ascii.at(text, given) != '<' && Ascii.at(text, given) >= ' ') {
			given++;
		}
		return given > from && text.startsWith(GIVEN, given) && Ascii.at(text, given + GIVEN.length()) > ' ';
	}

	private static boolean isExpansion(String text, int dollar) {
		boolean escaped = Ascii.at(text, dollar + 1) == '\'' && Ascii.at(text, dollar + 2) == '\\';
		return escaped || text.startsWith("$0" + GIVEN, dollar) || Ascii.at(text, dollar + 1) == '{'
				&& ObscuredPath.isPiece(text, dollar, Math.min(text.length(), dollar + LONGEST));
	}

	private static boolean isFile(String text, int start) {
		char first = Ascii.at(text, start);
		return (first == '/' || first == '~' && Ascii.at(text, start + 1) == '/')
				&& Ascii.isLetter(Ascii.at(text, text.indexOf('/', start) + 1));
	}

	private static boolean isGiven(String text, int start) {
		int end = start;
		while (end - start < LONGEST && Ascii.isWord(Ascii.at(text, end))) {
			end++;
		}
		boolean assigned = Ascii.at(text, end) == '=' && isExpansion(text, end + 1);
		return end > start + 1 && (assigned
				|| text.startsWith(GIVEN, end) && Ascii.at(text, end + 3) > ' ' && Ascii.at(text, end + 3) != '<');
	}

	private static boolean isBlank(char c) {
		return c == ' ' || c == '\t';
	}

}
