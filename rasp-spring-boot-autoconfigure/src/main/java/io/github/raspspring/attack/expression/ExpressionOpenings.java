package io.github.raspspring.attack.expression;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.CharacterPairs;
import io.github.raspspring.text.CharacterSet;
import io.github.raspspring.text.Traits;

/**
 * Finds the first place of a text where an expression may open, or a name stands that is
 * enough by itself. Goes from one pair of neighboring characters that may tell of it to
 * the next, as single signs of them stand everywhere in code. Stateless.
 */
final class ExpressionOpenings {

	/** Without any of these only the names of classes are left to find. */
	private static final long OPENED = Traits.OPENING | Traits.HASH;

	/** What ends the name of a class, or begins a list in which one is made. */
	private static final String ENDS = "(.[";

	private static final CharacterSet SIGNS = CharacterSet.of("$%*~#@{<[?_(.");

	private static final CharacterPairs PAIRS = new CharacterPairs("$%*~", "{!", "#",
			"{abcdefghijklmnopqrstuvwxyz0123456789_", "@", "{(jo", "{", "{%$psie", "<", "#%", "[", "#n", "?", "nai",
			"_", "m_", " tesr", "(", "axesr", ".", "st", "[");

	private ExpressionOpenings() {
	}

	/**
	 * Find the first one.
	 * @param text the text
	 * @param traits its traits, by which most texts have no sign that opens anything
	 * @return an index, or -1 if there is nothing to read in this text
	 */
	static int first(String text, long traits) {
		if ((traits & OPENED) == 0) {
			return firstName(text);
		}
		for (int i = SIGNS.next(text, 0); i < text.length(); i = SIGNS.next(text, i + 1)) {
			int opening = PAIRS.containAt(text, i) ? at(text, i) : -1;
			if (opening >= 0) {
				return opening;
			}
		}
		return -1;
	}

	/**
	 * Find the first one that is told by the sign at its end, by a search for each: a
	 * text has few of them.
	 */
	private static int firstName(String text) {
		int end = text.length();
		int opening = -1;
		for (int n = 0; n < ENDS.length(); n++) {
			char sign = ENDS.charAt(n);
			int found = -1;
			int i = text.indexOf(sign);
			while (i >= 0 && i < end && found < 0) {
				found = at(text, i);
				end = (found >= 0) ? i : end;
				i = text.indexOf(sign, i + 1);
			}
			opening = (found >= 0) ? found : opening;
		}
		return opening;
	}

	/**
	 * Tell what a character opens or ends, whatever its neighbors.
	 * @param text the text
	 * @param i index of the character
	 * @return where it begins, or -1 if it is nothing
	 */
	static int at(String text, int i) {
		char c = text.charAt(i);
		int name = (c == '(' || c == '.' || c == '[') ? nameBefore(text, i, c) : -1;
		return (name < 0 && c != '(' && c != '.' && maySignOpen(text, i, c)) ? i : name;
	}

	/**
	 * Return where a name begins that reaches for a class and ends at a sign, -1 if none
	 * does.
	 */
	private static int nameBefore(String text, int sign, char c) {
		char last = Ascii.fold(Ascii.at(text, sign - 1));
		return switch (c) {
			case '(' -> switch (last) {
				case ' ' -> start(text, sign - 1, "t");
				case 't' -> Math.max(start(text, sign, "t"), start(text, sign, "getservletcontext"));
				case 'e' -> start(text, sign, "getruntime");
				case 's' -> start(text, sign, "getclass");
				case 'r' -> start(text, sign, "getclassloader");
				default -> -1;
			};
			case '.' -> switch (last) {
				case 'a' -> start(text, sign, "java");
				case 'x' -> start(text, sign, "javax");
				case 'e' -> start(text, sign, "runtime");
				case 's' -> start(text, sign, "class");
				case 'r' -> Math.max(start(text, sign, "constructor"), start(text, sign, "methodaccessor"));
				default -> -1;
			};
			case '[' -> switch (last) {
				case 's' -> Math.max(start(text, sign, "class"), start(text, sign, "systemproperties"));
				case 't' -> start(text, sign, "systemenvironment");
				default -> -1;
			};
			default -> -1;
		};
	}

	/**
	 * Return where a name begins that ends at an index, -1 if another one does.
	 */
	private static int start(String text, int end, String name) {
		int start = end - name.length();
		char before = Ascii.at(text, start - 1);
		// Most names that end with the same letter differ in the one before.
		boolean alike = name.length() < 2 || Ascii.fold(Ascii.at(text, end - 2)) == name.charAt(name.length() - 2);
		return (alike && Ascii.startsWith(text, start, name) && !Ascii.isLetter(before) && before != '_') ? start : -1;
	}

	private static boolean maySignOpen(String text, int i, char c) {
		char next = Ascii.at(text, i + 1);
		return switch (c) {
			case '$', '%', '*', '~' -> next == '{' || next == '!';
			case '#' -> next == '{' || ExpressionLexer.directiveLength(text, i) > 0 || isVariable(text, i + 1);
			case '@' -> next == '{' || next == '(' && BareExpression.computed(text, i + 2) > 0
					|| startsWithEither(text, i + 1, "java", "ognl.") || Ascii.startsWith(text, i + 1, "org.");
			case '{' -> next == '{' || next == '%' || next == '$' || startsWithEither(text, i + 1, "php}", "smarty")
					|| startsWithEither(text, i + 1, "if ", "elseif ");
			case '<' -> ExpressionLexer.opensTag(text, i);
			case '[' -> next == '#' || Ascii.startsWith(text, i + 1, "new ");
			case '?' -> (startsWithEither(text, i + 1, "new(", "api") || Ascii.startsWith(text, i + 1, "interpret"));
			case '_' -> startsWithEither(text, i, "_memberaccess", "__class__.__");
			default -> false;
		};
	}

	/**
	 * Tell whether a variable of OGNL or SpEL is assigned, indexed by a text or asked for
	 * its class.
	 */
	private static boolean isVariable(String text, int name) {
		int end = name;
		while (Ascii.isWord(Ascii.at(text, end))) {
			end++;
		}
		char next = Ascii.at(text, end);
		char behind = Ascii.at(text, end + 1);
		boolean assigned = Ascii.at(text, Ascii.skipSpace(text, end)) == '=';
		char quote = (behind == '\\') ? Ascii.at(text, end + 2) : behind;
		return end > name && (assigned || next == '[' && (quote == '\'' || quote == '"')
				|| next == '.' && startsWithEither(text, end + 1, "get", "class"));
	}

	private static boolean startsWithEither(String text, int from, String one, String other) {
		return Ascii.startsWith(text, from, one) || Ascii.startsWith(text, from, other);
	}

}
