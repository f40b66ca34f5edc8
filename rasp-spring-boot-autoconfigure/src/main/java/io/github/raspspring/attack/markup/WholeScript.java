package io.github.raspspring.attack.markup;

import io.github.raspspring.inspect.Hit;
import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;
import io.github.raspspring.text.Traits;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes a value that is script from its first character to its last and calls what
 * attackers call, without any markup: it runs where a page pastes it into its own script,
 * an attribute or a URL. A sentence has two words next to each other, a listing has more
 * than one line: neither is such a value.
 */
final class WholeScript {

	private static final int LONGEST = 1024;

	private static final int SHORTEST_OF_SIGNS = 12;

	private static final int LONGEST_NAME = 24;

	private static final String SIGNS = "[]()!+";

	/** Words of which one at least is needed. */
	private static final long WORDS = Traits.SCRIPT_WORD | Traits.EXPRESSION_WORD;

	private static final long SIGNS_ALONE = Traits.BRACKET | Traits.EXCLAMATION | Traits.PLUS;

	/** Without one of the words, a member may be taken by a text. */
	private static final long BY_TEXT = Traits.BRACKET | Traits.OPEN_PAREN;

	private static final HashedWords SINKS = HashedWords.of(
			"alert confirm prompt eval atob execscript importscripts sendbeacon",
			"cookie innerhtml outerhtml documentelement localstorage",
			"window self top parent frames globalthis this document location navigator opener",
			"if for while switch try function const let return");

	private static final int CALLED = 1;

	private static final int REACHED = 2;

	private static final int GLOBAL = 3;

	private static final int STATEMENT = 4;

	/** Functions and objects that load something or send something away. */
	private static final HashedWords LOADERS = HashedWords
		.of("fetch import xmlhttprequest createelement websocket eventsource getscript print");

	/** Members that a page is replaced or sent by. */
	private static final HashedWords TARGETS = HashedWords.of("location href src action data");

	private static final HashedWords KEYWORDS = HashedWords
		.of("new throw var typeof void return in delete await async with of");

	private final String text;

	private final int start;

	private final int end;

	private boolean sink;

	private boolean called;

	/** Whether the page or what loads something is named. */
	private boolean reaching;

	/** Whether what the page goes on with is a comment. */
	private final boolean commented;

	/** Whether a second statement has begun. */
	private boolean second;

	private char quote;

	private int wordStart = -1;

	private int wordEnd = -1;

	private boolean sentence;

	private WholeScript(String text, int start, int end) {
		this.text = text;
		this.start = start;
		this.end = end;
		this.commented = text.startsWith("//", end - 2) && text.charAt(end - 3) != ':';
	}

	/**
	 * Weigh a text as a whole.
	 * @param traits its traits
	 * @return a hit, or {@code null} if it is no such script
	 */
	static @Nullable Hit of(String text, long traits) {
		if (!mayHold(traits)) {
			return null;
		}
		int start = Ascii.beginning(text);
		int end = text.length();
		while (end > start && text.charAt(end - 1) <= ' ') {
			end--;
		}
		if (end - start > LONGEST || end - start < SHORTEST_OF_SIGNS / 2) {
			return null;
		}
		end = behindCode(text, start, end);
		if (!mayEnd(text, end)) {
			return null;
		}
		if (text.startsWith("${", start) && text.charAt(end - 1) == '}') {
			start += 2;
			end--;
		}
		boolean found = !beginsSentence(text, start, end) && new WholeScript(text, start, end).isScript()
				|| isOfSigns(text, start, end);
		return found ? Hit.of(CrossSiteScriptingDetector.SCRIPT_BREAK_OUT, Hit.STRONG, start, end) : null;
	}

	/**
	 * Tell cheaply whether two words next to each other come before any quotation mark,
	 * or a line ends: most texts are told by that.
	 */
	private static boolean beginsSentence(String text, int start, int end) {
		int word = start;
		for (int i = start; i < end; i++) {
			char c = text.charAt(i);
			if (c == '\n' || c == '\'' || c == '"') {
				return c == '\n';
			}
			if (c == ' ' && word < i && i + 1 < end && isNamePart(text.charAt(i + 1))) {
				if (KEYWORDS.groupOf(text, word, i) == 0) {
					return true;
				}
			}
			word = isNamePart(c) ? word : i + 1;
		}
		return false;
	}

	private static boolean mayHold(long traits) {
		boolean byText = (traits & BY_TEXT) == BY_TEXT && (traits & (Traits.SINGLE_QUOTE | Traits.DOUBLE_QUOTE)) != 0;
		return (traits & WORDS) != 0 || (traits & SIGNS_ALONE) == SIGNS_ALONE || byText;
	}

