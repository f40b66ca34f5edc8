package io.github.raspspring.attack.sql;

import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Rule;

/**
 * Looks at a text as the rest of a statement, in one of the places where input lands in
 * one, and weighs what would change that statement. Every rule asks for a continuation
 * that the grammar of SQL allows and that prose and code don't have at that spot; nothing
 * said elsewhere in the text makes it better or worse. Not thread-safe.
 */
final class SqlEvidence {

	/** Tokens at the beginning for which it matters how many there are before. */
	private static final int FIRST_TOKENS = 4;

	private final SqlTokens tokens = new SqlTokens();

	private final SqlBreakout breakout = new SqlBreakout();

	private final SqlGrammar grammar = new SqlGrammar(this.tokens);

	private final SqlSelectList selectList = new SqlSelectList(this.tokens, this.grammar);

	private final SqlStatements statements = new SqlStatements(this.tokens, this.grammar, this.selectList);

	private final SqlWeight weight = new SqlWeight();

	private final SqlCondition condition = new SqlCondition(this.tokens, this.grammar, this.breakout, this.weight);

	private final SqlStacking stacking = new SqlStacking(this.tokens, this.statements, this.breakout, this.weight);

	private final SqlClauses clauses = new SqlClauses(this.tokens, this.grammar, this.breakout, this.stacking,
			this.weight);

	private final SqlLiteralEnding ending = new SqlLiteralEnding(this.tokens, this.grammar, this.breakout,
			this.condition, this.weight);

	private boolean conditionStarts;

	/** Whether the text begins with a table that a query makes. */
	private boolean commonTable;

	/** Whether the text is read as code from its beginning. */
	private boolean plain;

	/** Whether the text begins with a statement, so that others may follow in lines. */
	private boolean script;

	/**
	 * Forget all texts weighed so far.
	 */
	void reset() {
		this.weight.reset();
	}

	/**
	 * Weigh a text in one more place, up to where it weighs as much as it can there.
	 * @param most what it weighs at most
	 */
	void weigh(String text, SqlContext context, int most) {
		if (this.weight.total() >= most) {
			return;
		}
		begin(text, context);
		if (this.plain && this.statements.isScript()) {
			return;
		}
		SqlToken kind = this.tokens.kind(0);
		while (kind != SqlToken.END) {
			if (this.condition.isActive() || mayMatter(kind)) {
				token(kind);
				if (this.weight.total() >= most) {
					return;
				}
			}
			this.tokens.advance();
			kind = this.tokens.kind(0);
		}
		this.condition.end();
	}

	/**
	 * Tell whether a token may be evidence or change what is known of the text, where no
	 * condition is followed. Most don't, and names only tell of sentences.
	 */
	private boolean mayMatter(SqlToken kind) {
		return switch (kind) {
			case NUMBER, COMMA, DOT, OTHER, QUOTED_IDENTIFIER, PLACEHOLDER -> false;
			case COMPARISON -> this.breakout.inCode();
			case OPERATOR -> this.tokens.is(-1, SqlToken.NUMBER);
			default -> true;
		};
	}

	/**
	 * Begin a text in one more place.
	 */
	void begin(String text, SqlContext context) {
		this.weight.nextPlace();
		this.tokens.over(text, context);
		this.breakout.over(text, context);
		this.condition.reset();
		this.commonTable = false;
		this.plain = context == SqlContext.CODE;
		this.script = this.plain && this.statements.begins();
	}

	/**
	 * Go on far within the text, where a token begins. What is not known of the text
	 * before is taken for the worst.
	 * @param lastQuote index of the last quote that ended a literal, or -1
	 * @param open whether that may have been the literal of the statement
	 */
	void enter(int position, int lastQuote, boolean open) {
		this.tokens.enter(position);
		this.breakout.enter(lastQuote, open);
		this.condition.enter();
	}

	/**
	 * Weigh the tokens at a spot, and none of those before it: of them it matters only
	 * what literals they end, and whether they are a sentence.
	 * @return where the next token begins
	 */
	int look(int spot) {
		SqlToken kind = this.tokens.kind(0);
		while (!this.condition.isActive() && kind != SqlToken.END && this.tokens.start(1) < spot) {
			if (kind == SqlToken.STRING) {
				this.breakout.literal(this.tokens);
			}
			else {
				this.condition.pass(kind);
				if (this.breakout.inCode() && this.tokens.is(0, SqlWord.LOGIC)) {
					this.breakout.endsInSentence(false);
				}
			}
			this.tokens.advance();
			kind = this.tokens.kind(0);
		}
		return walk(spot);
	}

	/**
	 * Weigh the first tokens, those up to a place and the condition that begins there.
	 * @return where the next token begins
	 */
	int walk(int until) {
		SqlToken kind = this.tokens.kind(0);
		while (kind != SqlToken.END) {
			if (this.tokens.start(0) > until && this.tokens.index() > FIRST_TOKENS && !this.condition.isActive()
					&& !isPartOfEnding(kind)) {
				return this.tokens.start(0);
			}
			token(kind);
			this.tokens.advance();
			kind = this.tokens.kind(0);
		}
		this.condition.end();
		return Integer.MAX_VALUE;
	}

