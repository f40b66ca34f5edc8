package io.github.raspspring.attack.markup;

import io.github.raspspring.inspect.Hit;
import io.github.raspspring.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * Weighs script that leaves the string or block it was pasted into, and tells script from
 * prose.
 */
final class ScriptEvidence {

	private static final int LONGEST_NAME = 12;

	private static final int LONGEST_VALUE = 64;

	private static final int MOST_OPERATORS = 8;

	/** The meaning of functions that load something. */
	private static final int LOADER = 3;

	/** How many break-outs are followed to their end. Keeps the pass linear. */
	private static final int MOST_SEARCHES = 16;

	private final String text;

	private final int beginning;

	private @Nullable Hit strongest;

	private int singles;

	private int doubles;

	private int searches;

	/** Where the last character stands that is no blank, once it was looked for. */
	private int last;

	/** Whether each quote is taken for one that ends a string of somebody else. */
	private final boolean worst;

	ScriptEvidence(String text) {
		this(text, false);
	}

	private ScriptEvidence(String text, boolean worst) {
		this.text = text;
		this.beginning = Ascii.beginning(text);
		this.last = text.length() - 1;
		this.worst = worst;
	}

	/**
	 * Create one for {@link #mayHold}, whatever quotes stand before.
	 */
	static ScriptEvidence atWorst(String text) {
		return new ScriptEvidence(text, true);
	}

	/**
	 * Tell whether a call may be evidence, where this was created for the worst case.
	 * @param i index of the sign behind the name of what is called
	 * @param c the sign
	 */
	boolean mayHold(int i, char c) {
		switch (c) {
			case ')' -> passed(i);
			case '(', '.', '[', '`' -> call(i);
			default -> {
			}
		}
		return this.strongest != null;
	}

	@Nullable Hit strongest() {
		return this.strongest;
	}

	/**
	 * Take the next character of the text.
	 */
	void accept(int i, char c) {
		switch (c) {
			case '\n' -> {
				this.singles = 0;
				this.doubles = 0;
			}
			case '\'' -> {
				if (++this.singles % 2 == 1) {
					enclosed(i, c);
				}
			}
			case '"' -> {
				if (++this.doubles % 2 == 1) {
					enclosed(i, c);
				}
			}
			case '`' -> {
				call(i);
				if (i == this.beginning || Ascii.at(this.text, i + 1) == ';') {
					enclosed(i, c);
				}
			}
			case '(', '.', '[' -> call(i);
			case ')' -> passed(i);
			default -> {
			}
		}
	}

	/**
	 * Return whether the name before an index is one that scripts of attackers use.
	 */
	static boolean isSink(String text, int index) {
		return sink(text, index) != 0;
	}

	/**
	 * Return whether the name before an index is one of a function that scripts of
	 * attackers call.
	 */
	static boolean isFunction(String text, int index) {
		return Ascii.isLetter(Ascii.at(text, index - 1))
				&& MarkupVocabulary.SINKS.groupOf(text, nameStart(text, index), index) == 1;
	}

	private static int sink(String text, int index) {
		char last = Ascii.at(text, index - 1);
		if (!Ascii.isLetter(last)) {
			return 0;
		}
		int start = nameStart(text, index);
		int meaning = MarkupVocabulary.SINKS.groupOf(text, start, index);
		boolean callable = Ascii.at(text, index) == '(' || Ascii.at(text, index) == '`';
		boolean passed = Ascii.at(text, index) == ')';
		if (meaning == LOADER) {
			return loadsFromElsewhere(text, index) ? 1 : 0;
		}
		boolean fits = passed || (meaning == 1) == callable;
		return fits ? meaning : 0;
	}

	/**
	 * Return whether a call has a literal with a URL of another host.
	 */
	private static boolean loadsFromElsewhere(String text, int parenthesis) {
		char quote = Ascii.at(text, parenthesis + 1);
		return Ascii.at(text, parenthesis) == '(' && (quote == '\'' || quote == '"' || quote == '`')
				&& (text.startsWith("//", parenthesis + 2) || Ascii.startsWith(text, parenthesis + 2, "http"));
	}

