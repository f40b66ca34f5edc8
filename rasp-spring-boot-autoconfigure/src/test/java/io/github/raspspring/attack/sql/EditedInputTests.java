package io.github.raspspring.attack.sql;

import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.sink.SinkRequests;
import io.github.raspspring.sink.SinkVerdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of inputs that the application edits before they become part of a statement.
 */
class EditedInputTests {

	private final SinkRequests requests = new SinkRequests(EnforcementMode.BLOCK);

	private final SqlJudge judge = new SqlJudge();

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					dune: a select from all novels  | SELECT * FROM books WHERE title = 'dune: a from all novels'
					the union of drop and table     | SELECT * FROM books WHERE title = 'the of and table'
					O'Reilly & Sons                 | SELECT * FROM books WHERE title = 'OReilly Sons'
					it's a long, long way           | SELECT * FROM books WHERE title = 'its a long_ long way'
					1, 2, 3                         | SELECT * FROM books WHERE id IN ('1', '2', '3')
					genre:novel and price<5         | SELECT * FROM books WHERE genre = 'novel' AND price < 5
					title,-price,author             | SELECT * FROM books ORDER BY title, price DESC, author
					title asc; price desc           | SELECT * FROM books ORDER BY title asc, price desc
					dune part two (2024)            | SELECT * FROM books WHERE title LIKE '%dune%' AND title LIKE '%part%' AND y = 2024
					from: jane@example.org          | SELECT * FROM mails WHERE sender = 'jane@example.org' AND box = 'in'
					["novel","poem"]                | SELECT * FROM books WHERE genre IN ('novel','poem')
					{"min":5,"max":20}              | SELECT * FROM books WHERE price BETWEEN 5 AND 20
					select title from the list      | SELECT title FROM books WHERE list = 7
					books where the title is        | SELECT * FROM books WHERE title IS NOT NULL AND stock > 0
					order by title please           | SELECT * FROM books ORDER BY title LIMIT 10
					""")
	void judgeWhenWhatIsLeftIsValueThenSafe(String input, String sql) {
		assertThat(judge(sql, input)).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					1 union selselectect password from users    | SELECT * FROM books WHERE id = 1 union select password from users
					1 UNunionION SEselectLECT note FRfromOM s   | SELECT * FROM books WHERE id = 1 UNION SELECT note FROM s
					x' oorr 1=1 --                              | SELECT * FROM books WHERE title = 'x' or 1=1 --'
					x'/*a*/or/*b*/'1'='1                        | SELECT * FROM books WHERE title = 'x'or'1'='1'
					x' #or 1=1 # union select 2                 | SELECT * FROM books WHERE title = 'x' or 1=1  union select 2'
					x' and 1=1 order by title limit 1000 and on | SELECT * FROM books WHERE title = 'x' and 1=1 order by title'
					1 or script1=1                              | SELECT * FROM books WHERE id = 1 or 1=1
					x\\' or 1=1 or \\'a\\'=\\'a                 | SELECT * FROM books WHERE title = 'x' or 1=1 or 'a'='a'
					<b>x' union select note from secrets</b> -- | SELECT * FROM books WHERE title = 'x' union select note from secrets --'
					1; dropdrop table books                     | SELECT * FROM books WHERE id = 1; drop table books
					(sel<!-- -->ect note from secrets)          | SELECT * FROM books WHERE id = (select note from secrets)
					x';upd\\ate users set role='admin           | SELECT * FROM books WHERE title = 'X';UPDATE USERS SET ROLE='ADMIN'
					""")
	void judgeWhenWhatIsLeftChangesStructureThenSeesIt(String input, String sql) {
		assertThat(judge(sql, input)).isNotNull();
	}

	@Test
	void judgeWhenPiecesAreEndlessThenEnds() {
		String input = "ab'".repeat(2_700);
		assertThat(judge("SELECT * FROM books WHERE title = '" + "abc".repeat(10_000) + "'", input)).isNull();
	}

	private @Nullable SinkVerdict judge(String sql, String input) {
		return this.judge.judge(new SqlCall("execute", sql, () -> SqlDialect.H2), this.requests.inputs(input));
	}

}
