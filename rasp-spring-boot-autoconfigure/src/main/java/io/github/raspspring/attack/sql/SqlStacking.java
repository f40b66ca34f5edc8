package io.github.raspspring.attack.sql;

import java.util.List;

/**
 * Weighs a statement that follows a semicolon: one that is known by its form, or a word
 * with few operands that is cut off at once. Offsets count from the current token. Not
 * thread-safe.
 */
final class SqlStacking {

	private static final int MOST_OPERANDS = 6;

	/** What servers are told, by words that sentences have as well. */
	private static final List<String> VERBS_OF_SERVERS = List.of("checkpoint", "cluster", "detach", "discard",
			"install", "listen", "notify", "optimize", "purge", "reassign", "reconfigure", "refresh", "reindex",
			"savepoint", "unlisten");

	/** Names of references to marks around what is quoted. */
	private static final List<String> MARKS = List.of("ldquo", "rdquo", "bdquo", "lsquo", "rsquo", "sbquo", "laquo",
			"raquo", "lsaquo", "rsaquo", "nbsp", "thinsp", "ensp", "emsp", "ndash", "mdash", "hellip", "bull",
			"middot");

	private final SqlTokens tokens;

	private final SqlStatements statements;

	private final SqlBreakout breakout;

	private final SqlWeight weight;

	SqlStacking(SqlTokens tokens, SqlStatements statements, SqlBreakout breakout, SqlWeight weight) {
		this.tokens = tokens;
		this.statements = statements;
		this.breakout = breakout;
		this.weight = weight;
	}

	static List<String> verbsOfServers() {
		return VERBS_OF_SERVERS;
	}

	/**
	 * Take the current token, which is a semicolon.
	 * @param script whether the text begins with a statement, which no value can, and has
	 * closed no parenthesis of another one
	 */
	void semicolon(boolean script) {
		int certainty = this.statements.begin(1);
		boolean behindValue = isBehindValue(0);
		if (certainty == 0 && (behindValue && this.statements.mayBegin(1) || isTerse())) {
			certainty = 5;
		}
		if (certainty == 0) {
			return;
		}
		boolean sentence = !behindValue
				&& (this.statements.isOfSentence(1) && !this.tokens.endsInComment() || isTalkedOf()) || script;
		if (!this.breakout.inCode()
				&& (sentence || endsLine(0, script) || this.breakout.isShown(this.tokens.start(0)))) {
			add(3);
			return;
		}
		add(certainty + (this.breakout.inCode() ? 2 : 0));
	}

