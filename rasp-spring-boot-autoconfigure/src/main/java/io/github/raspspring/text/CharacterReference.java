package io.github.raspspring.text;

/**
 * Character references of HTML (WHATWG, 13.5): decimal and hexadecimal ones with or
 * without a semicolon, and the named ones of characters that matter to a parser.
 */
public final class CharacterReference {

	private static final int LONGEST_NAME = 12;

	private static final int LONGEST_NUMBER = 12;

	private static final WordTable<Character> NAMES = names();

	private CharacterReference() {
	}

	public static long at(String text, int index) {
		if (index + 2 >= text.length()) {
			return Escape.NONE;
		}
		return (text.charAt(index + 1) == '#') ? numeric(text, index) : named(text, index);
	}

	private static long numeric(String text, int index) {
		boolean hex = (text.charAt(index + 2) | 0x20) == 'x';
		int first = index + (hex ? 3 : 2);
		int codePoint = 0;
		int i = first;
		while (i < first + LONGEST_NUMBER) {
			int digit = Escape.hexDigit(text, i);
			if (digit < 0 || (!hex && digit > 9)) {
				break;
			}
			codePoint = Math.min(codePoint * (hex ? 16 : 10) + digit, Character.MAX_CODE_POINT + 1);
			i++;
		}
		if (i == first || codePoint > Character.MAX_CODE_POINT) {
			return Escape.NONE;
		}
		boolean closed = i < text.length() && text.charAt(i) == ';';
		int length = i - index + (closed ? 1 : 0);
		boolean letterOrDigit = Character.isLetterOrDigit(codePoint) && codePoint < 0x80;
		return (!closed || letterOrDigit || codePoint == 0) ? Escape.unusual(codePoint, length)
				: Escape.of(codePoint, length);
	}

	private static long named(String text, int index) {
		int i = index + 1;
		while (i < text.length() && i <= index + LONGEST_NAME && isLetter(text.charAt(i))) {
			i++;
		}
		Character character = NAMES.find(text, index + 1, i);
		if (character == null) {
			return Escape.NONE;
		}
		boolean closed = i < text.length() && text.charAt(i) == ';';
		if (!closed && i - index > 3 && character != '"' && character != '&') {
			return Escape.NONE;
		}
		return Escape.of(character, i - index + (closed ? 1 : 0));
	}

	private static boolean isLetter(char c) {
		int folded = c | 0x20;
		return folded >= 'a' && folded <= 'z' && c < 0x80;
	}

	private static WordTable<Character> names() {
		WordTable<Character> names = new WordTable<>(128);
		String[] pairs = { "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "amp", "&", "colon", ":", "tab", "\t",
				"newline", "\n", "lpar", "(", "rpar", ")", "equals", "=", "sol", "/", "bsol", "\\", "nbsp", " ", "lcub",
				"{", "lbrace", "{", "rcub", "}", "rbrace", "}", "lsqb", "[", "lbrack", "[", "rsqb", "]", "rbrack", "]",
				"dollar", "$", "num", "#", "percnt", "%", "excl", "!", "semi", ";", "comma", ",", "period", ".", "plus",
				"+", "grave", "`", "lowbar", "_", "ast", "*", "commat", "@", "verbar", "|", "vert", "|", "hyphen", "-",
				"quest", "?", "hat", "^" };
		for (int i = 0; i < pairs.length; i += 2) {
			names.put(pairs[i], pairs[i + 1].charAt(0));
		}
		return names;
	}

}
