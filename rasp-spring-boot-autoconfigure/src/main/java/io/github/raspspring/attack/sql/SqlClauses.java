package io.github.raspspring.attack.sql;

import io.github.raspspring.engine.Rule;

/**
 * Weighs clauses that follow the condition or the list of a statement: where it reads
 * from, in which order, how much of it, where that goes, on what that depends and how
 * long it takes. Not thread-safe.
 */
final class SqlClauses {

	private final SqlTokens tokens;

	private final SqlGrammar grammar;

	private final SqlBreakout breakout;

	private final SqlStacking stacking;

	private final SqlWeight weight;

	SqlClauses(SqlTokens tokens, SqlGrammar grammar, SqlBreakout breakout, SqlStacking stacking, SqlWeight weight) {
		this.stacking = stacking;
		this.tokens = tokens;
		this.grammar = grammar;
		this.breakout = breakout;
		this.weight = weight;
	}

	/**
	 * A number that begins the text, and a comparison that is calculated with it.
	 */
	void operator() {
		if (this.tokens.is(-1, SqlToken.NUMBER) && this.tokens.opensText(-1) && this.tokens.is(1, SqlToken.OPEN)
				&& this.grammar.equatesNumbers(1)) {
			add(5, SqlRules.TAUTOLOGY);
		}
	}

	void orderOrGroup() {
		if (!this.tokens.is(1, SqlWord.BY)) {
			return;
		}
		boolean anchored = this.breakout.anchored(this.tokens);
		if (this.tokens.is(2, SqlToken.NUMBER) && (this.grammar.behindFirstNumber() || this.grammar.endsOrderTerm(3))) {
			boolean commented = this.tokens.is(3, SqlToken.LINE_COMMENT);
			boolean begins = (anchored || this.tokens.beginsFragment(0)) && !this.tokens.isTitle();
			add((begins || commented) ? 5 : 2, SqlRules.CLAUSE);
		}
		else if (this.grammar.callsFunction(2) || this.tokens.is(2, SqlToken.OPEN)) {
			add(anchored ? 5 : 3, SqlRules.CLAUSE);
		}
		else if (this.breakout.closedBy(this.tokens, -1) && this.tokens.is(2, SqlToken.WORD)
				&& (this.tokens.ended(3) || this.tokens.is(3, SqlToken.COMMA) || this.tokens.is(3, SqlWord.HAVING)
						|| this.tokens.is(3, SqlWord.CLAUSE))) {
			add(5, SqlRules.CLAUSE);
		}
	}

	void limit() {
		if (this.tokens.is(1, SqlToken.NUMBER) && this.breakout.anchored(this.tokens)) {
			boolean closed = this.breakout.closedBy(this.tokens, -1);
			boolean commented = this.tokens.is(2, SqlToken.LINE_COMMENT) || (this.tokens.is(2, SqlToken.COMMA)
					&& this.tokens.is(3, SqlToken.NUMBER) && this.tokens.is(4, SqlToken.LINE_COMMENT));
			add((closed || commented) ? 5 : 2, SqlRules.CLAUSE);
		}
		else {
			clause();
		}
	}

	void into() {
		if (this.tokens.is(1, SqlWord.FILE_TARGET) && !this.tokens.ended(2)) {
			add(6, SqlRules.FILE);
		}
		else if (this.tokens.is(1, SqlToken.VARIABLE) && this.breakout.closedBy(this.tokens, -1)) {
			add(5, SqlRules.CLAUSE);
		}
	}

	void from() {
		if (this.tokens.is(1, SqlWord.CATALOG)
				|| (this.tokens.is(1, SqlToken.OPEN) && this.tokens.is(2, SqlWord.CATALOG))) {
			add(this.breakout.inCode() ? 5 : 4, SqlRules.CATALOG);
		}
	}

	/**
	 * A clause of few words right behind the literal that was ended, up to a comment.
	 */
	void clause() {
		if (this.breakout.closedBy(this.tokens, -1) && this.stacking.isCutOffBehind(0)) {
			add(5, SqlRules.CLAUSE);
		}
	}