	/**
	 * Return where what runs ends, with the slashes of a comment of one word that follows
	 * it without a blank.
	 */
	private static int behindCode(String text, int start, int end) {
		int i = end;
		while (i > start + 2 && end - i < LONGEST_NAME && isNamePart(text.charAt(i - 1))) {
			i--;
		}
		boolean comment = i < end && i > start + 2 && text.startsWith("//", i - 2)
				&& (isNamePart(text.charAt(i - 3)) || ")];}`'\"".indexOf(text.charAt(i - 3)) >= 0);
		return comment ? i : end;
	}

	/**
	 * Tell cheaply whether a text may end as script does.
	 */
	static boolean mayEnd(String text, int end) {
		return switch (text.charAt(end - 1)) {
			case ')', '`', ';', ']', '}', '/', '\'', '"' -> true;
			case 'e' -> text.startsWith(".cookie", end - 7);
			case '*' -> text.startsWith("/*", end - 2);
			default -> endsWithName(text, end) || text.startsWith("throw ", end - 7)
					|| text.startsWith("throw ", end - 8) || text.startsWith("throw onerror=");
		};
	}

	/**
	 * Tell whether the last statement is the name of a function, for the page to call it
	 * as it was asked to.
	 */
	private static boolean endsWithName(String text, int end) {
		int i = end;
		while (i > 1 && end - i < LONGEST_NAME && isNamePart(text.charAt(i - 1))) {
			i--;
		}
		return i < end && i > 1 && text.charAt(i - 1) == ';' && text.charAt(i - 2) == ')';
	}

	/**
	 * Tell whether there are no letters at all, as in JSFuck.
	 */
	private static boolean isOfSigns(String text, int start, int end) {
		int brackets = 0;
		int joints = 0;
		for (int i = start; i < end; i++) {
			char c = text.charAt(i);
			if (SIGNS.indexOf(c) < 0) {
				return (c == ';' || c == '/') && i > end - 3 && brackets > 2 && joints > 2;
			}
			brackets += text.startsWith("[]", i) ? 1 : 0;
			joints += text.startsWith("![]", i) || text.startsWith("+[]", i) ? 1 : 0;
		}
		return brackets > 2 && joints > 2;
	}

	private boolean isScript() {
		for (int i = this.start; i < this.end && !this.sentence; i++) {
			char c = this.text.charAt(i);
			if (c == '\n' || c == '\r') {
				return false;
			}
			this.called |= this.quote == '\0' && (c == '(' || c == '`') && isCallee(Ascii.at(this.text, i - 1));
			if (this.quote != '\0') {
				this.quote = (c == this.quote && this.text.charAt(i - 1) != '\\') ? '\0' : this.quote;
			}
			else if (c == '\'' || c == '"') {
				this.quote = c;
			}
			else if (isNamePart(c)) {
				i = word(i) - 1;
			}
			else if (c == '[') {
				this.sink |= this.text.startsWith("constructor", i + 2) && Ascii.at(this.text, i + 14) == ']';
			}
			else {
				sign(i, c);
			}
		}
		boolean runs = this.sink || this.commented && this.reaching;
		return runs && this.called && !this.sentence && this.quote == '\0';
	}

	private void sign(int i, char c) {
		this.second |= c == ';' && i > this.start && !isNumber(i);
		if (c == '=' && Ascii.at(this.text, i + 1) != '=' && Ascii.at(this.text, i + 1) != '>') {
			this.called |= isNamePart(Ascii.at(this.text, i - 1));
			boolean target = this.wordEnd == i && TARGETS.groupOf(this.text, this.wordStart, i) != 0;
			boolean member = Ascii.at(this.text, this.wordStart - 1) == '.' && !this.second || this.commented;
			this.sink |= target && member && isElsewhere(i + 1);
		}
	}

	/**
	 * Tell whether a number is all that stands before.
	 */
	private boolean isNumber(int end) {
		int i = this.start;
		while (i < end && Ascii.isDigit(this.text.charAt(i))) {
			i++;
		}
		return i == end;
	}

	private static boolean isCallee(char before) {
		return isNamePart(before) || before == ']' || before == ')' || before == '.' || before == '`';
	}

	private int word(int from) {
		int to = from;
		while (to < this.end && isNamePart(this.text.charAt(to))) {
			to++;
		}
		if (this.wordEnd >= 0 && isBlank(this.wordEnd, from)
				&& KEYWORDS.groupOf(this.text, this.wordStart, this.wordEnd) == 0) {
			this.sentence = true;
		}
		this.wordStart = from;
		this.wordEnd = to;
		meaning(from, to);
		return to;
	}

	/**
	 * Tell whether a literal with a URL of another host or a script stands there.
	 */
	private boolean isElsewhere(int index) {
		char quote = Ascii.at(this.text, index);
		return (quote == '\'' || quote == '"' || quote == '`')
				&& (this.text.startsWith("//", index + 1) || Ascii.startsWith(this.text, index + 1, "javascript:")
						|| this.commented && Ascii.startsWith(this.text, index + 1, "http"));
	}

