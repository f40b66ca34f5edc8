package io.github.raspspring.attack.query;

import org.jspecify.annotations.Nullable;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.CharacterSet;
import io.github.raspspring.text.Traits;

/**
 * Tells at a sign of a text whether an expression of XPath may be left or entered there,
 * by what stands around it alone: whether quotes and brackets are open is for the
 * {@link XPathScanner} to know. Looks back at a word where one that follows it tells. Not
 * thread-safe.
 */
abstract class XPathSigns extends XPathSteps {

	private static final long QUOTES = Traits.SINGLE_QUOTE | Traits.DOUBLE_QUOTE;

	/** What another path has that a step is united with. */
	private static final long UNITED = Traits.PIPE | Traits.SLASH;

	/** What a function of a path has, or of an address. */
	private static final long CALLED_WITH_PATH = Traits.OPEN_PAREN | Traits.SLASH;

	private static final int LONGEST_BLANK = 8;

	private static final int LONGEST_TOLD = 64;

	/** Letters of the only function around a literal that locates a document. */
	private static final int LENGTH_OF_CONCAT = 6;

	/** What a quote is followed by that ends a literal, behind blanks. */
	private static final CharacterSet BEHIND_LITERAL = CharacterSet.of("/|,)]oOaA");

	private @Nullable PathUnion union;

	XPathSigns(String text) {
		super(text);
	}

	/**
	 * Tell whether there is a sign that counts, or would if quotes and brackets are open
	 * or closed as needed. What no sign can do without is asked for first.
	 * @param traits the traits of the text
	 */
	final boolean hasAny(long traits) {
		boolean stepsOn = (traits & Traits.BRACKET) != 0 && stepsBehindBracket();
		boolean quotes = (traits & QUOTES) != 0
				&& (stepsOn || (traits & Traits.SQL_LOGIC) != 0 || mayUnite(traits) || union().isPossible());
		return stepsOn && hasPredicate() || (traits & Traits.PATH_STEP) != 0 && hasAxis()
				|| quotes && (breaksOutAt('"') || breaksOutAt('\''))
				|| (traits & CALLED_WITH_PATH) == CALLED_WITH_PATH && hasCall();
	}

	/**
	 * Whether brackets that close are followed by what goes on with a path. Each run of
	 * brackets is walked over once.
	 */
	private boolean stepsBehindBracket() {
		int i = this.text.indexOf(']');
		while (i >= 0) {
			int behind = skipBlanks(i + 1);
			while (at(behind) == ')' || at(behind) == ']') {
				behind = skipBlanks(behind + 1);
			}
			if (isPathStep(behind)) {
				return true;
			}
			i = this.text.indexOf(']', behind);
		}
		return false;
	}

	/**
	 * Whether a bar is followed by a path.
	 */
	private boolean mayUnite(long traits) {
		int bar = ((traits & UNITED) == UNITED) ? this.text.indexOf('|') : -1;
		while (bar >= 0) {
			if (at(skipBlanks(bar + 1)) == '/') {
				return true;
			}
			bar = this.text.indexOf('|', bar + 1);
		}
		return false;
	}

	private boolean breaksOutAt(char quote) {
		for (int i = Ascii.next(this.text, quote, 0); i >= 0; i = Ascii.next(this.text, quote, i + 1)) {
			char behind = at(i + 1);
			boolean may = behind <= ' '
					|| BEHIND_LITERAL.contains(behind) && (!isNameStart(behind) || joinsConditions(i + 1));
			if (may && !isApostrophe(i) && breaksOut(i)) {
				return true;
			}
		}
		return false;
	}

	private boolean hasCall() {
		for (int i = this.text.indexOf('('); i >= 0; i = this.text.indexOf('(', i + 1)) {
			if (isCallOfPath(i)) {
				return true;
			}
		}
		return false;
	}

	private boolean hasAxis() {
		for (int i = this.text.indexOf(':'); i >= 0; i = this.text.indexOf(':', i + 1)) {
			if (isAxis(i)) {
				return true;
			}
		}
		return false;
	}

