package io.github.raspspring.profile.answer;

/**
 * Recognizes what databases and their drivers say when a statement fails.
 */
final class DatabaseErrors {

	private static final String[] OF_CAPITALS = { "SQLSTATE[", "You have an error in your SQL syntax", "PSQLException",
			"SQLSyntaxErrorException", "SQLIntegrityConstraintViolationException", "SQLGrammarException",
			"JdbcSQLSyntaxErrorException", "BadSqlGrammarException",
			"Unclosed quotation mark after the character string", "Incorrect syntax near", "SQLITE_ERROR",
			"SQLServerException" };

	private static final String[] OF_SMALL = { "syntax error at or near \"", "syntax error at or near \\\"",
			"bad SQL grammar [", "could not execute statement [", "org.h2.jdbc.", "org.postgresql.util.PSQL",
			"com.mysql.cj.", "java.sql.SQL" };

	private static final int DIGITS = 5;

	private DatabaseErrors() {
	}

	/**
	 * Tell whether such words begin here.
	 * @param start where a word begins
	 */
	static boolean beginsAt(AnswerBytes answer, int start) {
		int first = answer.at(start);
		if (first == 'O' && answer.startsWith("ORA-", start)) {
			return isNumber(answer, start + 4);
		}
		for (String words : (first <= 'Z') ? OF_CAPITALS : OF_SMALL) {
			if (words.charAt(0) == first && answer.startsWith(words, start)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isNumber(AnswerBytes answer, int start) {
		for (int i = 0; i < DIGITS; i++) {
			if (!AnswerBytes.isDigit(answer.at(start + i))) {
				return false;
			}
		}
		return answer.at(start + DIGITS) == ':';
	}

}
