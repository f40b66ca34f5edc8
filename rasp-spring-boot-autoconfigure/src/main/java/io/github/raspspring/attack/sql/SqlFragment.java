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

	SqlFragment(StatementTokens tokens, int first, int last) {
		this.tokens = tokens;
		this.first = first;
		this.last = last;
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
					return SqlSinkRules.STACKED;
				}
				default -> {
					operand |= isOperand(i);
					call |= i < this.last && opensCall(i);
				}
			}
		}
		if (!operand || isLiteralList() || isNameList() || isSubtrahend()) {
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
			case WORD -> !StatementGrammar.isConnective(this.tokens.word(token));
			default -> false;
		};
	}

	private boolean opensCall(int token) {
		boolean word = this.tokens.kind(token) == SqlToken.WORD;
		SqlWord next = this.tokens.word(token + 1);
		return (word && this.tokens.kind(token + 1) == SqlToken.OPEN)
				|| (this.tokens.kind(token) == SqlToken.OPEN && next == SqlWord.SELECT);
	}

	private boolean isLiteralList() {
		int depth = 0;
		boolean expected = true;
		for (int i = this.first; i <= this.last; i++) {
			SqlToken kind = this.tokens.kind(i);
			if (kind == SqlToken.OPEN && expected) {
				depth++;
			}
			else if (kind == SqlToken.CLOSE && !expected && depth > 0) {
				depth--;
			}
			else if (kind == SqlToken.COMMA) {
				expected = true;
			}
			else if (expected && isLiteral(i)) {
				expected = false;
			}
			else if (!isNumbered(i) && !(expected && isSign(i) && this.tokens.kind(i + 1) == SqlToken.NUMBER)) {
				return false;
			}
		}
		return depth == 0;
	}

	private boolean isLiteral(int token) {
		return switch (this.tokens.kind(token)) {
			case NUMBER, PLACEHOLDER -> true;
			case STRING -> this.tokens.closed(token);
			case WORD -> this.tokens.word(token) == SqlWord.CONSTANT;
			default -> false;
		};
	}

	/**
	 * The number of a placeholder such as {@code ?1}.
	 */
	private boolean isNumbered(int token) {
		return token > this.first && this.tokens.kind(token) == SqlToken.NUMBER
				&& this.tokens.kind(token - 1) == SqlToken.PLACEHOLDER
				&& this.tokens.end(token - 1) == this.tokens.start(token);
	}

	/**
	 * What clients write for the order of a list, such as {@code -price}, may coincide
	 * with the second half of a difference.
	 */
	private boolean isSubtrahend() {
		SqlToken before = this.tokens.kind(this.first - 1);
		boolean name = before == SqlToken.QUOTED_IDENTIFIER
				|| (before == SqlToken.WORD && !StatementGrammar.isConnective(this.tokens.word(this.first - 1)));
		return name && isSign(this.first) && StatementGrammar.endOfName(this.tokens, this.first + 1) == this.last + 1;
	}

	private boolean isSign(int token) {
		char c = this.tokens.first(token);
		return this.tokens.kind(token) == SqlToken.OPERATOR && (c == '-' || c == '+')
				&& this.tokens.end(token) - this.tokens.start(token) == 1;
	}

	/**
	 * A list of plain names is no structure where a statement lists names anyway.
	 */
	private boolean isNameList() {
		int end = StatementGrammar.endOfName(this.tokens, this.first);
		if (end == this.last + 1) {
			return true;
		}
		SqlWord clause = StatementGrammar.clauseBefore(this.tokens, this.first);
		boolean ordering = clause == SqlWord.BY;
		return (ordering || clause == SqlWord.SELECT)
				&& StatementGrammar.endOfNames(this.tokens, this.first, ordering) > this.last;
	}

}
