package io.github.raspspring.attack.sql;

import io.github.raspspring.engine.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Two or more whole tokens of a statement that an input covers.
 */
final class SqlFragment {

	private final StatementTokens tokens;

	private final int first;

	private final int last;

	private final SqlList list;

	private final SqlPhrase phrase;

	SqlFragment(StatementTokens tokens, int first, int last) {
		this.tokens = tokens;
		this.first = first;
		this.last = last;
		this.list = new SqlList(tokens, first, last);
		this.phrase = new SqlPhrase(tokens, first, last);
	}

	@Nullable Rule judge() {
		boolean operand = false;
		boolean call = false;
		for (int i = this.first; i <= this.last; i++) {
			switch (this.tokens.kind(i)) {
				case LINE_COMMENT, BLOCK_COMMENT, EXECUTABLE_COMMENT -> {
					return SqlSinkRules.COMMENT;
				}
				case SEMICOLON -> {
					if (i < this.tokens.size() - 1) {
						return SqlSinkRules.STACKED;
					}
				}
				default -> {
					operand |= isOperand(i);
					call |= i < this.last && opensCall(i);
				}
			}
		}
		if (!operand || isNameList() || isSubtrahend() || this.list.isInnocent() || this.phrase.isOfTemplate()) {
			return null;
		}
		return call ? SqlSinkRules.FUNCTION : SqlSinkRules.STRUCTURE;
	}

	/**
	 * Without an operand of its own a fragment can't have taken the place of one: it is
	 * text of the template, such as {@code order by}.
	 */
	private boolean isOperand(int token) {
		return switch (this.tokens.kind(token)) {
			case NUMBER, STRING, QUOTED_IDENTIFIER, VARIABLE, PLACEHOLDER -> true;
			case WORD -> !StatementGrammar.isConnective(this.tokens.word(token)) && !this.phrase.isFixed(token);
			default -> false;
		};
	}

	private boolean opensCall(int token) {
		boolean word = this.tokens.kind(token) == SqlToken.WORD;
		SqlWord next = this.tokens.word(token + 1);
		return (word && this.tokens.kind(token + 1) == SqlToken.OPEN)
				|| (this.tokens.kind(token) == SqlToken.OPEN && next == SqlWord.SELECT);
	}

	/**
	 * What clients write for the order of a list, such as {@code -price}, may coincide
	 * with the second half of a difference.
	 */
	private boolean isSubtrahend() {
		SqlToken before = this.tokens.kind(this.first - 1);
		boolean name = before == SqlToken.QUOTED_IDENTIFIER
				|| (before == SqlToken.WORD && !StatementGrammar.isConnective(this.tokens.word(this.first - 1)));
		return name && StatementGrammar.isSign(this.tokens, this.first)
				&& StatementGrammar.endOfName(this.tokens, this.first + 1) == this.last + 1;
	}

	/**
	 * A list of plain names is no structure where a statement lists names anyway.
	 */
	private boolean isNameList() {
		// Half a dotted name is still one.
		int from = (this.tokens.kind(this.first) == SqlToken.DOT) ? this.first + 1 : this.first;
		int to = (this.tokens.kind(this.last) == SqlToken.DOT) ? this.last - 1 : this.last;
		if (StatementGrammar.endOfName(this.tokens, from) > to) {
			return true;
		}
		SqlWord clause = this.tokens.nesting().clause(this.first);
		boolean ordering = clause == SqlWord.BY;
		return (ordering || clause == SqlWord.SELECT)
				&& StatementGrammar.endOfNames(this.tokens, this.first, this.last, ordering) > this.last;
	}

}
