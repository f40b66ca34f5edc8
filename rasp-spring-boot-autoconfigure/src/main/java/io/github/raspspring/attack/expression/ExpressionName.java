package io.github.raspspring.attack.expression;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;

/**
 * The name that the lexer has just read, and what stands around it.
 */
final class ExpressionName {

	/** Variables of engines: those behind a dot, those behind a number sign. */
	private static final HashedWords STATES = HashedWords.of(
			"data_model globals main namespace locals current_template_name template_name caller_template_name vars"
					+ " version main_template_name output_encoding incompatible_improvements node error pass args",
			"ctx application session parameters servletcontext execinfo context attr", "this root");

	private static final int LONGEST_CHAIN = 96;

	private static final int LONGEST_MACRO = 1024;

	private final String text;

	private final ExpressionLexer lexer;

	ExpressionName(String text, ExpressionLexer lexer) {
		this.text = text;
		this.lexer = lexer;
	}

	boolean isAfterLiteral() {
		int dot = this.lexer.start() - 1;
		char quoted = Ascii.at(this.text, dot - 1);
		char before = Ascii.at(this.text, dot - 2);
		boolean listed = quoted == ']' && (before == '\'' || before == '"');
		return Ascii.at(this.text, dot) == '.' && (listed
				|| (quoted == '\'' || quoted == '"') && (before == quoted || before == '\\' || Ascii.isWord(before)));
	}

	/**
	 * Return whether {@code getClass()} goes on with a property, which only expression
	 * languages have: a class has no public fields.
	 */
	boolean isReadAsProperty() {
		int dot = this.lexer.end() + 2;
		if (!this.text.startsWith("().", this.lexer.end()) || !Ascii.isLetter(Ascii.at(this.text, dot + 1))) {
			return false;
		}
		return Ascii.at(this.text, wordEnd(dot + 1)) != '(';
	}

	boolean isIndexedByText() {
		int first = this.lexer.end() + 1;
		char index = Ascii.at(this.text, (Ascii.at(this.text, first) == '\\') ? first + 1 : first);
		return this.lexer.following() == '[' && (index == '\'' || index == '"');
	}

	/**
	 * Return the points of a package that the current name begins: more if a class
	 * follows.
	 */
	int packagePoints() {
		if (this.lexer.following() != '.') {
			return 0;
		}
		int from = this.lexer.end() + 1;
		int to = wordEnd(from);
		if (ExpressionVocabulary.JAVA_PACKAGES.groupOf(this.text, from, to) == 0) {
			return 0;
		}
		char next = Ascii.at(this.text, to + 1);
		boolean type = next >= 'A' && next <= 'Z';
		return (Ascii.at(this.text, to) == '.' && type) ? 6 : 3;
	}

	/**
	 * Return whether a class is asked for another one by its name, which nobody writes
	 * who could call {@code Class.forName} at once.
	 */
	boolean findsClass() {
		int end = this.text.startsWith("()", this.lexer.end()) ? this.lexer.end() + 2 : this.lexer.end();
		return Ascii.startsWith(this.text, end, ".forname(");
	}

	/**
	 * Return whether the name ends a chain of members and calls of a variable with a
	 * dollar sign, as Velocity writes it.
	 */
	boolean isOfVariable() {
		int first = Math.max(0, this.lexer.start() - LONGEST_CHAIN);
		int depth = 0;
		for (int i = this.lexer.start() - 1; i >= first; i--) {
			char c = this.text.charAt(i);
			depth += (c == ')') ? 1 : (c == '(') ? -1 : 0;
			if (depth == 0 && c == '$') {
				return Ascii.isLetter(Ascii.at(this.text, i + 1)) || Ascii.at(this.text, i + 1) == '!';
			}
			boolean member = Ascii.isWord(c) || c == '.' || c == '!' || c == '(';
			if (depth < 0 || c == '\n' || depth == 0 && !member) {
				return false;
			}
		}
		return false;
	}

	/**
	 * Return whether what is created is assigned to a variable of OGNL or SpEL:
	 * {@code #a=new java.lang.ProcessBuilder}.
	 */
	boolean isKeptInVariable() {
		int i = skipSpaceBack(this.lexer.start() - 1);
		if (i < 1 || this.text.charAt(i) != '=') {
			return false;
		}
		i = skipSpaceBack(i - 1);
		int end = i;
		while (i > 0 && Ascii.isWord(this.text.charAt(i))) {
			i--;
		}
		return i >= 0 && i < end && this.text.charAt(i) == '#' && (isNewOfPackage() || isNewOfLibrary());
	}

