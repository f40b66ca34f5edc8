package io.github.raspspring.attack.serialization;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.CharacterPairs;
import io.github.raspspring.text.Traits;

/**
 * Asks around each sign of a text whether a hint of {@link TypeHints} may be there. A yes
 * may be wrong, a no is not: what it lets pass names no class in a way that a
 * deserializer would act on. Stateless.
 */
final class TypeHintGate {

	/** Letters of packages that an element is looked at for. */
	private static final int LONGEST_ROOT = 16;

	/**
	 * What stands before a quote that is looked at: the last two letters of members, or
	 * those of an attribute and an equals sign.
	 */
	private static final CharacterPairs BEFORE_QUOTE = new CharacterPairs("pm", "e", "s", "s=", "@", "c", "z", "z", "n",
			"=");

	private TypeHintGate() {
	}

	/**
	 * Tell whether a text may hold a hint.
	 * @param text the text
	 * @param traits its traits
	 */
	static boolean opens(String text, long traits) {
		if ((traits & Traits.EXCLAMATION) != 0 && mayTag(text)
				|| (traits & Traits.TYPE_MARK) != 0 && mayBeByteCode(text)
				|| (traits & Traits.LESS_THAN) != 0 && mayHoldElement(text)) {
			return true;
		}
		boolean named = (traits & (Traits.DOT | Traits.HYPHEN)) != 0;
		if (named && ((traits & Traits.DOUBLE_QUOTE) != 0 && mayQuote(text, '"')
				|| (traits & Traits.SINGLE_QUOTE) != 0 && mayQuote(text, '\''))) {
			return true;
		}
		return (traits & Traits.DOT) != 0 && ((traits & Traits.BRACKET) != 0 && mayWrap(text)
				|| (traits & Traits.DOUBLE_QUOTE) == 0 && text.indexOf("@type") >= 0);
	}

	/**
	 * Whether a tag of YAML may name a class, or tags are declared.
	 */
	private static boolean mayTag(String text) {
		for (int i = text.indexOf('!'); i >= 0; i = text.indexOf('!', i + 1)) {
			char next = Ascii.at(text, i + 1);
			if (next == '!' && isLower(Ascii.at(text, i + 2)) || next == '<'
					|| Ascii.at(text, i - 1) == ' ' && text.startsWith("%TAG ", i - 5)) {
				return true;
			}
		}
		return false;
	}

	private static boolean mayBeByteCode(String text) {
		for (int i = text.indexOf('$'); i >= 0; i = text.indexOf('$', i + 1)) {
			if (Ascii.at(text, i + 1) == '$' && Ascii.fold(Ascii.at(text, i + 2)) == 'b') {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether an element is named as those that create objects, or by words in lower case
	 * with a dot between.
	 */
	private static boolean mayHoldElement(String text) {
		int last = text.length() - 1;
		for (int i = text.indexOf('<'); i >= 0 && i < last; i = text.indexOf('<', i + 1)) {
			if (isLower(text.charAt(i + 1)) && (isPackage(text, i + 1) || mayCreate(text, i + 1))) {
				return true;
			}
		}
		return false;
	}

	private static boolean mayCreate(String text, int name) {
		return switch (text.charAt(name)) {
			case 'j' -> text.startsWith("java", name);
			case 'o' -> text.startsWith("object", name);
			case 'v' -> text.startsWith("void", name);
			case 'd' -> text.startsWith("dynamic-proxy", name);
			default -> false;
		};
	}

	/**
	 * Whether a dot follows a word in lower case.
	 */
	private static boolean isPackage(String text, int name) {
		int last = Math.min(text.length() - 1, name + LONGEST_ROOT);
		int i = name;
		while (i < last && isLower(text.charAt(i))) {
			i++;
		}
		return text.charAt(i) == '.';
	}

	/**
	 * Whether a quote ends the name of a member that chooses a class, or begins the value
	 * of an attribute that does.
	 */
	private static boolean mayQuote(String text, char quote) {
		for (int i = Ascii.next(text, quote, 1); i >= 0; i = Ascii.next(text, quote, i + 1)) {
			if (!BEFORE_QUOTE.containAt(text, i - 1)) {
				continue;
			}
			boolean may = switch (Ascii.at(text, i - 1)) {
				case 'e' -> endsMember(text, i) && mayHoldClass(text, i + 1);
				case 's', 'c', 'z' -> endsShortMember(text, i) && mayHoldClass(text, i + 1);
				case '=' -> mayChoose(text, i);
				default -> false;
			};
			if (may) {
				return true;
			}
		}
		return false;
	}

	private static boolean endsMember(String text, int quote) {
		char second = Ascii.at(text, quote - 2);
		if (second == 'p' && text.startsWith("ype", quote - 3)) {
			char before = Ascii.at(text, quote - 5);
			return before == '@' || before == '$' || before == '_';
		}
		return second == 'm' && text.startsWith("ame", quote - 3)
				&& (Ascii.startsWith(text, quote - 9, "class") || Ascii.startsWith(text, quote - 8, "type"));
	}

	private static boolean endsShortMember(String text, int quote) {
		return text.startsWith("lass", quote - 4) || text.startsWith("lazz", quote - 4)
				|| text.startsWith("@c", quote - 2);
	}

	/**
	 * Whether a colon follows and a string with a dot and no blank, perhaps behind
	 * comments.
	 */
	private static boolean mayHoldClass(String text, int behind) {
		int colon = Ascii.skipSpace(text, behind);
		int value = Ascii.skipSpace(text, colon + 1);
		char c = Ascii.at(text, value);
		if (Ascii.at(text, colon) != ':') {
			return Ascii.at(text, colon) == '/' || Ascii.at(text, colon) < ' ';
		}
		int name = value + 1;
		while (Ascii.at(text, name) == '[') {
			name++;
		}
		return c == '/' || c < ' ' || (c == '"' || c == '\'') && namesClass(text, name);
	}

	/**
	 * Whether the attribute that begins here says how an object is written, or names a
	 * class.
	 */
	private static boolean mayChoose(String text, int quote) {
		if (text.startsWith("serialization=", quote - 14)) {
			return true;
		}
		if (!text.startsWith("class=", quote - 6)) {
			return false;
		}
		int i = quote + 1;
		while (Ascii.isWord(Ascii.at(text, i)) || Ascii.at(text, i) == '$') {
			i++;
		}
		return Ascii.at(text, i) == '.' || Ascii.at(text, i) == '-' && Ascii.startsWith(text, i - 7, "dynamic-proxy");
	}

	/**
	 * Whether an array begins with a string that has a dot and no blank.
	 */
	private static boolean mayWrap(String text) {
		for (int i = text.indexOf('['); i >= 0; i = text.indexOf('[', i + 1)) {
			int first = Ascii.skipSpace(text, i + 1);
			char c = Ascii.at(text, first);
			if (c == '"' && namesClass(text, first + 1) || c == '/' || c < ' ') {
				return true;
			}
		}
		return false;
	}

	private static boolean namesClass(String text, int start) {
		int i = start;
		while (Ascii.isWord(Ascii.at(text, i)) || Ascii.at(text, i) == '$') {
			i++;
		}
		return (isLower(Ascii.at(text, start)) || Ascii.at(text, start) == 'L') && Ascii.at(text, i) == '.';
	}

	private static boolean isLower(char c) {
		return c >= 'a' && c <= 'z';
	}

}
