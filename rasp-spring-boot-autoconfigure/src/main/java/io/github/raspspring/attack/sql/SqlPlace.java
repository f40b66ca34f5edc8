package io.github.raspspring.attack.sql;

import io.github.raspspring.engine.Confidence;

/**
 * One place of a statement in which a text is looked at where it may matter, and nowhere
 * else: knows without lexing it which stretches are hidden in literals and comments, and
 * weighs the tokens around a spot. What isn't known of the text before is taken for the
 * worst: where no rule asks for it, what was weighed is what the text weighs as a whole.
 * Each stretch is lexed once at most. Not thread-safe.
 */
final class SqlPlace {

	/** Words or literals that a rule may look back at, and some to spare. */
	private static final int BEHIND = 6;

	/** So many unclosed names, and the lexer looks for the end of none. */
	private static final int MOST_UNCLOSED = 7;

	private static final int RING = 8;

	private static final byte UNKNOWN = 0;

	private static final byte OPEN = 1;

	private static final byte CLOSED = 2;

	/** So far it is cheaper to read on than to begin anew, and more is known. */
	private static final int NEAR = 160;

	/** Signs that may follow the end of a literal. */
	private static final String CODE = ",);:=<>!^~+%-/*|&#@";

	private final SqlContext context;

	private final SqlLexer lexer = new SqlLexer();

	private final SqlEvidence evidence = new SqlEvidence();

	private final SqlGlance glance;

	private final SqlBreakout breakout = new SqlBreakout();

	/** Where the last literals begin, and the quote that ended one before each. */
	private final int[] literals = new int[RING];

	private final int[] closedBefore = new int[RING];

	/** Where what is visible before them begins, and whether right behind another one. */
	private final int[] stretches = new int[RING];

	private final boolean[] following = new boolean[RING];

	private String text = "";

	/** Whether code goes on behind the last literal. */
	private byte open;

	private int count;

	private int lastClosed;

	private int visibleFrom;

	private int literalEnd;

	private int read;

	private int unclosed;

	private boolean begun;

	SqlPlace(SqlContext context, SqlGlance glance) {
		this.context = context;
		this.glance = glance;
	}

	/**
	 * Begin a text, and weigh what it begins with if that may matter.
	 */
	void over(String text) {
		this.text = text;
		this.breakout.over(text, this.context);
		this.lexer.read(text, SqlDialect.ANY, this.context);
		this.count = 0;
		this.lastClosed = -1;
		this.visibleFrom = 0;
		this.literalEnd = -1;
		this.unclosed = 0;
		this.read = 0;
		this.begun = false;
		this.evidence.reset();
		this.open = CLOSED;
		boolean matters = (this.context == SqlContext.CODE) ? mayOpen() : ends();
		if (matters) {
			begin();
			this.evidence.weight().watch();
			this.read = this.evidence.walk(-1);
			settle();
		}
	}

	/**
	 * Find the end of the literal that the statement has opened.
	 * @return whether an expression may go on behind it
	 */
	private boolean ends() {
		this.lexer.next();
		this.visibleFrom = this.lexer.end();
		boolean ended = isEndedBy(-1, this.visibleFrom);
		this.lastClosed = ended ? this.visibleFrom - 1 : -1;
		this.open = ended ? UNKNOWN : CLOSED;
		return ended && mayGoOnAtOnce(this.visibleFrom);
	}

	/**
	 * Tell whether the text may begin with the call of a function that is given another
	 * call.
	 */
	private boolean mayOpen() {
		int i = this.glance.skip(0);
		int end = SqlCharacter.endOfWord(this.text, i);
		int paren = this.glance.skip(end);
		int inner = this.glance.skip(paren + 1);
		if (this.glance.isComment(i) || this.glance.isComment(paren) || this.glance.isComment(inner)) {
			return true;
		}
		return this.glance.at(paren) == '(' && this.glance.isName(i) && switch (SqlWord.of(this.text, i, end)) {
			case FUNCTION, COMMON_FUNCTION, HARMFUL_FUNCTION, IF, OPERAND_PREFIX ->
				isCallOfSql(inner, SqlCharacter.endOfWord(this.text, inner));
			default -> false;
		};
	}

	private boolean isCallOfSql(int start, int end) {
		return switch (SqlWord.of(this.text, start, end)) {
			case FUNCTION, HARMFUL_FUNCTION, OPERAND_PREFIX -> true;
			default -> false;
		};
	}

	/**
	 * Tell whether an expression may go on behind the quote that ends the first literal.
	 */
	private boolean mayGoOnAtOnce(int end) {
		int i = this.glance.skip(end);
		if (!SqlCharacter.isWordStart(this.glance.at(i)) || i >= this.text.length()) {
			return this.glance.at(i) == ',' || this.glance.mayGoOn(end);
		}
		return switch (SqlWord.of(this.text, i, SqlCharacter.endOfWord(this.text, i))) {
			case LIKE, NOT, LOGIC, IN_OR_IS, ARITHMETIC -> true;
			default -> false;
		};
	}