	private static int nameStart(String text, int end) {
		int start = end;
		while (start > 0 && end - start <= LONGEST_NAME && Ascii.isWord(text.charAt(start - 1))) {
			start--;
		}
		return start;
	}

	private void call(int i) {
		int sink = sink(this.text, i);
		if (sink == 0) {
			return;
		}
		int start = ownerStart(nameStart(this.text, i));
		int before = behindOperators(start);
		int points = (sink == 1) ? 3 : 1;
		if (isBreakOut(before, start)) {
			points = (sink == 1) ? 6 : 5;
		}
		else if (start == this.beginning || isBehindTemplateOrNumber(start, before)) {
			points += isProbe(i) ? 2 : 0;
		}
		else if (before < this.beginning && sink == 1 && hasOperator(this.beginning, start)) {
			points += 3;
		}
		else {
			points--;
		}
		if (this.strongest != null && points <= this.strongest.points()) {
			return;
		}
		this.strongest = Hit.stronger(this.strongest,
				Hit.of(CrossSiteScriptingDetector.SCRIPT_BREAK_OUT, points, Math.max(before, 0), i));
	}

	/**
	 * Return where the window begins that a function is called of, as in
	 * {@code top.alert}.
	 */
	private int ownerStart(int start) {
		if (Ascii.at(this.text, start - 1) != '.') {
			return start;
		}
		int owner = nameStart(this.text, start - 1);
		owner = (Ascii.at(this.text, owner - 1) == '$') ? owner - 1 : owner;
		boolean window = owner == start - 2 && this.text.charAt(owner) == '$'
				|| MarkupVocabulary.WINDOWS.groupOf(this.text, owner, start - 1) != 0;
		return window ? owner : start;
	}

	/**
	 * Weigh a function that is passed to another one instead of being called.
	 */
	private void passed(int i) {
		if (this.strongest != null && this.strongest.points() >= Hit.STRONG) {
			return;
		}
		int start = nameStart(this.text, i);
		if (Ascii.at(this.text, start - 1) == '(' && Ascii.isLetter(Ascii.at(this.text, start - 2))
				&& MarkupVocabulary.SINKS.groupOf(this.text, start, i) == 1
				&& (Ascii.at(this.text, this.beginning - 1) == '[' || isOfList(start - 2))) {
			this.strongest = Hit.stronger(this.strongest,
					Hit.of(CrossSiteScriptingDetector.SCRIPT_BREAK_OUT, Hit.STRONG, start, i));
		}
	}

	/**
	 * Return whether a method of a list ends here, in a text without blanks.
	 */
	private boolean isOfList(int end) {
		int method = nameStart(this.text, end + 1);
		return Ascii.at(this.text, method - 1) == '.' && Ascii.at(this.text, method - 2) == ']'
				&& this.text.indexOf(' ') < 0;
	}

	/**
	 * Return whether a quote stands before the operators before a name, and rather ends a
	 * string of somebody else than one of the text itself.
	 */
	private boolean isBreakOut(int before, int start) {
		char c = Ascii.at(this.text, before);
		if ((c != '\'' && c != '"') || !hasOperator(before + 1, start)) {
			return false;
		}
		boolean ends = before <= this.beginning || isOdd(c) || Ascii.at(this.text, before - 1) == '\\' || isCutOff(c);
		return ends && !isFile(before, c);
	}

	/**
	 * Return whether nothing but a slash, a word, a dot and a word stand between the
	 * quotes: the path of a file.
	 */
	private boolean isFile(int before, char quote) {
		int i = before + 1;
		boolean slash = Ascii.at(this.text, i) == '/';
		while (Ascii.isWord(Ascii.at(this.text, i)) || Ascii.at(this.text, i) == '/' || Ascii.at(this.text, i) == '.'
				|| Ascii.at(this.text, i) == '-') {
			i++;
		}
		return slash && Ascii.at(this.text, i) == quote;
	}

	/**
	 * Return whether a call is the first thing of a template literal, or goes on behind a
	 * number.
	 */
	private boolean isBehindTemplateOrNumber(int start, int before) {
		boolean template = this.text.startsWith("${", start - 2);
		return template || Ascii.isDigit(Ascii.at(this.text, before)) && hasOperator(before + 1, start);
	}