	/**
	 * Tell whether a token right behind a literal is evidence together with it.
	 */
	private boolean isPartOfEnding(SqlToken kind) {
		return kind == SqlToken.CLOSE || kind == SqlToken.COMPARISON || this.tokens.is(0, SqlWord.LIKE);
	}

	SqlWeight weight() {
		return this.weight;
	}

	private void add(int weight, Rule rule) {
		this.weight.add(weight, rule, this.tokens.start(0), this.tokens.end(0));
	}

	private void token(SqlToken kind) {
		this.conditionStarts = false;
		switch (kind) {
			case WORD -> word(this.tokens.word(0));
			case STRING -> this.ending.literal();
			case SEMICOLON -> this.stacking.semicolon(isScript());
			case LINE_COMMENT -> this.ending.comment();
			case VARIABLE -> this.clauses.variable();
			case LOGICAL_OPERATOR -> logicalOperator();
			case OPERATOR -> this.clauses.operator();
			case COMPARISON -> this.ending.comparison();
			default -> {
			}
		}
		this.condition.token(kind, this.conditionStarts);
		if (this.breakout.isDoubtful()) {
			this.weight.guess();
		}
	}

	private boolean isCommonTable() {
		return this.tokens.is(1, SqlToken.OPEN) && this.tokens.reads(-2, "with")
				&& !this.tokens.is(-3, SqlToken.SEMICOLON) && !this.tokens.is(-3, SqlToken.OPEN)
				&& !this.tokens.is(-3, SqlToken.NUMBER);
	}

	private void logicalOperator() {
		this.conditionStarts = true;
		boolean spelled = this.tokens.reads(1, "chr") || this.tokens.reads(1, "char");
		if ((this.tokens.is(-1, SqlToken.CLOSE) && spelled && this.grammar.callsFunction(1))
				|| (this.tokens.first() && this.tokens.is(1, SqlToken.OPEN) && this.grammar.callsSqlFunction(2))) {
			add(5, SqlRules.SPLICE);
		}
	}

	private void word(SqlWord word) {
		if (word == SqlWord.NAME && !this.tokens.is(1, SqlToken.OPEN)) {
			return;
		}
		switch (word) {
			case SET_OPERATION -> union();
			case SELECT -> select();
			case LOGIC -> this.conditionStarts = true;
			case AS -> this.commonTable |= isCommonTable();
			case LIKE -> this.ending.like();
			case WHERE, HAVING -> condition(word);
			case ORDER_OR_GROUP -> this.clauses.orderOrGroup();
			case LIMIT -> this.clauses.limit();
			case CASE -> this.clauses.caseWhen();
			case INTO -> this.clauses.into();
			case FROM -> this.clauses.from();
			case CLAUSE -> this.clauses.clause();
			case WAITFOR -> this.clauses.waitFor();
			case OBJECT -> this.clauses.procedureAnalyse();
			case HARMFUL_FUNCTION -> this.clauses.harmfulFunction();
			case EXECUTE -> execute();
			case DECLARE -> declare();
			case INSERT, UPDATE, DELETE, DEFINE, SHUTDOWN, STATEMENT, SET -> statement();
			default -> {
			}
		}
		if (this.tokens.is(1, SqlToken.OPEN) || this.tokens.first()) {
			call(word);
		}
	}

	/**
	 * A word before a parenthesis, or the first one.
	 */
	private void call(SqlWord word) {
		boolean decides = word == SqlWord.IF && this.tokens.opensText(0) && this.grammar.decides(1)
				|| this.tokens.first() && this.grammar.comparesCall();
		if (decides) {
			add(5, SqlRules.CONDITIONAL);
		}
		else if (this.tokens.is(1, SqlToken.OPEN) && this.grammar.comparesNumbers(2) && !isRemark(word)) {
			add(this.grammar.equatesNumbers(2) || this.breakout.inCode() ? 5 : 3, SqlRules.CONDITIONAL);
		}
		else if (this.grammar.choosesOperand()) {
			add(5, SqlRules.CONDITIONAL);
		}
	}

	/** Tell whether a remark in parentheses follows a word. */
	private boolean isRemark(SqlWord word) {
		return word == SqlWord.NAME && !this.breakout.inCode() && this.tokens.end(0) < this.tokens.start(1);
	}