	private void meaning(int from, int to) {
		this.reaching |= LOADERS.groupOf(this.text, from, to) != 0
				|| SINKS.groupOf(this.text, from, to) == GLOBAL && Ascii.at(this.text, to) == '.';
		char before = Ascii.at(this.text, from - 1);
		boolean found = this.sink;
		switch (SINKS.groupOf(this.text, from, to)) {
			case CALLED -> this.sink |= (before != '.' || isGlobal(from - 1)) && !isPlural(to);
			case REACHED -> this.sink |= before == '.' && isGlobal(from - 1);
			case GLOBAL -> this.sink |= before != '.' && (reachesByText(to) || isSentAway(from, to));
			case STATEMENT -> {
				this.sink |= isMaker(from, to);
				this.sentence |= from == this.start && !this.sink && Ascii.at(this.text, from - 1) != '(';
			}
			default -> this.sink |= isMaker(from, to);
		}
		this.sink &= found || !this.second;
	}

	/**
	 * Tell whether the member before belongs to the page or its window.
	 */
	private boolean isGlobal(int dot) {
		int to = (Ascii.at(this.text, dot - 1) == '?') ? dot - 1 : dot;
		int from = to;
		while (from > this.start && isNamePart(this.text.charAt(from - 1))) {
			from--;
		}
		boolean body = Ascii.startsWith(this.text, from, "body") && to == from + 4 && from > this.start
				&& this.text.charAt(from - 1) == '.';
		return body ? isGlobal(from - 1) : SINKS.groupOf(this.text, from, to) == GLOBAL;
	}

	/**
	 * Tell whether a letter in parentheses makes a plural: {@code alert(s)}.
	 */
	private boolean isPlural(int to) {
		return this.text.startsWith("(s)", to) || this.text.startsWith("(en)", to)
				|| Ascii.at(this.text, to) == '(' && Ascii.at(this.text, to + 1) == ' ';
	}

	/**
	 * Tell whether a member is taken by a text, and then called: {@code self['x'](1)}.
	 */
	private boolean reachesByText(int to) {
		int bracket = this.text.startsWith("?.", to) ? to + 2 : to;
		char c = Ascii.at(this.text, bracket + 1);
		if (Ascii.at(this.text, bracket) != '[' || c != '\'' && c != '"' && c != '`' && c != '/' && c != '(') {
			return false;
		}
		for (int i = this.text.indexOf(']', bracket); i >= 0 && i < this.end; i = this.text.indexOf(']', i + 1)) {
			char next = Ascii.at(this.text, i + 1);
			if (next == '(' || next == '`' || next == '?' || next == '[') {
				return true;
			}
		}
		return false;
	}

	/**
	 * Tell whether the page is replaced by one elsewhere or by a script.
	 */
	private boolean isSentAway(int from, int to) {
		if (!Ascii.startsWith(this.text, from, "location")
				|| from != this.start && Ascii.at(this.text, from - 1) != ' ') {
			return false;
		}
		int value = Ascii.startsWith(this.text, to, ".href") ? to + 5 : to;
		return Ascii.at(this.text, value) == '=' && (Ascii.startsWith(this.text, value + 2, "javascript:")
				|| Ascii.startsWith(this.text, value + 2, "//"));
	}

	/**
	 * Tell whether text is made a function, or a module is loaded from elsewhere.
	 */
	private boolean isMaker(int from, int to) {
		char next = Ascii.at(this.text, to);
		char argument = Ascii.at(this.text, to + 1);
		boolean literal = argument == '\'' || argument == '"' || argument == '`';
		if (to - from == 8 && Ascii.startsWith(this.text, from, "function") && this.text.charAt(from) == 'F') {
			return next == '`' || next == '(' && literal;
		}
		if (Ascii.startsWith(this.text, from, "settimeout") || Ascii.startsWith(this.text, from, "setinterval")) {
			return next == '`' || next == '(' && literal;
		}
		if (Ascii.startsWith(this.text, from, "fetch") && to - from == 5) {
			return next == '(' && literal && this.text.startsWith("//", to + 2);
		}
		if (Ascii.startsWith(this.text, from, "import") && from == this.start && to - from == 6) {
			return next == '(' && literal && (this.text.startsWith("//", to + 2)
					|| this.text.startsWith("data:", to + 2) || this.text.startsWith("http", to + 2));
		}
		return Ascii.startsWith(this.text, from, "constructor") && this.text.startsWith(".constructor(", to);
	}

	private boolean isBlank(int from, int to) {
		for (int i = from; i < to; i++) {
			if (this.text.charAt(i) != ' ') {
				return false;
			}
		}
		return to > from;
	}

	private static boolean isNamePart(char c) {
		return Ascii.isWord(c) || c == '$' || c == '\\';
	}

}
