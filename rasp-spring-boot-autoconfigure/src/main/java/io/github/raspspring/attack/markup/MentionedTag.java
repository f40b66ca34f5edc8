package io.github.raspspring.attack.markup;

import io.github.raspspring.text.Ascii;

/**
 * A tag that a text talks about instead of using it. Stateless.
 */
final class MentionedTag {

	private MentionedTag() {
	}

	/**
	 * Return whether a sentence calls it a tag, and it neither has attributes nor is
	 * closed again: then there is nothing that a browser would run.
	 * @param text the text
	 * @param around what stands around its tags
	 * @param start index of the angle bracket
	 * @param end index behind the name
	 * @param script whether the element runs what it holds
	 */
	static boolean is(String text, Surroundings around, int start, int end, boolean script) {
		if (script && (isQuotedWord(text, around, start, end) || isQuotedTag(text, around, start, end)
				|| cannotBegin(text, end) || isWordInList(text, end))) {
			return true;
		}
		if (Ascii.at(text, end) != '>' || Ascii.at(text, end + 1) != ' ') {
			return false;
		}
		int word = end + 2;
		int i = word;
		while (Ascii.isLetter(Ascii.at(text, i))) {
			i++;
		}
		char behind = Ascii.at(text, i);
		boolean sentence = behind == '\0' || behind == '.' || behind == ',' || behind == '?'
				|| behind == ' ' && Ascii.isLetter(Ascii.at(text, i + 1));
		boolean mentioned = !script || MarkupVocabulary.MENTIONS.groupOf(text, word, i) != 0
				|| isNoScript(text, word, i);
		return sentence && mentioned && !around.hasClosingTag(i);
	}

	/**
	 * Return whether it stands in quotation marks of a sentence, or in those by which
	 * Markdown marks code. The script would begin with the mark that closes them, and a
	 * literal that does not end is no script, whatever the page goes on with on that
	 * line; a template literal may end on any line, so no other may follow.
	 */
	private static boolean isQuotedWord(String text, Surroundings around, int start, int end) {
		char mark = Ascii.at(text, start - 1);
		char before = Ascii.at(text, start - 2);
		char behind = Ascii.at(text, end + 2);
		return (mark == '"' || mark == '\'' || mark == '`') && (before == ' ' || before == '(')
				&& Ascii.at(text, end) == '>' && Ascii.at(text, end + 1) == mark
				&& (!Ascii.isWord(behind) && behind != '+' && behind != '-')
				&& !((mark == '`') ? around.hasQuote(mark, end + 2) : around.hasQuoteOnLine(mark, end + 2));
	}

	/**
	 * Return whether it ends words in quotation marks of a sentence, with names of
	 * attributes at most: the script would begin with a literal that does not end.
	 */
	private static boolean isQuotedTag(String text, Surroundings around, int start, int end) {
		int close = wordsEnd(text, end);
		char mark = Ascii.at(text, close + 1);
		char behind = Ascii.at(text, close + 2);
		if (Ascii.at(text, close) != '>' || mark != '"' && mark != '\'' || behind != ' ' && ".,;?!)".indexOf(behind) < 0
				|| around.hasQuoteOnLine(mark, close + 2) || around.hasLineBreak(close)) {
			return false;
		}
		int open = start;
		while (open > 1 && (Ascii.isLetter(text.charAt(open - 1)) || text.charAt(open - 1) == ' ')) {
			open--;
		}
		char before = Ascii.at(text, open - 2);
		return Ascii.at(text, open - 1) == mark && (before == ' ' || before == '(' || open == 1 && open < start)
				&& !around.hasClosingTag(close);
	}

	private static int wordsEnd(String text, int from) {
		int i = from;
		while (Ascii.isLetter(Ascii.at(text, i)) || Ascii.at(text, i) == ' ') {
			i++;
		}
		return i;
	}

	/**
	 * Return whether the script would begin with a sign that no script begins with, such
	 * as the end of a parenthesis: all of it up to the closing tag is an error then.
	 */
	private static boolean cannotBegin(String text, int end) {
		char first = Ascii.at(text, end + 1);
		return Ascii.at(text, end) == '>' && (first == ')' || first == ',' || first == '?' || first == ':');
	}

	/**
	 * Return whether the name goes on with words that are no attributes, and only words
	 * follow up to the end of the text: what has no signs calls nothing.
	 */
	private static boolean isWordInList(String text, int end) {
		int close = wordsEnd(text, end);
		if (Ascii.at(text, close) != '>' || Ascii.at(text, end) != ' ' || close - end < 4) {
			return false;
		}
		for (int i = end + 1, word = i; i <= close; i++) {
			if (!Ascii.isLetter(Ascii.at(text, i))) {
				if (MarkupVocabulary.SWITCHES.groupOf(text, word, i) != 0) {
					return false;
				}
				word = i + 1;
			}
		}
		for (int i = close + 1; i < text.length(); i++) {
			char c = text.charAt(i);
			boolean member = c == '.' && Ascii.isWord(Ascii.at(text, i + 1));
			if (member || !Character.isLetterOrDigit(c) && " .,;&!?-\n".indexOf(c) < 0) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Return whether the script would begin with two words of which the first is none of
	 * the language, so that nothing in it runs.
	 */
	private static boolean isNoScript(String text, int word, int end) {
		return Ascii.at(text, end) == ' ' && MarkupVocabulary.STATEMENTS.groupOf(text, word, end) == 0;
	}

}