	private int skipSpaceBack(int index) {
		int i = index;
		while (i > 0 && Ascii.isSpace(this.text.charAt(i))) {
			i--;
		}
		return i;
	}

	/**
	 * Return whether a static reference of OGNL ends at a commercial at,
	 * {@code @package.Class@member}: packages, a class and what is asked of it.
	 */
	static boolean isStaticReference(String text, int at) {
		char member = Ascii.at(text, at + 1);
		if (text.charAt(at) != '@') {
			return false;
		}
		int first = Math.max(0, at - LONGEST_CHAIN);
		int dots = 0;
		int type = -1;
		int i = at - 1;
		while (i >= first && (Ascii.isWord(text.charAt(i)) || text.charAt(i) == '.' || text.charAt(i) == '$')) {
			type = (text.charAt(i) == '.' && dots++ == 0) ? i + 1 : type;
			i--;
		}
		boolean named = type > 0 && Ascii.fold(text.charAt(type)) != text.charAt(type)
				|| Ascii.startsWith(text, i + 1, "java.") || Ascii.startsWith(text, i + 1, "org.");
		return (Ascii.isLetter(member) || member == '{') && i >= 0 && text.charAt(i) == '@' && named && dots > 1
				&& !Ascii.isWord(Ascii.at(text, i - 1));
	}

	boolean isJavaLang() {
		int at = this.lexer.start();
		return Ascii.startsWith(this.text, at - 10, "java.lang.");
	}

	boolean isTypeOperator() {
		int parenthesis = Ascii.skipSpace(this.text, this.lexer.end());
		if (Ascii.at(this.text, parenthesis) != '(') {
			return false;
		}
		int from = Ascii.skipSpace(this.text, parenthesis + 1);
		int to = wordEnd(from);
		int meaning = ExpressionVocabulary.NAMES.groupOf(this.text, from, to);
		char next = Ascii.at(this.text, to);
		if (next == '.') {
			return meaning == ExpressionVocabulary.PACKAGE || Ascii.startsWith(this.text, from, "org.")
					|| Ascii.startsWith(this.text, from, "com.");
		}
		boolean known = meaning == ExpressionVocabulary.LANG_CLASS || meaning == ExpressionVocabulary.RUNTIME
				|| meaning == ExpressionVocabulary.ESCAPE || meaning == ExpressionVocabulary.CLASS
				|| Ascii.startsWith(this.text, from, "system");
		return known && next == ')' && Ascii.at(this.text, to + 1) == '.';
	}

	boolean isNewOfPackage() {
		int from = Ascii.skipSpace(this.text, this.lexer.end());
		int to = wordEnd(from);
		return from > this.lexer.end() && Ascii.at(this.text, to) == '.'
				&& ExpressionVocabulary.NAMES.groupOf(this.text, from, to) == ExpressionVocabulary.PACKAGE;
	}

	/**
	 * Return whether a class of a library is created by its full name: its packages begin
	 * as domains do, or with those of .NET.
	 */
	boolean isNewOfLibrary() {
		int from = Ascii.skipSpace(this.text, this.lexer.end());
		int to = wordEnd(from);
		if (from == this.lexer.end() || ExpressionVocabulary.LIBRARIES.groupOf(this.text, from, to) == 0) {
			return false;
		}
		int dots = 0;
		while (Ascii.at(this.text, to) == '.') {
			from = to + 1;
			to = wordEnd(from);
			dots++;
		}
		return dots > 1 && Ascii.fold(Ascii.at(this.text, from)) != Ascii.at(this.text, from);
	}

