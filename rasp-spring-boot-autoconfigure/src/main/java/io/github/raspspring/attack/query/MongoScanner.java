package io.github.raspspring.attack.query;

import org.jspecify.annotations.Nullable;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.CharacterSet;
import io.github.raspspring.text.SignSearch;

/**
 * Finds operators of document databases and statements of server-side JavaScript in a
 * text, where they have the grammar of a query rather than of a sentence. One forward
 * pass. Not thread-safe.
 */
final class MongoScanner {

	/** What was found. */
	enum Evidence {

		/** Nothing. */
		NONE,

		/** An operator that changes data or orders results. */
		UPDATE_OPERATOR,

		/** An operator that changes what a query matches. */
		QUERY_OPERATOR,

		/** An operator that runs JavaScript. */
		SCRIPT_OPERATOR,

		/** A quote that ends a literal, followed by a statement. */
		SCRIPT

	}

	private static final int LONGEST_WAY = 48;

	/** What evidence begins with behind the first character. */
	private static final CharacterSet SIGNS = CharacterSet.of("$'\"");

	/** The same where no quote ends a literal. */
	private static final CharacterSet OPERATORS = SIGNS.without("'\"");

	/** What a quote is followed by that ends a literal, behind blanks. */
	private static final CharacterSet BEHIND_LITERAL = CharacterSet.of(")};|&+");

	/** Finds quotes and operators, {@code null} where none can be evidence. */
	private final @Nullable SignSearch signs;

	private final QueryText text;

	private final MongoScript script;

	private Evidence evidence = Evidence.NONE;

	private int position;

	private boolean quoteOpen;

	private char quote;

	/**
	 * Create a scanner.
	 * @param text the text
	 */
	MongoScanner(String text) {
		this.text = new QueryText(text);
		this.script = new MongoScript(this.text);
		boolean quotes = mayEndLiteral('"') || mayEndLiteral('\'');
		boolean signs = quotes || text.indexOf('$') >= 0;
		this.signs = signs ? new SignSearch(quotes ? SIGNS : OPERATORS) : null;
		if (this.signs != null) {
			this.signs.begin(text);
		}
	}

	/**
	 * Return whether any quote of a kind is followed by what ends a literal, so that it
	 * tells whether it opens one or closes it.
	 */
	private boolean mayEndLiteral(char quote) {
		for (int i = Ascii.next(this.text.text(), quote, 0); i >= 0; i = Ascii.next(this.text.text(), quote, i + 1)) {
			char behind = this.text.at(i + 1);
			if ((behind <= ' ' || BEHIND_LITERAL.contains(behind)) && endsLiteral(i)) {
				return true;
			}
		}
		return false;
	}

	private int nextSign(int from) {
		return (this.signs != null) ? this.signs.next(from) : this.text.length();
	}

	/**
	 * Return what a name is, be it that of a JSON member or of a parameter with brackets.
	 * @param name the name
	 * @return the strongest operator in it
	 */
	static Evidence ofName(String name) {
		return MongoOperators.strongestIn(name);
	}

	/**
	 * Read on to the next evidence.
	 * @return what was found, {@link Evidence#NONE} at the end
	 */
	Evidence next() {
		this.evidence = Evidence.NONE;
		while (this.position < this.text.length() && this.evidence == Evidence.NONE) {
			char c = this.text.at(this.position);
			if (c == '$') {
				readOperator(this.position);
			}
			else if (this.position == 0 && endsAnyLiteral()) {
				this.evidence = Evidence.SCRIPT;
			}
			else if (c == '\'' || c == '"') {
				readQuote(c);
			}
			else if (this.position == 0 && c >= '0' && c <= '9') {
				readNumber();
			}
			else if (this.position == 0 && c == '|' && isComparison()) {
				this.evidence = Evidence.SCRIPT;
			}
			this.position++;
			if (this.evidence == Evidence.NONE) {
				this.position = nextSign(this.position);
			}
		}
		return this.evidence;
	}

	/**
	 * Return where the reading stands.
	 * @return the index behind the evidence
	 */
	int position() {
		return this.position;
	}

	/**
	 * Return whether the text begins with a joint and compares numbers or literals.
	 */
	private boolean isComparison() {
		int operand = this.text.skipBlanks(2);
		char c = this.text.at(operand);
		return this.script.comparesNumbers(0)
				|| this.text.at(1) == '|' && (c == '\'' || c == '"') && this.script.comparesLiterals(operand, c);
	}

	/**
	 * Return whether the text begins with quotes of any kind, one of which ends the
	 * literal whichever it is, and goes on with a statement: {@code '"\'; return 1}.
	 */
	private boolean endsAnyLiteral() {
		int end = 0;
		while ("'\"\\".indexOf(this.text.at(end)) >= 0) {
			end++;
		}
		return end > 1 && this.text.at(end - 1) != '\\' && this.script.goesOn(end);
	}

