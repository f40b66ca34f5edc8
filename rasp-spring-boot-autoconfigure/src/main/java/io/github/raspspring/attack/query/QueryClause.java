package io.github.raspspring.attack.query;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;

/**
 * Recognizes a text that ends a literal of a query and goes on in its language: with a
 * clause of Cypher or AQL and a comment that cuts off the rest,
 * {@code x' DETACH DELETE n //}, with a condition of CQL that allows filtering, or with
 * two words that begin a statement of CQL or InfluxQL, {@code x'; DROP KEYSPACE a}. A
 * pattern of Cypher that is ended is followed by a clause too,
 * <code>x'}) SET n.role='a</code>. What a sentence does not have is looked for first.
 * Stateless.
 */
final class QueryClause {

	private static final HashedWords CLAUSES = HashedWords.of("""
			return match detach delete call load with create merge set union foreach unwind remove optional where
			or and xor order skip limit using for filter let collect insert upsert replace traverse true false""");

	/** Words that begin a statement, and those that follow them. */
	private static final HashedWords STATEMENTS = HashedWords.of("drop create alter", "allow", "list", "begin apply",
			"using", "if", "truncate", "grant revoke");

	private static final HashedWords FOLLOWING = HashedWords.of(
			"keyspace measurement bucket role materialized aggregate retention continuous subscription graph collection",
			"filtering", "roles users permissions superusers", "batch unlogged", "ttl timestamp", "exists not", "-",
			"all select modify authorize execute describe");

	/** Clauses of Cypher behind a pattern, by what follows them. */
	private static final HashedWords PATTERNS = HashedWords.of("create merge match", "set remove", "detach",
			"return with", "call", "union");

	private static final int TRUNCATE = 7;

	private static final int MOST_CLOSERS = 16;

	private static final int MOST_NAMES = 4;

	private static final int LONGEST_COMMENT = 64;

	private QueryClause() {
	}

	/**
	 * Tell whether a clause follows the first quote of a text.
	 */
	static boolean follows(String text) {
		int single = indexOf(text, '\'', 0);
		int twofold = indexOf(text, '"', 0);
		int quote = Math.min(single, twofold);
		if (quote == text.length()) {
			return false;
		}
		int apart = quote;
		for (int names = 0; names < MOST_NAMES && isWithinWord(text, apart); names++) {
			single = (apart == single) ? indexOf(text, '\'', apart + 1) : single;
			twofold = (apart == twofold) ? indexOf(text, '"', apart + 1) : twofold;
			apart = Math.min(single, twofold);
		}
		return follows(text, quote) || apart > quote && apart < text.length() && follows(text, apart);
	}

	private static boolean follows(String text, int quote) {
		int clause = closersEnd(text, quote + 1);
		if (clause == quote + 1 || !Ascii.isLetter(Ascii.at(text, clause)) && !Ascii.isDigit(Ascii.at(text, clause))) {
			return false;
		}
		int end = Ascii.endOfWord(text, clause);
		boolean ended = text.lastIndexOf(';', clause) > quote;
		return isStatement(text, clause, end, ended)
				|| (CLAUSES.groupOf(text, clause, end) != 0 || isJoined(text, quote, clause)) && (isCutOff(text, quote)
						|| allowsFiltering(text, end) || Ascii.startsWith(text, Ascii.skipSpace(text, end), "meta()."))
				|| closesPattern(text, quote, clause) && goesOn(text, clause, end) && endsInLiteral(text, quote);
	}

	/**
	 * Return the index behind blanks, brackets and comments.
	 */
	private static int closersEnd(String text, int start) {
		int i = start;
		while (i < text.length() && i < start + MOST_CLOSERS && isCloser(text.charAt(i))) {
			i++;
		}
		int behind = commentEnd(text, i);
		return (behind > i) ? Ascii.skipSpace(text, behind) : i;
	}

	private static int commentEnd(String text, int start) {
		int end = text.startsWith("/*", start) ? text.indexOf("*/", start + 2) : -1;
		return (end > 0 && end < start + LONGEST_COMMENT) ? end + 2 : start;
	}

	/**
	 * Whether brackets are closed between a quote and a clause that were not opened
	 * before.
	 */
	private static boolean closesPattern(String text, int quote, int clause) {
		boolean closes = false;
		for (int i = quote + 1; i < clause; i++) {
			closes |= text.charAt(i) == '}' || text.charAt(i) == ')';
		}
		for (int i = 0; closes && i < quote; i++) {
			closes = "([{<=".indexOf(text.charAt(i)) < 0;
		}
		return closes;
	}

	/**
	 * Whether a clause has what it needs: a pattern, a property, what is deleted, or a
	 * variable that ends the text.
	 */
	private static boolean goesOn(String text, int clause, int end) {
		int next = Ascii.skipSpace(text, end);
		int behind = Ascii.endOfWord(text, next);
		boolean named = behind > next && next > end;
		char sign = Ascii.at(text, behind);
		return switch (PATTERNS.groupOf(text, clause, end)) {
			case 1 -> sign == '(' || Ascii.at(text, Ascii.skipSpace(text, behind)) == '(';
			case 2 -> named && (sign == '.' || sign == ':');
			case 3 -> named && Ascii.startsWith(text, next, "delete");
			case 4 -> named && (sign == '.' || sign == ','
					|| PATTERNS.groupOf(text, Ascii.skipSpace(text, behind),
							Ascii.endOfWord(text, Ascii.skipSpace(text, behind))) != 0
					|| isCutOff(text, end) && text.startsWith("/", Ascii.skipSpace(text, behind)));
			case 5 -> named && sign == '.';
			case 6 -> named && PATTERNS.groupOf(text, next, behind) != 0;
			default -> false;
		};
	}

