package io.github.raspspring.profile.answer;

import java.util.ArrayList;
import java.util.List;

/**
 * Recognizes what databases and their drivers say when a statement fails.
 */
final class DatabaseErrors {

	/** What they say, with a bar before the four characters that are rare elsewhere. */
	private static final String[] WORDS = { "|SQLSTATE[", "You have an error in your| SQL syntax", "|PSQLException",
			"|SQLSyntaxErrorException", "|SQLIntegrityConstraintViolationException", "|SQLGrammarException",
			"|JdbcSQLSyntaxErrorException", "|BadSqlGrammarException",
			"|Unclosed quotation mark after the character string", "Incorrect synta|x near", "|SQLITE_ERROR",
			"|SQLServerException", "|syntax error at or near \"", "|syntax error at or near \\\"", "bad SQ|L grammar [",
			"could not execute stateme|nt [", "org|.h2.jdbc.", "org.postgresql.uti|l.PSQL", "com.mysql|.cj.",
			"java|.sql.SQL" };

	private static final int DIGITS = 5;

	private DatabaseErrors() {
	}

	static List<LeakSigns.SignedPattern> patterns() {
		List<LeakSigns.SignedPattern> patterns = new ArrayList<>();
		for (String words : WORDS) {
			patterns.add(new LeakPattern(words.replace("|", ""), words.indexOf('|'), Leak.DATABASE_ERROR,
					(answer, end) -> true));
		}
		patterns.add(new LeakPattern("ORA-", Leak.DATABASE_ERROR, DatabaseErrors::isNumber));
		return patterns;
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
