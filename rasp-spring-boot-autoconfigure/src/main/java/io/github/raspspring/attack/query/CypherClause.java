package io.github.raspspring.attack.query;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;

/**
 * Recognizes a text that ends a literal of a graph query, goes on with a clause of Cypher
 * and comments out the rest: {@code x' DETACH DELETE n //}. The comment is what a
 * sentence does not end with, and it is looked for first. Stateless.
 */
final class CypherClause {

	private static final HashedWords CLAUSES = HashedWords.of("""
			return match detach delete call load with create merge set union foreach unwind remove optional where
			or and xor order skip limit using""");

	private static final int MOST_CLOSERS = 16;

	private CypherClause() {
	}

	/**
	 * Tell whether a clause follows the first quote of a text.
	 */
	static boolean follows(String text) {
		int last = text.length() - 1;
		while (last > 0 && text.charAt(last) <= ' ') {
			last--;
		}
		if (last < 2 || text.charAt(last) != '/' || text.charAt(last - 1) != '/' || text.charAt(last - 2) == ':') {
			return false;
		}
		int quote = firstQuote(text, last);
		int clause = quote + 1;
		while (clause < last && clause < quote + MOST_CLOSERS && isCloser(text.charAt(clause))) {
			clause++;
		}
		int end = clause;
		while (Ascii.isLetter(Ascii.at(text, end))) {
			end++;
		}
		return quote >= 0 && clause > quote + 1 && CLAUSES.groupOf(text, clause, end) != 0;
	}

	private static int firstQuote(String text, int end) {
		for (int i = 0; i < end; i++) {
			if (text.charAt(i) == '\'' || text.charAt(i) == '"') {
				return i;
			}
		}
		return -1;
	}

	private static boolean isCloser(char c) {
		return c == ' ' || c == '}' || c == ')' || c == ']' || c == '\t' || c == '\n';
	}

}