	/**
	 * Whether the text ends within a literal that the application closes.
	 */
	private static boolean endsInLiteral(String text, int quote) {
		char sign = text.charAt(quote);
		int signs = 0;
		for (int i = quote; i >= 0; i = text.indexOf(sign, i + 1)) {
			signs++;
		}
		return signs % 2 == 0;
	}

	/**
	 * Tell whether a label or number ends a pattern of Cypher, and a clause and a comment
	 * follow: <code>Person) DETACH DELETE n //</code>.
	 */
	static boolean endsPattern(String text) {
		int word = Ascii.endOfWord(text, 0);
		int start = (Ascii.at(text, word) == '`') ? word + 1 : word;
		int clause = closersEnd(text, start);
		if (word == 0 || clause == start || !Ascii.isLetter(Ascii.at(text, clause)) || !isCutOff(text, start)) {
			return false;
		}
		boolean brace = text.lastIndexOf('}', clause) > 0;
		boolean listed = Ascii.isDigit(text.charAt(0)) && !brace;
		return (brace || text.lastIndexOf(')', clause) > 0) && !listed
				&& goesOn(text, clause, Ascii.endOfWord(text, clause));
	}

	/**
	 * Whether the condition of a query of CQL ends by allowing what is slow, whatever
	 * semicolon or comment comes behind.
	 */
	private static boolean allowsFiltering(String text, int from) {
		int end = text.length();
		while (end > from && " ;-/*\n\r".indexOf(text.charAt(end - 1)) >= 0) {
			end--;
		}
		int filtering = end - 9;
		int allow = filtering;
		while (allow > from && text.charAt(allow - 1) <= ' ') {
			allow--;
		}
		return allow > from + 5 && allow < filtering && Ascii.startsWith(text, filtering, "filtering")
				&& Ascii.startsWith(text, allow - 5, "allow") && text.charAt(allow - 6) <= ' '
				&& isCompared(text, from, allow - 5);
	}

	/**
	 * Whether a sign or number stands there, which a condition or limit has and words do
	 * not.
	 */
	private static boolean isCompared(String text, int from, int to) {
		for (int i = from; i < to; i++) {
			if (Ascii.isDigit(text.charAt(i)) || "=<>('\"".indexOf(text.charAt(i)) >= 0) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether the text ends with a comment, and not with the scheme of a URL.
	 */
	private static boolean isCutOff(String text, int quote) {
		int last = text.length() - 1;
		while (last > 0 && text.charAt(last) <= ' ') {
			last--;
		}
		char sign = text.charAt(last);
		char before = Ascii.at(text, last - 1);
		return last > quote + 2
				&& (sign == '/' && before == '/' && text.charAt(last - 2) != ':' || sign == '*' && before == '/');
	}

	/**
	 * Whether a comparison of numbers follows a joint of two bars.
	 */
	private static boolean isJoined(String text, int quote, int clause) {
		int joint = text.indexOf("||", quote);
		return joint > quote && joint < clause && Ascii.isDigit(text.charAt(clause));
	}

	private static boolean isStatement(String text, int clause, int end, boolean ended) {
		int group = STATEMENTS.groupOf(text, clause, end);
		if (group == 0) {
			return false;
		}
		int next = Ascii.skipSpace(text, commentEnd(text, Ascii.skipSpace(text, end)));
		int behind = Ascii.endOfWord(text, next);
		boolean apart = next > end && behind > next;
		if (group == TRUNCATE) {
			return apart && ended && isLast(text, behind);
		}
		boolean follows = apart && FOLLOWING.groupOf(text, next, behind) == group;
		return follows && (group == 2 || ended || (group == 5 || group == 6) && isLast(text, behind));
	}

	/**
	 * Whether a number, a semicolon or a comment is all that follows.
	 */
	private static boolean isLast(String text, int from) {
		int i = from;
		while (i < text.length() && (Ascii.isDigit(text.charAt(i)) || " ;-/".indexOf(text.charAt(i)) >= 0)) {
			i++;
		}
		return i == text.length() && i > from;
	}

	/**
	 * Return the index of the next quote of a kind, the length of the text if there is
	 * none.
	 */
	private static int indexOf(String text, char quote, int from) {
		int index = text.indexOf(quote, from);
		return (index < 0) ? text.length() : index;
	}

	private static boolean isWithinWord(String text, int quote) {
		return Ascii.isLetter(Ascii.at(text, quote - 1)) && Ascii.isLetter(Ascii.at(text, quote + 1));
	}

	private static boolean isCloser(char c) {
		return c == ' ' || c == '}' || c == ')' || c == ']' || c == '\t' || c == '\n' || c == ';' || c == '|';
	}

}