	private void readOperator(int start) {
		int end = MongoOperators.nameEnd(this.text.text(), start + 1);
		if (end > start + 1 && beginsMember(start) && endsMember(end) && !isVariable(end)) {
			this.evidence = MongoOperators.of(this.text.text(), start, end);
		}
		this.position = Math.max(start, end - 1);
	}

	private boolean beginsMember(int start) {
		int i = start - 1;
		char c = this.text.at(i);
		if (c == '\'' || c == '"') {
			i = skipEscapesBack(i - 1);
		}
		i = this.text.skipBlanksBack(i);
		c = this.text.at(i);
		if (i < 0) {
			return MongoOperators.of(this.text.text(), start,
					MongoOperators.nameEnd(this.text.text(), start + 1)) == Evidence.SCRIPT_OPERATOR;
		}
		return (c == '{' || c == '[' || c == ',') && !isArgument(i);
	}

	/**
	 * Return the index of the sign before backslashes, as a document in a string of
	 * another has them before each quote.
	 */
	private int skipEscapesBack(int index) {
		int i = index;
		while (this.text.at(i) == '\\') {
			i--;
		}
		return i;
	}

	/**
	 * Return whether the declaration of a variable of GraphQL ends there: a type follows
	 * the colon, which no operand of a query looks like.
	 */
	private boolean isVariable(int end) {
		if (this.text.at(end) == '"' || this.text.at(end) == '\'') {
			return false;
		}
		int i = this.text.skipBlanks(this.text.skipBlanks(end) + 1);
		while (this.text.at(i) == '[') {
			i = this.text.skipBlanks(i + 1);
		}
		boolean capital = this.text.at(i) >= 'A' && this.text.at(i) <= 'Z' || isOperation();
		if (!Ascii.isLetter(this.text.at(i))) {
			return false;
		}
		while (Ascii.isWord(this.text.at(i))) {
			i++;
		}
		char next = this.text.at(this.text.skipBlanks(i));
		return next == '!' || capital && (next == ']' || next == ',' || next == ')' || next == '=' || next == '$');
	}

	/**
	 * Return whether the text begins as an operation of GraphQL with variables does.
	 */
	private boolean isOperation() {
		int brace = 0;
		while (brace < LONGEST_WAY && this.text.at(brace) != '(') {
			brace++;
		}
		return brace < LONGEST_WAY && (begins("query") || begins("mutation") || begins("subscription"));
	}

	private boolean begins(String word) {
		for (int i = 0; i < word.length(); i++) {
			if (this.text.at(i) != word.charAt(i)) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Return whether an object is the argument of a call, which is how manuals write it:
	 * what is read as JSON can't be one.
	 */
	private boolean isArgument(int brace) {
		int i = brace;
		while (i > brace - LONGEST_WAY && (this.text.at(i) <= ' ' || this.text.at(i) == '{' || this.text.at(i) == ':'
				|| Ascii.isWord(this.text.at(i)))) {
			i--;
		}
		return this.text.at(i) == '(' && Ascii.isLetter(this.text.at(i - 1));
	}

	private boolean endsMember(int end) {
		int i = end;
		char c = this.text.at(i);
		if (c == ']') {
			return true;
		}
		while (c == '\\') {
			c = this.text.at(++i);
		}
		if (c == '\'' || c == '"') {
			i++;
		}
		return this.text.at(this.text.skipBlanks(i)) == ':';
	}

	/**
	 * A quote that opens by the count of quotes before it, but is followed by what only
	 * follows a closing one, ends a literal of the query.
	 */
	private void readQuote(char c) {
		if (c == '\'' && Ascii.isLetter(this.text.at(this.position - 1))
				&& Ascii.isLetter(this.text.at(this.position + 1))) {
			return;
		}
		if (this.quoteOpen) {
			this.quoteOpen = c != this.quote;
			return;
		}
		this.quoteOpen = true;
		this.quote = c;
		if (endsLiteral(this.position)) {
			this.evidence = Evidence.SCRIPT;
		}
	}

	/**
	 * Return whether what follows a quote only follows one that closes.
	 */
	private boolean endsLiteral(int position) {
		int next = this.text.skipBlanks(position + 1);
		if (!BEHIND_LITERAL.contains(this.text.at(next))) {
			return false;
		}
		int behind = position + 1;
		char c = this.text.at(position);
		return this.script.goesOn(behind) || this.script.isSplice(behind, c) || this.script.callsFunction(behind, c);
	}

	private void readNumber() {
		int i = this.position;
		while (this.text.at(i) >= '0' && this.text.at(i) <= '9') {
			i++;
		}
		if (this.script.goesOn(i) || this.script.comparesNumbers(this.text.skipBlanks(i))) {
			this.evidence = Evidence.SCRIPT;
		}
	}

}