	/**
	 * Return whether the constructor that is named leads to the prototype of an object,
	 * or is looked up by its name.
	 * @param opening where the expression opens
	 * @param quoted whether the name stands in quotes
	 */
	boolean isPrototypeReached(int opening, boolean quoted) {
		if (!quoted) {
			return Ascii.startsWith(this.text, this.lexer.end(), ".prototype.");
		}
		int first = Math.max(opening, this.lexer.start() - LONGEST_CHAIN);
		for (int i = this.lexer.start(); i > first; i--) {
			if (this.text.startsWith("lookup ", i)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return whether a variable of OGNL that holds the state of a servlet is asked for an
	 * entry, at the beginning of a text, of a parenthesis or of a text in one.
	 */
	boolean isStateAsked() {
		char before = Ascii.at(this.text, this.lexer.start() - 2);
		boolean quoted = before == '\'' && Ascii.at(this.text, this.lexer.start() - 3) == '(';
		boolean first = this.lexer.start() == 1 || before == '(' || before == '=' || quoted;
		boolean state = STATES.groupOf(this.lexer.hash()) == 2
				|| Ascii.startsWith(this.text, this.lexer.start(), "request.get");
		return first && state
				&& (isIndexedByText()
						|| Ascii.startsWith(this.text, this.lexer.end(), ".get") && isCalledFrom(this.lexer.end() + 1)
						|| Ascii.startsWith(this.text, this.lexer.end(), ".map=#") && this.text.indexOf('(') > 0);
	}

	/**
	 * Return whether the name is that of a macro of a wiki which runs what it encloses.
	 */
	boolean isMacro(char previous) {
		int length = this.lexer.end() - this.lexer.start();
		if (previous != '{' || !this.text.startsWith("}}", this.lexer.end())) {
			return false;
		}
		int limit = Math.min(this.text.length(), this.lexer.end() + LONGEST_MACRO);
		for (int i = this.lexer.end(); i < limit; i++) {
			if (this.text.startsWith("{{/", i)
					&& this.text.regionMatches(true, i + 3, this.text, this.lexer.start(), length)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return whether the class that is named by its packages is one of those by which
	 * code gets out: files, processes, sockets, scripts.
	 */
	boolean namesGateway() {
		int from = Ascii.skipSpace(this.text, this.lexer.end());
		int to = wordEnd(from);
		while (Ascii.at(this.text, to) == '.') {
			from = to + 1;
			to = wordEnd(from);
		}
		return ExpressionVocabulary.GATEWAYS.groupOf(this.text, from, to) != 0;
	}

	boolean isLoopOverLiterals() {
		int bracket = Ascii.skipSpace(this.text, this.lexer.end());
		return Ascii.at(this.text, bracket) == '[' && Ascii.isDigit(Ascii.at(this.text, bracket + 1));
	}

	boolean isFollowedBy(char c) {
		return Ascii.at(this.text, Ascii.skipSpace(this.text, this.lexer.end())) == c;
	}

	private boolean isCalledFrom(int member) {
		return Ascii.at(this.text, wordEnd(member)) == '(';
	}

	private int wordEnd(int from) {
		int i = from;
		while (i < this.text.length() && Ascii.isWord(this.text.charAt(i))) {
			i++;
		}
		return i;
	}

	/**
	 * Tell whether zero follows: a division by it fails on purpose, to tell whether the
	 * expression is evaluated.
	 */
	boolean isZeroNext() {
		int zero = Ascii.skipSpace(this.text, this.lexer.end());
		char next = Ascii.at(this.text, zero + 1);
		return Ascii.at(this.text, zero) == '0' && !Ascii.isDigit(next) && next != '.' && next != 'x';
	}

	/**
	 * Tell whether the name is that of a variable by which an engine shows its own state:
	 * {@code .data_model} of FreeMarker, {@code #ctx} of Thymeleaf, {@code #session} of
	 * OGNL.
	 * @param previous the character before the name
	 */
	boolean isStateOfEngine(char previous) {
		int group = STATES.groupOf(this.lexer.hash());
		if (group == 0) {
			return false;
		}
		char before = Ascii.at(this.text, this.lexer.start() - 2);
		boolean first = before == '{' || before == ' ' || before == '(';
		return first && (previous == '.' && group == 1 || previous == '#' && group == 2
				|| previous == '#' && group == 3 && isMemberCalled());
	}

	/**
	 * Tell whether a member of the object that the expression is about is called, at the
	 * end of a chain of members.
	 */
	private boolean isMemberCalled() {
		int i = this.lexer.end();
		while (Ascii.at(this.text, i) == '.' && Ascii.isLetter(Ascii.at(this.text, i + 1))) {
			i = wordEnd(i + 1);
		}
		return i > this.lexer.end() && Ascii.at(this.text, i) == '(';
	}

}