	/**
	 * Return whether a call has an argument as attackers try first.
	 */
	private boolean isProbe(int parenthesis) {
		char c = Ascii.at(this.text, parenthesis + 1);
		if (isInSentence(parenthesis)) {
			return false;
		}
		return Ascii.isDigit(c) || c == '/' || (c == ')' && !isMentioned(parenthesis + 2))
				|| Ascii.startsWith(this.text, parenthesis + 1, "document")
				|| Ascii.startsWith(this.text, parenthesis + 1, "string.");
	}

	/**
	 * Return whether two words follow a call: such a script fails before it begins.
	 */
	private boolean isInSentence(int parenthesis) {
		int close = parenthesis;
		while (close < parenthesis + LONGEST_VALUE && Ascii.at(this.text, close) != ')') {
			close++;
		}
		int first = close + 2;
		if (Ascii.at(this.text, close) != ')' || Ascii.at(this.text, close + 1) != ' ') {
			return false;
		}
		boolean operator = this.text.startsWith("in ", first) || this.text.startsWith("instanceof ", first);
		int next = behindWord(operator ? this.text.indexOf(' ', first) + 1 : first);
		return next > 0 && behindWord(next) > 0;
	}

	/**
	 * Return the index behind a word and the blank or end that follows it, -1 if it is no
	 * such word.
	 */
	private int behindWord(int from) {
		int end = from;
		while (Ascii.isLetter(Ascii.at(this.text, end))) {
			end++;
		}
		return (end > from && Ascii.at(this.text, end) <= ' ') ? end + 1 : -1;
	}

	/**
	 * Return whether a sentence goes on behind a call.
	 */
	private boolean isMentioned(int behind) {
		return Ascii.at(this.text, behind) == ' ' && Ascii.isLetter(Ascii.at(this.text, behind + 1));
	}

	private boolean isOdd(char quote) {
		return this.worst || ((quote == '\'') ? this.singles : this.doubles) % 2 == 1;
	}

	/**
	 * Return whether what follows the value would be cut off or taken into a string
	 * again.
	 */
	private boolean isCutOff(char quote) {
		while (this.last > 0 && this.text.charAt(this.last) == ' ') {
			this.last--;
		}
		char c = this.text.charAt(this.last);
		char before = Ascii.at(this.text, this.last - 1);
		boolean commented = c == '/' && before == '/';
		boolean reopened = c == quote
				&& (before == '+' || before == '-' || before == '=' || before == '*' || before == ';' || before == ',');
		return commented || reopened;
	}

	private int behindOperators(int start) {
		int i = start - 1;
		while (i >= 0 && start - i <= MOST_OPERATORS && isOperator(this.text.charAt(i))) {
			i--;
		}
		return i;
	}

	private boolean hasOperator(int from, int to) {
		for (int i = from; i < to; i++) {
			char c = this.text.charAt(i);
			if (c != ' ' && c != '(' && c != '"' && c != '\'') {
				return true;
			}
		}
		return false;
	}

	private static boolean isOperator(char c) {
		return switch (c) {
			case ' ', '-', '+', '*', '/', '^', ',', ';', '(', ')', '!', '~', '|', '&', '?', ':', '%', '=', '{', '}',
					']', '[', '>', '<' ->
				true;
			default -> false;
		};
	}

	/**
	 * Weigh what follows a quote that rather ends a string than begins one, up to where
	 * the string is begun again or the rest is cut off: it is an attack if something runs
	 * between.
	 */
	private void enclosed(int quote, char c) {
		if (!LeftLiteral.goesOnBehind(this.text, quote) || ++this.searches > MOST_SEARCHES) {
			return;
		}
		boolean runs = false;
		int limit = Math.min(this.text.length(), quote + 2 * LONGEST_VALUE);
		for (int i = quote + 2; i < limit && this.text.charAt(i) != '\n'; i++) {
			runs |= LeftLiteral.runs(this.text, i);
			if (LeftLiteral.isBackAt(this.text, c, i)) {
				this.strongest = Hit.stronger(this.strongest,
						Hit.of(CrossSiteScriptingDetector.SCRIPT_BREAK_OUT, runs ? Hit.STRONG : 0, quote, i + 1));
				return;
			}
		}
	}

}