	private void union() {
		int next = this.grammar.skipQuantifiersAndParens(1);
		boolean anchored = this.breakout.anchored(this.tokens);
		if (!this.tokens.is(next, SqlWord.SELECT)) {
			boolean behindValue = anchored && !this.tokens.first() && !this.tokens.is(-1, SqlToken.WORD);
			add((behindValue && this.grammar.otherQuery(next)) ? 5 : 0, SqlRules.UNION);
			return;
		}
		int list = this.selectList.kindAt(next + 1);
		if (list >= SqlSelectList.EXPRESSIONS) {
			add(anchored ? 9 : 7, SqlRules.UNION);
		}
		else if (list == SqlSelectList.NAMES) {
			add(anchored ? 8 : 5, SqlRules.UNION);
		}
		else {
			boolean cutOff = this.tokens.is(next + 1, SqlToken.NUMBER)
					|| this.tokens.is(next + 1, SqlToken.LINE_COMMENT)
					|| this.tokens.is(next + 1, SqlToken.END) && !this.tokens.first();
			boolean nested = next > 1
					&& (this.tokens.end(0) == this.tokens.start(1) || anchored && !this.tokens.first());
			add((nested || this.breakout.inCode() || (anchored && cutOff)) ? 5 : 3, SqlRules.UNION);
		}
	}

	private void select() {
		if (this.commonTable && !this.breakout.inCode()) {
			add(3, SqlRules.SUBQUERY);
			return;
		}
		if (this.weight.total() >= Confidence.WEAK.score() && isTold()) {
			return;
		}
		int list = this.selectList.kindAt(1);
		boolean quotation = this.plain && this.tokens.isOpen(1);
		if (list == SqlSelectList.NOTHING || quotation || this.grammar.sectionOfManual()) {
			return;
		}
		SqlToken before = this.tokens.kind(-1);
		if (before == SqlToken.OPEN || before == SqlToken.SEMICOLON) {
			boolean line = before == SqlToken.SEMICOLON
					&& (isScript() || this.stacking.endsLine(-1, this.script)
							|| this.statements.isOfSentence(0) && !this.tokens.endsInComment()
							|| !this.breakout.inCode() && this.breakout.isShown(this.tokens.start(-1)))
					|| this.condition.isRemark();
			add(line ? 3 : 5, (before == SqlToken.OPEN) ? SqlRules.SUBQUERY : SqlRules.STACKED);
		}
		else if (this.breakout.anchored(this.tokens) && !this.tokens.first() && !this.tokens.listNumber(-1)) {
			boolean below = !this.breakout.inCode() && (this.selectList.isWithoutTable()
					|| this.breakout.breaksLine(this.tokens.end(-1), this.tokens.start(0)));
			add(below ? 3 : 5, SqlRules.STACKED);
		}
		else if (this.tokens.is(-1, SqlWord.OPERAND_PREFIX)) {
			add(5, SqlRules.SUBQUERY);
		}
		else {
			boolean calls = list == SqlSelectList.CALLS && this.tokens.beginsFragment(0);
			add((calls && !this.selectList.isWithoutTable()) ? 5 : 3, SqlRules.SUBQUERY);
		}
	}

	/**
	 * Tell whether a query weighs little, whatever it reads: nothing that it follows or
	 * begins makes it one of the statement.
	 */
	private boolean isTold() {
		return !this.tokens.is(-1, SqlToken.SEMICOLON) && !this.tokens.is(-1, SqlWord.OPERAND_PREFIX)
				&& !this.tokens.beginsFragment(0) && !this.breakout.anchored(this.tokens);
	}

	private boolean isScript() {
		return this.script && !this.condition.closesMoreThanOpened();
	}

	private void condition(SqlWord word) {
		this.conditionStarts = true;
		if (word == SqlWord.WHERE && this.tokens.is(-1, SqlToken.WORD) && this.tokens.is(-2, SqlWord.FROM)
				&& this.tokens.is(2, SqlToken.COMPARISON) && (this.tokens.is(-3, SqlToken.STRING)
						|| this.tokens.is(-3, SqlToken.CLOSE) && this.condition.closesMoreThanOpened())) {
			add(5, SqlRules.CLAUSE);
		}
		if (word == SqlWord.HAVING && this.grammar.callsFunction(1)) {
			add(this.breakout.anchored(this.tokens) || this.tokens.ended(5) ? 5 : 3, SqlRules.CLAUSE);
		}
	}

	private void execute() {
		if (this.statements.storedProcedure(1)) {
			add(6, SqlRules.STACKED);
		}
		else {
			statement();
		}
	}

	private void declare() {
		if (this.statements.declares(1) && this.tokens.is(2, SqlToken.WORD)) {
			add(5, SqlRules.STACKED);
		}
	}

	/**
	 * A statement that follows a value without a semicolon, as SQL Server allows.
	 */
	private void statement() {
		if (this.tokens.is(-1, SqlToken.SEMICOLON)) {
			return;
		}
		boolean behindLiteral = this.breakout.closedBy(this.tokens, -1);
		if (behindLiteral && !this.tokens.reads(0, "call") && !this.tokens.reads(0, "print")
				&& this.statements.begin(0) > 0) {
			add(5, SqlRules.STACKED);
		}
	}

}
