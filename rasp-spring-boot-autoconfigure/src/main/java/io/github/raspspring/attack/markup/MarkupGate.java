package io.github.raspspring.attack.markup;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.CharacterSet;
import io.github.raspspring.text.Traits;

/**
 * Tells cheaply which texts {@link MarkupEvidence} finds nothing in: formatting, links
 * and code, however much markup they hold. Goes from sign to sign and asks of each what
 * any evidence begins with, whether it stands in a tag or not. Says yes too often, never
 * no to evidence. Stateless.
 */
final class MarkupGate {

	/** What names of attributes are made of. */
	private static final CharacterSet NAME = CharacterSet.ofWords("_-:.");

	/** What the names of elements begin with that act, alone or with an attribute. */
	private static final LetterPairs ELEMENTS = LetterPairs
		.of("if em fr ap bg la il is vm po fe xs sc sv ht ob ba li me st im ha xm ti te no pl");

	/** What the names of attributes begin with that act in any element. */
	private static final LetterPairs ATTRIBUTES = LetterPairs.of("on v- ng x- hx da sr st at ac co ev fo");

	/** The groups of elements that act with an attribute, a bit for each. */
	private static final int ACTING_BY_ATTRIBUTE = 1 << MarkupVocabulary.OBJECT | 1 << MarkupVocabulary.BASE
			| 1 << MarkupVocabulary.LINK | 1 << MarkupVocabulary.META | 1 << MarkupVocabulary.FRAME
			| 1 << MarkupVocabulary.IMPORT | 1 << MarkupVocabulary.HANDLER | 1 << MarkupVocabulary.ISLAND;

	/** Any of these, or quotes of some kinds, are needed. */
	private static final long NEEDED = Traits.TAG | Traits.EQUALS | Traits.COLON | Traits.AMPERSAND | Traits.BACKTICK
			| Traits.SCRIPT_WORD | Traits.SCRIPT_SIGN | Traits.JOINT | Traits.CALL;

	private static final long ASKED = Traits.DOUBLE_QUOTE | Traits.QUESTION;

	private static final int LONGEST_NAME = 40;

	private static final int SHORTEST_EVENT = 5;

	private static final int MOST_DROPPED = 64;

	private static final int LONGEST_SCHEME = 10;

	private MarkupGate() {
	}

	/**
	 * Tell whether a text may hold evidence.
	 * @param text the text
	 * @param traits its traits
	 */
	static boolean mayMatter(String text, long traits) {
		if ((traits & NEEDED) == 0 && (traits & ASKED) != ASKED) {
			return false;
		}
		boolean calls = (traits & Traits.SCRIPT_WORD) != 0;
		int styledFrom = text.length();
		int elements = 0;
		PastedLiteral pasted = null;
		for (int i = MarkupPairs.next(text, 0, calls); i < text.length(); i = MarkupPairs.next(text, i + 1, calls)) {
			char c = text.charAt(i);
			if (c == '<' || c == '=') {
				int meaning = (c == '<') ? element(text, i) : attribute(text, i, elements);
				if (meaning == MarkupVocabulary.ACTING) {
					return true;
				}
				boolean style = meaning == MarkupVocabulary.STYLE || meaning == MarkupVocabulary.STYLED;
				styledFrom = style ? Math.min(styledFrom, i) : styledFrom;
				elements |= 1 << meaning & ACTING_BY_ATTRIBUTE;
			}
			else if (c == ':' || c == '&') {
				if (mayBeginUrl(text, i, c)) {
					return true;
				}
			}
			else if (mayBeginScript(text, i, c)) {
				pasted = (pasted != null) ? pasted : new PastedLiteral(text);
				if (pasted.mayBeLeft(i, c)) {
					return true;
				}
			}
		}
		return styledFrom < text.length() && StyleWord.mayFollow(text, styledFrom);
	}

	private static boolean mayBeginUrl(String text, int i, char c) {
		if (c == '&') {
			return mayBeReference(text, i);
		}
		return mayEndScheme(text, i) || mayBeStyle(text, i)
				|| ELEMENTS.contains(Ascii.at(text, i + 1), Ascii.at(text, i + 2)) && PrefixedElement.mayBeAt(text, i);
	}