	/**
	 * Tell whether a reference of HTML to a quotation mark, a dash or a blank ends here,
	 * as editors write what stands in quotation marks. A database would take it for a
	 * name that it does not know, and fail before the statement behind it.
	 */
	private boolean endsReference(int offset) {
		boolean reference = this.tokens.is(offset - 1, SqlToken.WORD) && this.tokens.is(offset - 2, SqlToken.OPERATOR)
				&& this.tokens.end(offset - 2) == this.tokens.start(offset - 1)
				&& this.tokens.end(offset - 1) == this.tokens.start(offset);
		if (!reference || this.breakout.inCode()) {
			return false;
		}
		for (String mark : MARKS) {
			if (this.tokens.reads(offset - 1, mark)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Tell whether a sentence goes on behind a dash.
	 */
	private boolean isTalkedOf() {
		return this.tokens.is(1, SqlWord.SHUTDOWN) && this.tokens.is(2, SqlToken.LINE_COMMENT)
				&& !this.breakout.commentsOut(this.tokens.start(2));
	}

	/**
	 * Tell whether a semicolon ends one of the lines of a script that is shown, or a
	 * reference of HTML.
	 * @param script whether the text begins with a statement
	 */
	boolean endsLine(int offset, boolean script) {
		return endsReference(offset) || (!isBehindValue(offset) || script) && !this.breakout.inCode()
				&& this.breakout.endsLine(this.tokens.start(offset), this.tokens.start(offset + 1),
						script || this.tokens.reads(offset + 1, "print"));
	}

	private boolean isBehindValue(int offset) {
		return this.tokens.is(offset - 1, SqlToken.NUMBER) || this.breakout.closedBy(this.tokens, offset - 1);
	}

	/**
	 * Tell whether a short statement follows that is cut off at once, or that ends the
	 * text right behind the number that bounds a result.
	 */
	private boolean isTerse() {
		int end = endOfTerse(1);
		if (end == 0) {
			return false;
		}
		boolean tight = this.tokens.end(0) == this.tokens.start(1);
		if (this.breakout.closedBy(this.tokens, -1)) {
			boolean ended = end > 2 && this.tokens.is(end - 1, SqlToken.SEMICOLON);
			return isCutOff(end) && (tight || ended || isVerb());
		}
		boolean whole = this.tokens.index() == 1 || this.tokens.index() == 2 && this.tokens.is(-2, SqlToken.OPERATOR);
		boolean number = this.tokens.is(-1, SqlToken.NUMBER) && (tight && whole || this.tokens.is(-2, SqlWord.LIMIT))
				|| tight && this.tokens.index() == 2 && this.tokens.is(-1, SqlToken.CLOSE)
						&& this.tokens.is(-2, SqlToken.NUMBER);
		if (!isCutOff(end)) {
			return number && this.tokens.is(end, SqlToken.END) && end > 2 && isVerb()
					&& (this.tokens.is(-2, SqlWord.LIMIT) || isToldWhat());
		}
		boolean ordered = tight || this.tokens.index() == 1 || this.tokens.is(-1, SqlWord.CLAUSE);
		boolean bare = number && end > 2 && this.breakout.endsText(this.tokens.start(end));
		return bare || ordered && (isVerb() || this.tokens.is(1, SqlWord.SET));
	}

	/**
	 * Tell whether few names and literals follow a word, up to a comment that ends the
	 * text.
	 */
	boolean isCutOffBehind(int word) {
		int end = endOfTerse(word);
		return end > word + 1 && isCutOff(end) && this.breakout.endsText(this.tokens.start(end));
	}

	/**
	 * Tell whether a comment sticks to what it cuts off from the rest, or follows the end
	 * of a statement.
	 */
	private boolean isCutOff(int end) {
		int mark = this.tokens.start(end);
		boolean follows = mark == this.tokens.end(end - 1) || this.tokens.is(end - 1, SqlToken.SEMICOLON);
		return follows && this.tokens.is(end, SqlToken.LINE_COMMENT) && this.breakout.commentsOut(mark);
	}

	/**
	 * Return where a statement ends that is a word with few names and literals behind it:
	 * at the mark of a comment, or with the text.
	 * @return 0 if more follows
	 */
	private int endOfTerse(int word) {
		if (!this.tokens.is(word, SqlToken.WORD)) {
			return 0;
		}
		int next = word + 1;
		while (next <= word + MOST_OPERANDS && isPlain(next)) {
			next++;
		}
		next += this.tokens.is(next, SqlToken.SEMICOLON) ? 1 : 0;
		return this.tokens.ended(next) ? next : 0;
	}

	private boolean isPlain(int offset) {
		return switch (this.tokens.kind(offset)) {
			case WORD, DOT, NUMBER, QUOTED_IDENTIFIER -> true;
			case STRING -> !this.tokens.isOpen(offset);
			default -> false;
		};
	}

	/**
	 * Tell whether a literal follows the verb, or the name of what the verb destroys.
	 */
	private boolean isToldWhat() {
		boolean kills = this.tokens.reads(1, "kill") && this.tokens.is(2, SqlToken.NUMBER);
		return kills || this.tokens.is(2, SqlToken.STRING) || this.tokens.is(1, SqlWord.DEFINE);
	}

	/**
	 * Tell whether a statement begins that names and literals complete.
	 */
	private boolean isVerb() {
		return switch (this.tokens.word(1)) {
			case ANALYSE, DEFINE, EXECUTE -> true;
			case STATEMENT -> !this.tokens.reads(1, "do") && !this.tokens.reads(1, "go")
					&& !this.tokens.reads(1, "with") && !this.tokens.reads(1, "print");
			case NAME -> isVerbOfServer();
			default -> false;
		};
	}

	private boolean isVerbOfServer() {
		for (String verb : VERBS_OF_SERVERS) {
			if (this.tokens.reads(1, verb)) {
				return true;
			}
		}
		return false;
	}

	private void add(int certainty) {
		this.weight.add(certainty, SqlRules.STACKED, this.tokens.start(0), this.tokens.end(0));
	}

}
