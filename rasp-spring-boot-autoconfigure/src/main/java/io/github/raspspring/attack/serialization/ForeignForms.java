package io.github.raspspring.attack.serialization;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.Traits;

/**
 * Recognizes objects that are serialized for other platforms and carry code or choose
 * classes: PHP, Python, Ruby, Node.js and .NET. Stateless.
 */
final class ForeignForms {

	/** Tags of YAML by which objects are created. */
	private static final String[] TAGS = { "!!python/object/", "!!python/name:", "!!python/module:", "!ruby/object:" };

	/** What Node.js takes for a function. */
	private static final String FUNCTION = "_$$ND_FUNC$$_";

	private static final String FUNCTION_IN_STRING = "\"" + FUNCTION;

	/** What a pickle has that calls a function with a string. */
	private static final long PICKLED = Traits.LINE_BREAK | Traits.OPEN_PAREN | Traits.SINGLE_QUOTE | Traits.DOT;

	private static final int LONGEST_COUNT = 3;

	private ForeignForms() {
	}

	/**
	 * Return whether a text is such an object.
	 * @param text the text
	 * @param traits its traits
	 * @return {@code true} if it begins with one, or holds a tag or function of one
	 */
	static boolean isOne(String text, long traits) {
		boolean dollar = (traits & Traits.DOLLAR) != 0;
		char first = text.charAt(0);
		boolean begins = switch (first) {
			case 'O', 'C' -> isPhpObject(text);
			case 'a' -> isPhpArrayOfObjects(text);
			case 'g', 'A', 'B', '/' -> ForeignBase64.isOne(text);
			case 'S', 'M' -> DotNetType.isName(text);
			case '{', '[' -> dollar && DotNetType.isChosen(text);
			default -> false;
		};
		boolean function = dollar && hasFunction(text);
		boolean held = "OCagA".indexOf(first) < 0
				&& (function || (traits & Traits.EXCLAMATION) != 0 && mayBeTagged(text) && isTagged(text));
		return begins || held || function && first != '_' && text.indexOf(FUNCTION_IN_STRING) >= 0
				|| (traits & PICKLED) == PICKLED && PickledCall.is(text);
	}

	/**
	 * Whether a text has what Node.js takes for a function, found by its second sign,
	 * which few texts have.
	 */
	private static boolean hasFunction(String text) {
		int i = text.indexOf('$');
		while (i >= 0 && !text.startsWith(FUNCTION, i - 1)) {
			i = text.indexOf('$', i + 1);
		}
		return i >= 0;
	}

	/**
	 * {@code O:8:"ClassName":1:&#123;}, whose first number is the length of the name.
	 */
	private static boolean isPhpObject(String text) {
		return isPhpObject(text, 0) && text.charAt(text.length() - 1) == '}';
	}

	private static boolean isPhpObject(String text, int start) {
		int colon = text.indexOf(':', start + 2);
		int digits = colon - start - 2;
		if (text.length() <= start + 2 || text.charAt(start + 1) != ':' || digits < 1 || digits > LONGEST_COUNT
				|| !isNumber(text, start + 2, colon)) {
			return false;
		}
		if (!text.startsWith(":\"", colon)) {
			return false;
		}
		int length = Integer.parseInt(text, start + 2, colon, 10);
		return text.startsWith("\":", colon + 2 + length) || hasMembers(text, text.indexOf('"', colon + 2));
	}

	/**
	 * Whether the number of members and their beginning follow a name, whose length
	 * scanners count wrong at times.
	 */
	private static boolean hasMembers(String text, int quote) {
		int number = quote + 2;
		int end = number;
		while (Ascii.isDigit(Ascii.at(text, end))) {
			end++;
		}
		return quote > 0 && text.charAt(quote - 1) != '"' && Ascii.at(text, quote + 1) == ':' && end > number
				&& text.startsWith(":{", end);
	}

	private static boolean isPhpArrayOfObjects(String text) {
		if (!text.startsWith("a:") || text.charAt(text.length() - 1) != '}') {
			return false;
		}
		for (int i = text.indexOf(";O:"); i >= 0; i = text.indexOf(";O:", i + 1)) {
			if (isPhpObject(text, i + 1)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isNumber(String text, int start, int end) {
		for (int i = start; i < end; i++) {
			if (text.charAt(i) < '0' || text.charAt(i) > '9') {
				return false;
			}
		}
		return true;
	}

	/**
	 * Whether the name of one of the languages follows an exclamation mark.
	 */
	private static boolean mayBeTagged(String text) {
		for (int i = text.indexOf('!'); i >= 0; i = text.indexOf('!', i + 1)) {
			if (text.startsWith("python/", i + 1) || text.startsWith("ruby/", i + 1)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isTagged(String text) {
		for (String tag : TAGS) {
			int at = text.indexOf(tag);
			if (at == 0 || at > 0 && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\n')) {
				return true;
			}
		}
		return false;
	}

}
