package io.github.raspspring.attack.sql;

import io.github.raspspring.engine.Confidence;

/**
 * One place of a statement in which a text is looked at where it may matter, and nowhere
 * else: knows without lexing it which stretches are hidden in literals and comments, and
 * weighs the tokens around a spot. What isn't known of the text before is taken for the
 * worst. Each stretch is lexed once at most. Not thread-safe.
 */
final class SqlPlace {

	/** Words or literals that a rule may look back at, and some to spare. */
	private static final int BEHIND = 6;

	/** So many unclosed names, and the lexer looks for the end of none. */
	private static final int MOST_UNCLOSED = 7;

	private static final int RING = 8;

	private final SqlContext context;

	private final SqlLexer lexer = new SqlLexer();

	private final SqlEvidence evidence = new SqlEvidence();

	/** Where the last literals begin, and the quote that ended one before each. */
	private final int[] literals = new int[RING];

	private final int[] closedBefore = new int[RING];

	private String text = "";

	private int count;

	private int lastClosed;

	private int visibleFrom;

	private int read;

	private int unclosed;

	private boolean suspect;

	SqlPlace(SqlContext context) {
		this.context = context;
	}

	/**
	 * Begin a text, and weigh what it begins with.
	 */
	void over(String text) {
		this.text = text;
		this.lexer.read(text, SqlDialect.ANY, this.context);
		this.count = 0;
		this.lastClosed = -1;
		this.visibleFrom = 0;
		this.unclosed = 0;
		this.evidence.reset();
		this.evidence.begin(text, this.context);
		if (this.context != SqlContext.CODE) {
			this.lexer.next();
			this.visibleFrom = this.lexer.end();
			this.lastClosed = isEndedBy(-1, this.visibleFrom) ? this.visibleFrom - 1 : -1;
		}
		note(this.evidence.walk(-1));
	}

	/**
	 * Return whether what was looked at weighs anything.
	 */
	boolean isSuspect() {
		return this.suspect;
	}

	/**
	 * Return whether more unclosed names stand in the text than the lexer has patience
	 * for.
	 */
	boolean isOutOfPatience() {
		return this.unclosed > MOST_UNCLOSED;
	}

	boolean isCode() {
		return this.context == SqlContext.CODE;
	}

	int visibleFrom() {
		return this.visibleFrom;
	}

	boolean isVisible(int index) {
		return index >= this.visibleFrom;
	}

	/**
	 * Return the index behind the literal or name that a visible quote opens.
	 * @return the index, -1 if it opens none
	 */
	int endOf(int start) {
		int end = this.lexer.endOf(start);
		return (this.lexer.closed() || this.text.charAt(start) != '`') ? end : -1;
	}

	/**
	 * Return whether the last quote of a literal may end that of the statement.
	 */
	boolean isEndedBy(int start, int end) {
		return end - 1 > start && this.text.charAt(end - 1) == this.context.quote();
	}

	/**
	 * Go on behind a literal or quoted name.
	 */
	void skip(int start, int end) {
		int slot = this.count & (RING - 1);
		this.literals[slot] = start;
		this.closedBefore[slot] = this.lastClosed;
		this.count++;
		if (this.text.charAt(start) != '`' && isEndedBy(start, end)) {
			this.lastClosed = end - 1;
		}
		this.visibleFrom = end;
	}

	/**
	 * Go on behind a backtick that stands alone.
	 */
	void skipUnclosed() {
		this.unclosed++;
	}

	/**
	 * Go on behind a comment.
	 */
	void skipComment(int end) {
		this.visibleFrom = end;
	}

	/**
	 * Weigh the tokens around a visible spot.
	 */
	void look(int spot) {
		if (this.suspect || spot < this.read) {
			return;
		}
		int from = spot;
		int words = 0;
		int least = Math.max(this.visibleFrom, this.read);
		while (from > least && words < BEHIND) {
			from = beginOfWord(from, least);
			words++;
		}
		if (words == BEHIND && from > least) {
			enter(from, this.lastClosed);
		}
		else if (least == this.visibleFrom && this.count >= BEHIND) {
			int slot = (this.count - BEHIND) & (RING - 1);
			enter(this.literals[slot], this.closedBefore[slot]);
		}
		note(this.evidence.look(spot));
	}

	private void enter(int from, int closed) {
		if (from > this.read) {
			this.evidence.enter(from, (this.context != SqlContext.CODE) ? closed : -1);
		}
	}

	private void note(int read) {
		this.read = read;
		this.suspect = this.evidence.weight().total() >= Confidence.WEAK.score();
	}

	/**
	 * Return where something begins that holds a letter or digit and has a blank before
	 * it.
	 */
	private int beginOfWord(int end, int least) {
		int i = end;
		boolean word = false;
		while (i > least && !(word && SqlCharacter.isWhiteSpace(this.text.charAt(i - 1)))) {
			word |= SqlCharacter.isWordPart(this.text.charAt(i - 1));
			i--;
		}
		return i;
	}

}