	/**
	 * Tell whether a quote may end a literal behind which something runs, or begin the
	 * address that a function loads; or a sign may stand behind the name of a function.
	 */
	private static boolean mayBeginScript(String text, int i, char c) {
		return switch (c) {
			case '\'', '"', '`' -> LeftLiteral.goesOnBehind(text, i) || c == '`' && mayBeCalled(text, i)
					|| Ascii.at(text, i - 1) == '(' && mayBeCalled(text, i - 1);
			default -> mayBeCalled(text, i);
		};
	}

	private static boolean mayBeCalled(String text, int sign) {
		return mayEndSink(text, sign) && ScriptEvidence.isSink(text, sign);
	}

	/**
	 * Tell whether the element is one of those that act by themselves, and otherwise its
	 * group. How its name is read is told by {@link HtmlLexer}.
	 */
	private static int element(String text, int angle) {
		char next = Ascii.at(text, angle + 1);
		if (!Ascii.isLetter(next) && next != '/') {
			return (next == '%' || next < ' ' && angle + 1 < text.length()) ? MarkupVocabulary.ACTING : 0;
		}
		int name = angle + 1;
		while (Ascii.at(text, name) == '/') {
			name++;
		}
		char second = Ascii.at(text, name + 1);
		boolean known = ELEMENTS.contains(Ascii.at(text, name), second);
		if (second >= ' ' && (!known || HtmlLexer.endsTagName(Ascii.at(text, name + 2)))) {
			// None of them has a name of two letters.
			return 0;
		}
		int group = MarkupVocabulary.ELEMENTS.groupOf(HtmlLexer.hash(text, name));
		boolean acts = switch (group) {
			case MarkupVocabulary.ACTIVE, MarkupVocabulary.SCRIPT -> true;
			case MarkupVocabulary.RAW_TEXT, MarkupVocabulary.STYLE -> next == '/' && isFollowedByTag(text, name);
			default -> false;
		};
		return acts ? MarkupVocabulary.ACTING : group;
	}

	private static boolean isFollowedByTag(String text, int name) {
		int end = Ascii.skipSpace(text, HtmlLexer.nameEnd(text, name));
		return Ascii.at(text, end) == '>' && Ascii.at(text, end + 1) == '<';
	}

	/**
	 * Tell whether an attribute acts that an equals sign follows, or takes a style.
	 * @param elements those that were seen before, a bit for each group
	 */
	private static int attribute(String text, int equals, int elements) {
		int end = equals;
		while (end > 0 && equals - end <= LONGEST_NAME && text.charAt(end - 1) <= ' ') {
			end--;
		}
		int start = end;
		while (start > 0 && end - start <= LONGEST_NAME && NAME.contains(text.charAt(start - 1))) {
			start--;
		}
		char first = Ascii.at(text, start);
		if (Ascii.at(text, start - 1) == '@' || first == ':') {
			return reachesOut(text, equals);
		}
		if (end - start > LONGEST_NAME || elements == 0 && !ATTRIBUTES.contains(first, Ascii.at(text, start + 1))) {
			return 0;
		}
		if (Ascii.startsWith(text, start, "on")) {
			return mayHandle(text, start, end, equals) ? MarkupVocabulary.ACTING : 0;
		}
		return Directive.isAt(text, start) ? reachesOut(text, equals) : attribute(text, start, end, elements);
	}

	private static int attribute(String text, int start, int end, int elements) {
		int meaning = MarkupVocabulary.ATTRIBUTES.groupOf(text, start, end);
		return switch (meaning) {
			case 0, MarkupVocabulary.ACTING, MarkupVocabulary.STYLED -> meaning;
			case MarkupVocabulary.BUTTON, MarkupVocabulary.FORM ->
				FormTarget.isElsewhere(text, text.indexOf('=', end) + 1) ? MarkupVocabulary.ACTING : 0;
			default -> ((elements & 1 << meaning & ACTING_BY_ATTRIBUTE) != 0) ? MarkupVocabulary.ACTING : 0;
		};
	}

	private static int reachesOut(String text, int equals) {
		return Directive.reachesOut(text, behindBlanks(text, equals + 1)) ? MarkupVocabulary.ACTING : 0;
	}

	/**
	 * Tell whether the value of a handler may run, which is asked here as it is when the
	 * handler is weighed.
	 */
	private static boolean mayHandle(String text, int start, int end, int equals) {
		return end - start >= SHORTEST_EVENT && MarkupVocabulary.NO_EVENTS.groupOf(text, start, end) == 0
				&& !HandlerValue.isJsxHandler(text, behindBlanks(text, equals + 1));
	}

