package io.github.raspspring.attack.sql;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SqlLexerTests {

	@ParameterizedTest
	@CsvSource(delimiter = '¦', quoteCharacter = '\0', value = {
			"select a.b, 1 from t ¦ WORD:select WORD:a DOT:. WORD:b COMMA:, NUMBER:1 WORD:from WORD:t",
			"x>='it''s' ¦ WORD:x COMPARISON:>= STRING:'it''s'",
			"1e5+.5-0xFF ¦ NUMBER:1e5 OPERATOR:+ NUMBER:.5 OPERATOR:- NUMBER:0xFF", "1e0union ¦ NUMBER:1e0 WORD:union",
			"a||b&&c ¦ WORD:a LOGICAL_OPERATOR:|| WORD:b LOGICAL_OPERATOR:&& WORD:c",
			"(?,:a,$1,@b,@@c.d) ¦ OPEN:( PLACEHOLDER:? COMMA:, PLACEHOLDER::a COMMA:, PLACEHOLDER:$1 COMMA:, VARIABLE:@b COMMA:, VARIABLE:@@c.d CLOSE:)",
			"a<=>b<>c!=d ¦ WORD:a COMPARISON:<=> WORD:b COMPARISON:<> WORD:c COMPARISON:!= WORD:d",
			"x::int->>'k' ¦ WORD:x OPERATOR::: WORD:int OPERATOR:->> STRING:'k'",
			"1;drop--x ¦ NUMBER:1 SEMICOLON:; WORD:drop LINE_COMMENT:--x",
			"a/*b*/c ¦ WORD:a BLOCK_COMMENT:/*b*/ WORD:c", "N'a' X'ff' ¦ STRING:N'a' STRING:X'ff'" })
	void nextWhenStandardThenSplitsIntoTokens(String text, String expected) {
		assertThat(tokens(text, SqlDialect.STANDARD, SqlContext.CODE)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '¦', quoteCharacter = '\0', value = { "MYSQL ¦ 'a\\'b' c ¦ STRING:'a\\'b' WORD:c",
			"STANDARD ¦ 'a\\'b ¦ STRING:'a\\' WORD:b", "MYSQL ¦ 1--1 ¦ NUMBER:1 OPERATOR:- OPERATOR:- NUMBER:1",
			"MYSQL ¦ 1-- 1 ¦ NUMBER:1 LINE_COMMENT:-- 1", "MYSQL ¦ 1#x ¦ NUMBER:1 LINE_COMMENT:#x",
			"MYSQL ¦ \"a\" `b` ¦ STRING:\"a\" QUOTED_IDENTIFIER:`b`", "STANDARD ¦ \"a\" ¦ QUOTED_IDENTIFIER:\"a\"",
			"MYSQL ¦ /*!50000union*/1 ¦ EXECUTABLE_COMMENT:/*!50000 WORD:union EXECUTABLE_COMMENT:*/ NUMBER:1",
			"MYSQL ¦ /*/*a*/b*/ ¦ BLOCK_COMMENT:/*/*a*/ WORD:b OPERATOR:* OPERATOR:/",
			"POSTGRESQL ¦ /*/*a*/b*/c ¦ BLOCK_COMMENT:/*/*a*/b*/ WORD:c",
			"POSTGRESQL ¦ $$it's$$ $t$a$$b$t$ ¦ STRING:$$it's$$ STRING:$t$a$$b$t$",
			"POSTGRESQL ¦ E'a\\'b' 'c\\' ¦ STRING:E'a\\'b' STRING:'c\\'",
			"POSTGRESQL ¦ 1#2 ¦ NUMBER:1 OPERATOR:# NUMBER:2",
			"ORACLE ¦ q'[it's]' nq'!a!' ¦ STRING:q'[it's]' STRING:nq'!a!'",
			"SQL_SERVER ¦ [a b]=#t ¦ QUOTED_IDENTIFIER:[a b] COMPARISON:= WORD:#t",
			"ANY ¦ [a b] ¦ OTHER:[ WORD:a WORD:b OTHER:]",
			"ANY ¦ `a $$b [c ¦ OTHER:` WORD:a OTHER:$ OTHER:$ WORD:b OTHER:[ WORD:c" })
	void nextWhenDialectDiffersThenSplitsAsThatDatabaseDoes(SqlDialect dialect, String text, String expected) {
		assertThat(tokens(text, dialect, SqlContext.CODE)).isEqualTo(expected);
	}

	@Test
	void nextWhenLiteralWasOpenedBeforeThenEndsItAtItsQuote() {
		assertThat(tokens("x' or 1", SqlDialect.ANY, SqlContext.SINGLE_QUOTED)).isEqualTo("STRING:x' WORD:or NUMBER:1");
		assertThat(tokens("x\" or", SqlDialect.ANY, SqlContext.DOUBLE_QUOTED)).isEqualTo("STRING:x\" WORD:or");
		assertThat(tokens("x` or", SqlDialect.MYSQL, SqlContext.BACKTICK_QUOTED))
			.isEqualTo("QUOTED_IDENTIFIER:x` WORD:or");
	}

	@Test
	void nextWhenBackslashPrecedesQuoteInUnknownDialectThenLiteralOpenedBeforeEnds() {
		assertThat(tokens("\\' or", SqlDialect.ANY, SqlContext.SINGLE_QUOTED)).isEqualTo("STRING:\\' WORD:or");
		assertThat(tokens("\\' or", SqlDialect.MYSQL, SqlContext.SINGLE_QUOTED)).isEqualTo("STRING:\\' or");
	}

	@Test
	void closedWhenTextEndsWithinTokenThenIsFalse() {
		SqlLexer lexer = new SqlLexer("1 'a", SqlDialect.STANDARD, SqlContext.CODE);
		lexer.next();
		assertThat(lexer.closed()).isTrue();
		assertThat(lexer.next()).isEqualTo(SqlToken.STRING);
		assertThat(lexer.closed()).isFalse();
	}

	@Test
	void wordWhenKeyWordInAnyCaseThenTellsItsMeaning() {
		SqlLexer lexer = new SqlLexer("UnIoN sElEcT unions", SqlDialect.ANY, SqlContext.CODE);
		lexer.next();
		assertThat(lexer.word()).isEqualTo(SqlWord.SET_OPERATION);
		lexer.next();
		assertThat(lexer.word()).isEqualTo(SqlWord.SELECT);
		lexer.next();
		assertThat(lexer.word()).isEqualTo(SqlWord.NAME);
	}

	@ParameterizedTest
	@EnumSource(SqlDialect.class)
	void nextWhenTextIsHostileThenAlwaysAdvancesAndEnds(SqlDialect dialect) {
		String unit = "'\"`([{$a$q'[/*--#@@:\\\0\uD800.0x1e+;|&<=>!~^%?,*/}])";
		for (SqlContext context : SqlContext.values()) {
			for (int from = 0; from < unit.length(); from++) {
				assertAdvances(new SqlLexer(unit.substring(from) + unit, dialect, context));
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "'", "\"", "`", "(", "[", "$", "$a", "q'[", "/*", "--", "\\", "a", "0x", "@", ":" })
	void nextWhenOneUnitIsRepeatedThenReadsEachCharacterOfTheWholeText(String unit) {
		SqlLexer lexer = new SqlLexer(unit.repeat(200_000), SqlDialect.ANY, SqlContext.CODE);
		assertAdvances(lexer);
	}

	private static void assertAdvances(SqlLexer lexer) {
		int end = 0;
		for (SqlToken token = lexer.next(); token != SqlToken.END; token = lexer.next()) {
			assertThat(lexer.end() > end).isTrue();
			assertThat(lexer.start() >= end).isTrue();
			end = lexer.end();
		}
	}

	private static String tokens(String text, SqlDialect dialect, SqlContext context) {
		SqlLexer lexer = new SqlLexer(text, dialect, context);
		List<String> tokens = new ArrayList<>();
		for (SqlToken token = lexer.next(); token != SqlToken.END; token = lexer.next()) {
			tokens.add(token + ":" + text.substring(lexer.start(), lexer.end()));
		}
		return String.join(" ", tokens);
	}

}