	private void begin() {
		this.begun = true;
		this.evidence.begin(this.text, this.context);
	}

	/**
	 * Return what the text weighs here at most, by what was looked at.
	 */
	int most() {
		int weight = this.evidence.weight().total();
		return (weight <= Confidence.WEAK.score()) ? weight : Integer.MAX_VALUE;
	}

	/**
	 * Return whether what the text weighs here depends on more than was looked at.
	 */
	boolean isDoubtful() {
		return this.evidence.weight().isDoubtful();
	}

	/**
	 * Add what the text weighs here.
	 */
	void addTo(SqlWeight weight) {
		this.evidence.weight().addTo(weight);
	}

	/**
	 * Return whether more unclosed names stand in the text than the lexer has patience
	 * for.
	 */
	boolean isOutOfPatience() {
		return this.unclosed > MOST_UNCLOSED;
	}

	/**
	 * Return whether a query makes no difference any more, as it is told or quoted.
	 */
	boolean isEnough(int select) {
		return this.evidence.weight().total() >= Confidence.WEAK.score() && !isOpen() && this.glance.isOfText(select)
				&& (this.context != SqlContext.CODE || SqlCharacter.isWordPart(this.glance.before(select)));
	}

	SqlContext context() {
		return this.context;
	}

	/**
	 * Return whether the last literal may have been that of the statement, so that code
	 * goes on behind it.
	 */
	boolean isOpen() {
		if (this.open == UNKNOWN) {
			this.open = opensAt(this.lastClosed) ? OPEN : CLOSED;
		}
		return this.open == OPEN;
	}

	/**
	 * Return whether a quote may end the literal of the statement.
	 */
	boolean opensAt(int quote) {
		return mayGoOnAsCode(quote + 1) && !this.breakout.quotation(quote);
	}

	private boolean mayGoOnAsCode(int end) {
		int i = this.glance.skip(end);
		if (i >= this.text.length()) {
			return false;
		}
		char c = this.text.charAt(i);
		if (!SqlCharacter.isWordStart(c)) {
			return (c == ':') ? this.glance.isOperator(i) : CODE.indexOf(c) >= 0;
		}
		return switch (SqlWord.of(this.text, i, SqlCharacter.endOfWord(this.text, i))) {
			case NAME, OPERAND_PREFIX, FUNCTION, COMMON_FUNCTION, HARMFUL_FUNCTION, CATALOG, CONSTANT, CASE, WHEN,
					QUANTIFIER, DELAY, BY ->
				false;
			default -> true;
		};
	}

	int visibleFrom() {
		return this.visibleFrom;
	}

	boolean isVisible(int index) {
		return index >= this.visibleFrom;
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
		this.stretches[slot] = this.visibleFrom;
		this.following[slot] = this.visibleFrom == this.literalEnd;
		this.count++;
		if (this.text.charAt(start) != '`') {
			boolean ended = isEndedBy(start, end);
			this.lastClosed = ended ? end - 1 : this.lastClosed;
			this.open = ended ? UNKNOWN : CLOSED;
		}
		this.visibleFrom = Math.max(this.visibleFrom, end);
		this.literalEnd = end;
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
		this.visibleFrom = Math.max(this.visibleFrom, end);
	}

	/**
	 * Weigh the tokens around a visible spot.
	 */
	void look(int spot) {
		if (spot < this.read) {
			return;
		}
		if (!this.begun) {
			begin();
		}
		enterBefore(spot);
		this.evidence.weight().watch();
		this.read = this.evidence.look(spot);
		settle();
	}

	/**
	 * See nothing more of a text that must be weighed here as a whole, whatever follows.
	 */
	private void settle() {
		if (isDoubtful() && this.evidence.weight().total() > Confidence.WEAK.score()) {
			this.visibleFrom = Integer.MAX_VALUE;
		}
	}

	/**
	 * Go on as many words and literals before a spot as a rule may look back at, unless
	 * what was read last is nearer.
	 */
	private void enterBefore(int spot) {
		int from = spot;
		int least = this.visibleFrom;
		int literal = this.count;
		boolean follows = this.visibleFrom == this.literalEnd;
		int closed = this.lastClosed;
		boolean open = isOpen();
		for (int behind = 0; behind < BEHIND; behind++) {
			if (from <= this.read) {
				return;
			}
			if (from > least) {
				from = beginOfWord(from, Math.max(least, this.read));
				continue;
			}
			if (!follows || literal == 0) {
				enterAtLiteral();
				return;
			}
			int slot = --literal & (RING - 1);
			from = this.literals[slot];
			closed = this.closedBefore[slot];
			open = true;
			least = this.stretches[slot];
			follows = this.following[slot];
		}
		enter(from, closed, open);
	}

	private void enterAtLiteral() {
		if (this.count >= BEHIND) {
			int slot = (this.count - BEHIND) & (RING - 1);
			enter(this.literals[slot], this.closedBefore[slot], true);
		}
	}

	private void enter(int from, int closed, boolean open) {
		if (from > this.read + NEAR) {
			this.evidence.enter(from, closed, open && closed >= 0);
		}
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