	void waitFor() {
		if (this.tokens.is(1, SqlWord.DELAY)
				&& (this.tokens.is(2, SqlToken.STRING) || this.tokens.is(2, SqlToken.VARIABLE))) {
			add(7, SqlRules.HARMFUL);
		}
	}

	void procedureAnalyse() {
		if (this.tokens.is(1, SqlWord.ANALYSE) && this.tokens.is(2, SqlToken.OPEN)) {
			add(7, SqlRules.HARMFUL);
		}
	}

	void caseWhen() {
		boolean when = this.tokens.is(1, SqlWord.WHEN);
		boolean constant = this.tokens.is(2, SqlWord.WHEN) || when && this.tokens.is(2, SqlWord.NOT);
		if (constant && this.grammar.literal(3) && this.tokens.is(4, SqlWord.THEN)) {
			add(5, SqlRules.CONDITIONAL);
			return;
		}
		if (!when) {
			return;
		}
		SqlToken operand = this.tokens.kind(2);
		boolean compared = this.grammar.comparesNumbers(2) || this.tokens.is(3, SqlToken.COMPARISON)
				|| this.tokens.is(3, SqlWord.THEN) || this.tokens.is(3, SqlWord.LIKE)
				|| this.tokens.is(3, SqlWord.IN_OR_IS);
		if (compared || operand == SqlToken.OPEN || this.grammar.callsFunction(2)) {
			boolean literal = operand != SqlToken.WORD || this.grammar.callsFunction(2)
					|| this.tokens.is(2, SqlWord.CONSTANT) && this.tokens.beginsFragment(0);
			add((literal || (this.grammar.expressionBefore() && !this.tokens.hyphenated())) ? 5 : 0,
					SqlRules.CONDITIONAL);
		}
	}

	void variable() {
		if (this.tokens.is(1, SqlToken.OPERATOR) && this.tokens.reads(1, ":=") && this.grammar.operand(2)) {
			add(5, SqlRules.TAUTOLOGY);
		}
		if (this.tokens.length(0) < 4 || this.tokens.end(0) < 2 || !this.grammar.systemVariable()) {
			return;
		}
		boolean alone = this.tokens.beginsFragment(0);
		add((this.grammar.expressionBefore() || (alone && this.grammar.knownVariable())) ? 5 : 2, SqlRules.CATALOG);
	}

	/**
	 * The call of a function that does harm, by a name that prose and code don't have or
	 * where they don't have it.
	 */
	void harmfulFunction() {
		int arguments = this.grammar.argumentsOfCall(0);
		if (arguments < 0 || this.grammar.member()) {
			return;
		}
		if (!this.grammar.ambiguousFunction(0)) {
			add(this.tokens.name(-1) ? 3 : 6, SqlRules.HARMFUL);
			return;
		}
		boolean measure = this.tokens.is(arguments, SqlToken.NUMBER) && this.tokens.name(arguments + 1);
		if (measure || !this.grammar.operand(arguments)) {
			return;
		}
		boolean repeated = this.tokens.is(arguments, SqlToken.NUMBER) && this.tokens.is(arguments + 1, SqlToken.COMMA)
				&& this.tokens.length(arguments) > 4 && this.tokens.is(arguments + 3, SqlToken.OPEN);
		boolean expression = repeated || this.grammar.expressionBefore() || this.breakout.inCode()
				|| (this.tokens.is(-1, SqlToken.COMMA)
						&& (this.tokens.is(-2, SqlToken.NUMBER) || this.grammar.middleArgument(arguments)
								|| this.tokens.is(-2, SqlWord.CONSTANT) || this.tokens.is(-2, SqlWord.CLAUSE)));
		add(expression || this.grammar.isWholeOperand(arguments) ? 6 : 3, SqlRules.HARMFUL);
	}

	private void add(int weight, Rule rule) {
		this.weight.add(weight, rule, this.tokens.start(0), this.tokens.end(0));
	}

}
