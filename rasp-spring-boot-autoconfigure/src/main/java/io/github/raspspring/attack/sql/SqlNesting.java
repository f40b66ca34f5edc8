package io.github.raspspring.attack.sql;

/**
 * Which parenthesis and which clause each token of a statement stands in. One pass.
 */
final class SqlNesting {

	/** Index of the enclosing opening parenthesis, -1 for none. */
	private final int[] parents;

	/** For a parenthesis the other one of the pair, -1 if there is none. */
	private final int[] partners;

	/** Index of the key word that starts the clause, -1 for none. */
	private final int[] clauses;

	private final StatementTokens tokens;

	private boolean balanced = true;

	SqlNesting(StatementTokens tokens) {
		int size = tokens.size();
		this.tokens = tokens;
		this.parents = new int[size];
		this.partners = new int[size];
		this.clauses = new int[size];
		int parent = -1;
		int clause = -1;
		for (int i = 0; i < size; i++) {
			this.partners[i] = -1;
			SqlToken kind = tokens.kind(i);
			if (kind == SqlToken.CLOSE && parent >= 0) {
				this.partners[i] = parent;
				this.partners[parent] = i;
				clause = this.clauses[parent];
				parent = this.parents[parent];
			}
			this.balanced &= kind != SqlToken.CLOSE || this.partners[i] >= 0;
			this.parents[i] = parent;
			this.clauses[i] = clause;
			if (kind == SqlToken.OPEN) {
				parent = i;
				clause = -1;
			}
			else if (kind == SqlToken.WORD && StatementGrammar.isClause(tokens.word(i))) {
				clause = i;
			}
		}
		this.balanced &= parent < 0;
	}

	/**
	 * Return the number of the parenthesis a token stands in.
	 * @return -1 if there is none
	 */
	int parent(int token) {
		return (token >= 0 && token < this.parents.length) ? this.parents[token] : -1;
	}

	/**
	 * Return the number of the other parenthesis of a pair.
	 * @return -1 if there is none
	 */
	int partner(int token) {
		return (token >= 0 && token < this.partners.length) ? this.partners[token] : -1;
	}

	/**
	 * Return the key word that starts the clause a token is in, {@link SqlWord#NAME} if
	 * there is none within the same parentheses.
	 */
	SqlWord clause(int token) {
		return this.tokens.word(clauseStart(token));
	}

	/**
	 * Return the number of that key word.
	 * @return -1 if there is none
	 */
	int clauseStart(int token) {
		return (token >= 0 && token < this.clauses.length) ? this.clauses[token] : -1;
	}

	/**
	 * Return whether every parenthesis has its other one.
	 */
	boolean balanced() {
		return this.balanced;
	}

}