	private static int behindBlanks(String text, int from) {
		int i = from;
		while (i < text.length() && i < from + LONGEST_NAME && text.charAt(i) <= ' ') {
			i++;
		}
		return i;
	}

	private static boolean mayBeStyle(String text, int colon) {
		char next = Ascii.at(text, colon + 1);
		return (next == 'e' || next == 'E' || next == '/' || next == '\\' || next == ' ' || next == '\0')
				&& StyleWord.isAt(text, colon, ":expression(");
	}

	/**
	 * Tell whether a colon ends the scheme of a script, or one of data that acts,
	 * whatever browsers drop within it. A letter of it that is written as a reference was
	 * seen before.
	 */
	private static boolean mayEndScheme(String text, int colon) {
		int last = behindDropped(text, colon - 1);
		return switch (Ascii.fold(Ascii.at(text, last))) {
			case 't' -> mayBeScript(text, startOf("script", text, last + 1));
			case 'a' -> mayBeData(text, startOf("data", text, last + 1)) || startOf("mocha", text, last + 1) >= 0;
			default -> false;
		};
	}

	private static boolean mayBeScript(String text, int script) {
		return script > 0 && (startOf("java", text, script) >= 0 || startOf("vb", text, script) >= 0
				|| startOf("live", text, script) >= 0);
	}

	private static boolean mayBeData(String text, int start) {
		return start >= 0 && ScriptUrl.behindActiveData(text, start) >= 0;
	}

	/**
	 * Return where a word begins that ends before an index, -1 if another one stands
	 * there.
	 */
	private static int startOf(String word, String text, int end) {
		int start = end;
		for (int i = word.length() - 1; i >= 0; i--) {
			start = behindDropped(text, start - 1);
			if (Ascii.fold(Ascii.at(text, start)) != word.charAt(i)) {
				return -1;
			}
		}
		return start;
	}

	/**
	 * Return the index of the last character up to here that is not dropped, or of one
	 * far before that is.
	 */
	private static int behindDropped(String text, int index) {
		int i = index;
		while (i >= 0 && index - i <= MOST_DROPPED && isDropped(text.charAt(i))) {
			i--;
		}
		return i;
	}

	private static boolean isDropped(char c) {
		return c <= ' ' || c == '\\' || c == '\u007F';
	}

	/**
	 * Tell whether a reference stands for a part of the scheme of a script or of data:
	 * then no more than the rest of it comes up to the colon.
	 */
	private static boolean mayBeReference(String text, int ampersand) {
		if (Ascii.at(text, ampersand + 1) == '{') {
			return true;
		}
		char last = Ascii.fold(Ascii.at(text, behindDropped(text, ampersand - 1)));
		int letters = 0;
		int i = ampersand;
		for (int read = 0; read < LONGEST_SCHEME + MOST_DROPPED && letters <= LONGEST_SCHEME; read++) {
			long next = AttributeCharacter.read(text, i);
			char c = AttributeCharacter.character(next);
			if (c == ':') {
				return last == 't' || last == 'a' || last == ';';
			}
			if (Ascii.isLetter(c)) {
				last = Ascii.fold(c);
				letters++;
			}
			else if (!isDropped(c) || i >= text.length()) {
				return false;
			}
			i = AttributeCharacter.end(next);
		}
		return false;
	}

	/**
	 * Tell whether letters stand before with which one of the functions and objects ends
	 * that scripts of attackers use.
	 */
	private static boolean mayEndSink(String text, int index) {
		char before = Ascii.fold(Ascii.at(text, index - 2));
		char third = Ascii.fold(Ascii.at(text, index - 3));
		return switch (Ascii.fold(Ascii.at(text, index - 1))) {
			case 't' -> switch (before) {
				case 'r' -> third == 'e' || third == 'o';
				case 'p' -> third == 'm' || third == 'i';
				case 'u' -> third == 'o';
				default -> before == 'n' && third == 'e';
			};
			case 'm' -> before == 'r' && third == 'i';
			case 'l' -> before == 'a' && third == 'v';
			case 'w' -> before == 'o' && third == 'd';
			case 'n' -> before == 'o' && third == 'i';
			case 'h' -> before == 'c' && third == 't';
			default -> false;
		};
	}

}