	private boolean hasPredicate() {
		for (int i = this.text.indexOf(']'); i >= 0; i = this.text.indexOf(']', i + 1)) {
			if (closesPredicate(i)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether a single quote stands between letters.
	 */
	final boolean isApostrophe(int index) {
		return at(index) == '\'' && isNameStart(at(index - 1)) && isNameStart(at(index + 1));
	}

	/**
	 * A bracket followed by another path.
	 */
	final boolean closesPredicate(int bracket) {
		int i = skipBlanks(bracket + 1);
		if (at(i) != '|') {
			if (!joinsConditions(i)) {
				return false;
			}
			i = wordEnd(i) - 1;
		}
		i = skipBlanks(i + 1);
		return at(i) == '/' && (at(i + 1) == '/' || at(i + 1) == '*' || isNameStart(at(i + 1)));
	}

	/**
	 * A quote that is followed by what follows a closing one.
	 */
	final boolean breaksOut(int position) {
		int i = skipBlanks(position + 1);
		if (i == this.text.length() || !BEHIND_LITERAL.contains(this.text.charAt(i))) {
			return false;
		}
		int closed = i;
		while (at(i) == ')' || at(i) == ']') {
			i = skipBlanks(i + 1);
		}
		char quote = at(position);
		if (at(closed) == '/' && isNodeTest(closed + 1) && closed == position + 1 && isUnited(closed)) {
			return true;
		}
		if ((at(i) == ',' || at(i) == '|') && union().follows(i, quote)) {
			return true;
		}
		char before = at(position - 1);
		if (i > closed && at(i - 1) != ')' && before != '\'' && before != '"' && isPathStep(i)
				&& containsBracket(closed, i)) {
			return true;
		}
		return joinsConditions(i) && (i > position + 1 || isLower(i)) && (isCondition(i) || isSplice(position, i))
				&& !isChoiceOfWords(position);
	}

	private PathUnion union() {
		if (this.union == null) {
			this.union = new PathUnion(this.text);
		}
		return this.union;
	}

	/**
	 * Whether a word is written as XPath writes its own. Right behind a quote it may be
	 * another one in quotation marks, such as a name.
	 */
	private boolean isLower(int index) {
		return at(index) >= 'a' && at(index + 1) >= 'a';
	}

	/**
	 * Whether another path from the root is united with a step.
	 */
	private boolean isUnited(int step) {
		int last = Math.min(this.text.length(), step + LONGEST_TOLD);
		for (int i = step; i < last; i++) {
			if (at(i) == '|') {
				return at(skipBlanks(i + 1)) == '/';
			}
		}
		return false;
	}

	/**
	 * Whether words that a slash joins stand in quotation marks of a sentence:
	 * {@code the box "and/or" is}.
	 */
	private boolean isChoiceOfWords(int position) {
		int i = position + 1;
		boolean joined = false;
		while (isNameStart(at(i)) || at(i) == '/') {
			joined |= at(i) == '/';
			i++;
		}
		char behind = at(i + 1);
		return joined && at(i) == at(position) && at(position - 1) == ' '
				&& (behind == ' ' || behind == '.' || behind == ',' || behind == '?' || behind == END);
	}

	/**
	 * Whether the text goes on with a condition, and ends with another one and the quote
	 * that opens what the application closes: {@code ' or user or '}. A word in quotation
	 * marks is neither.
	 */
	private boolean isSplice(int position, int index) {
		char quote = at(position);
		int end = wordEnd(index);
		int last = this.text.length() - 1;
		if (end == index || at(last) != quote || XPathWords.CONDITIONS.groupOf(hash(index, end)) == 0) {
			return false;
		}
		int i = last - 1;
		while (i > last - LONGEST_BLANK && i >= index && at(i) <= ' ') {
			i--;
		}
		int word = i + 1;
		while (word > i - 3 && word > index && isNameStart(at(word - 1))) {
			word--;
		}
		if (word == index && index == position + 1 && i == last - 1 && (position == 0 || at(position - 1) <= ' ')
				&& this.text.indexOf(quote) == position) {
			return false;
		}
		boolean apart = at(word - 1) <= ' ' || at(word - 1) == ')' || at(word - 1) == quote;
		return word <= i && XPathWords.CONDITIONS.groupOf(hash(word, i + 1)) != 0 && (apart || word == index);
	}

	/**
	 * Whether a colon is the first of two behind the name of an axis.
	 */
	final boolean isAxis(int end) {
		if (at(end + 1) != ':') {
			return false;
		}
		int start = wordStart(end);
		return start < end && XPathWords.AXES.groupOf(hash(start, end)) != 0 && isNodeTest(end + 2)
				&& !isQuoted(start, end + 2) && !isToldOf(start, end + 2);
	}

	/**
	 * Whether a parenthesis opens the arguments of a function that is applied to a path,
	 * or locates a document.
	 */
	final boolean isCallOfPath(int end) {
		int argument = skipBlanks(end + 1);
		boolean path = at(argument) == '/' && (at(argument + 1) == '/' || at(argument + 1) == '*')
				&& at(argument + 2) != ' ' && at(argument + 2) != END;
		if (!path && (!mayLocate(end) || !isLocated(argument))) {
			return false;
		}
		int start = wordStart(end);
		int group = (start < end) ? XPathWords.FUNCTIONS.groupOf(hash(start, end)) : 0;
		return path ? group == 1 && !isToldOf(start, end) : group == 3 && !isAttribute(start);
	}

	/**
	 * Whether words stand before a call or step and behind it, none of which joins
	 * conditions, as in a sentence, or a word and a semicolon, which no expression has.
	 */
	private boolean isToldOf(int start, int from) {
		if (at(start - 1) == ' ' && at(start - 2) == ';' && isNameStart(at(start - 3))) {
			return true;
		}
		int word = start - 2;
		while (isNameStart(at(word))) {
			word--;
		}
		int end = from;
		int last = Math.min(this.text.length(), from + LONGEST_TOLD);
		while (end < last && at(end) > ' ') {
			end++;
		}
		int next = wordEnd(end + 1);
		return at(start - 1) == ' ' && isWord(word + 1, start - 1) && at(end) == ' ' && isWord(end + 1, next);
	}

	/**
	 * Whether the name of a function ends as one that locates a document does.
	 */
	private boolean mayLocate(int end) {
		int last = at(end - 1) | 0x20;
		int before = at(end - 2) | 0x20;
		return last == 'c' && before == 'o' || last == 't' && (before == 'n' || before == 'x')
				|| last == 'e' && before == 'l' || last == 'n' && before == 'o';
	}

	/**
	 * Whether a document is located by a literal, alone or as the beginning of what is
	 * put together.
	 */
	private boolean isLocated(int argument) {
		int i = argument;
		int open = i + LENGTH_OF_CONCAT;
		if (at(open) == '(' && wordEnd(i) == open) {
			i = skipBlanks(open + 1);
		}
		return (at(i) == '\'' || at(i) == '"') && isUrl(i + 1);
	}

	/**
	 * Whether the value of an attribute begins here, as in a style sheet.
	 */
	private boolean isAttribute(int index) {
		return (at(index - 1) == '"' || at(index - 1) == '\'') && at(index - 2) == '=';
	}

	/**
	 * Whether a step stands between quotation marks.
	 */
	private boolean isQuoted(int start, int nodeTest) {
		char before = at(start - 1);
		int end = (at(nodeTest) == '*') ? nodeTest + 1 : wordEnd(nodeTest) + 2;
		return (before == '"' || before == '\'') && at(end) == before;
	}

	private boolean isUrl(int index) {
		int end = wordEnd(index);
		return end > index && at(end) == ':' && at(end + 1) == '/' || at(index) == '/' && at(index + 1) == '/';
	}

}
