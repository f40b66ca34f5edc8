package io.github.raspspring.attack.markup;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.CharacterSet;
import io.github.raspspring.text.HashedWords;

/**
 * Tells cheaply which texts {@link MarkupEvidence} finds nothing in: formatting, links
 * and code, however much markup they hold. Goes from sign to sign and asks of each what
 * any evidence begins with, whether it stands in a tag or not. Says yes too often, never
 * no to evidence. Stateless.
 */
final class MarkupGate {

	private static final CharacterSet SIGNS = CharacterSet.of("<'\"`(.[):&=");

	private static final CharacterSet STYLE_SIGNS = CharacterSet.of("xXvVbB@\\");

	private static final int LONGEST_NAME = 40;

	private static final int MOST_DROPPED = 64;

	private MarkupGate() {
	}

	/**
	 * Tell whether a text may hold evidence.
	 */
	static boolean mayMatter(String text) {
		int styledFrom = text.length();
		ScriptEvidence script = null;
		for (int i = SIGNS.next(text, 0); i < text.length(); i = SIGNS.next(text, i + 1)) {
			char c = text.charAt(i);
			if (c == '=') {
				int meaning = attribute(text, i);
				boolean sent = meaning == MarkupVocabulary.BUTTON || meaning == MarkupVocabulary.FORM;
				if (meaning == MarkupVocabulary.ACTING || sent && FormTarget.isElsewhere(text, i + 1)) {
					return true;
				}
				styledFrom = (meaning == MarkupVocabulary.STYLED) ? Math.min(styledFrom, i) : styledFrom;
			}
			else if (mayBeginMarkup(text, i, c)) {
				return true;
			}
			else if (mayBeginScript(text, i, c)) {
				script = (script != null) ? script : ScriptEvidence.atWorst(text);
				if (script.mayHold(i, c)) {
					return true;
				}
			}
		}
		return hasStyleWord(text, styledFrom);
	}

	private static boolean mayBeginMarkup(String text, int i, char c) {
		return switch (c) {
			case '<' -> mayBeElement(text, i);
			case ':' -> mayEndScheme(text, i) || StyleWord.isAt(text, i, ":expression(");
			case '&' -> mayBeReference(text, i);
			default -> false;
		};
	}

	private static boolean mayBeginScript(String text, int i, char c) {
		return switch (c) {
			case '<', ':', '&' -> false;
			case '\'', '"' -> LeftLiteral.goesOnBehind(text, i);
			case '`' -> ScriptEvidence.isSink(text, i) || LeftLiteral.goesOnBehind(text, i);
			default -> mayEndSink(text, i) && ScriptEvidence.isSink(text, i);
		};
	}

	/**
	 * Tell whether the element is one of those that act. How its name is read is told by
	 * {@link HtmlLexer}.
	 */
	private static boolean mayBeElement(String text, int angle) {
		char next = Ascii.at(text, angle + 1);
		if (!Ascii.isLetter(next) && next != '/') {
			return next == '%' || next < ' ' && angle + 1 < text.length();
		}
		int name = angle + 1;
		while (Ascii.at(text, name) == '/') {
			name++;
		}
		return Ascii.isLetter(Ascii.at(text, name))
				&& MarkupVocabulary.ELEMENTS.groupOf(HtmlLexer.hash(text, name)) != 0;
	}

	/**
	 * Tell what the attribute means that an equals sign follows, or that it takes a
	 * script.
	 */
	private static int attribute(String text, int equals) {
		int end = equals;
		while (end > 0 && equals - end <= LONGEST_NAME && text.charAt(end - 1) <= ' ') {
			end--;
		}
		int start = end;
		while (start > 0 && end - start <= LONGEST_NAME && HtmlLexer.isAttributeName(text.charAt(start - 1))) {
			start--;
		}
		boolean takesScript = Ascii.startsWith(text, start, "on") || start < equals && Directive.isAt(text, start);
		return (takesScript || Ascii.at(text, start - 1) == '@') ? MarkupVocabulary.ACTING
				: MarkupVocabulary.ATTRIBUTES.groupOf(text, start, end);
	}

	/**
	 * Tell whether a colon may end the scheme of a script or of data, whatever browsers
	 * drop before it.
	 */
	private static boolean mayEndScheme(String text, int colon) {
		int last = behindDropped(text, colon - 1);
		int before = behindDropped(text, last - 1);
		char previous = Ascii.fold(Ascii.at(text, before));
		return switch (Ascii.fold(Ascii.at(text, last))) {
			case 't' -> previous == 'p' || previous == ';' || isDropped(previous) && before >= 0;
			case 'a' -> previous == 'h' || previous == 't' || previous == ';' || isDropped(previous) && before >= 0;
			case ';' -> true;
			default -> last >= 0 && isDropped(text.charAt(last));
		};
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
	 * Tell whether a character of a scheme or a type may be written as a reference, or
	 * one that browsers drop.
	 */
	private static boolean mayBeReference(String text, int ampersand) {
		char c = AttributeCharacter.character(AttributeCharacter.read(text, ampersand));
		return Ascii.isLetter(c) || c == ':' || c == '/' || c == '-' || isDropped(c)
				|| Ascii.at(text, ampersand + 1) == '{';
	}

	/**
	 * Tell whether a letter stands before with which one of the functions and objects
	 * ends that scripts of attackers use.
	 */
	private static boolean mayEndSink(String text, int index) {
		return switch (Ascii.fold(Ascii.at(text, index - 1))) {
			case 't', 'm', 'l', 'w', 'n', 'h' -> true;
			default -> false;
		};
	}

	/**
	 * Tell whether a word of a style may stand behind the first attribute with one. A
	 * word is told by a letter that few words have.
	 */
	private static boolean hasStyleWord(String text, int from) {
		for (int i = STYLE_SIGNS.next(text, from); i < text.length(); i = STYLE_SIGNS.next(text, i + 1)) {
			boolean word = switch (Ascii.fold(text.charAt(i))) {
				case 'x' -> mayFollow(text, i, 'e') && StyleWord.isAt(text, i, "xpression(");
				case 'v' -> mayFollow(text, i, 'a') && StyleWord.isAt(text, i, "vio");
				case 'b' -> StyleWord.isAt(text, i, "binding:");
				case '@' -> StyleWord.isAt(text, i, "@import");
				default -> true;
			};
			if (word) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Tell cheaply whether a letter may stand before, right there or before what is
	 * dropped.
	 */
	private static boolean mayFollow(String text, int index, char letter) {
		char c = Ascii.fold(Ascii.at(text, index - 1));
		return c == letter || c == '/' || c == '\\' || c == ' ' || c == '\0';
	}

}
