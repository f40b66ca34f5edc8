package io.github.raspspring.attack.sql;

import java.util.List;

import io.github.raspspring.attack.Judgement;
import io.github.raspspring.attack.KindFile;
import io.github.raspspring.engine.InputValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kinds of SQL injection with their variations, and what only looks like them. Each kind
 * is a file under {@code corpus/sql-kinds}: look-alikes, a line {@code ==}, attacks.
 */
class SqlKindTests {

	private static final int FEWEST = 6;

	private final Judgement judgement = Judgement.by(new SqlInjectionDetector());

	@ParameterizedTest
	@EnumSource
	void detectWhenValueOnlyLooksLikeKindThenPasses(SqlKind kind) {
		List<String> lookAlikes = kind.texts(true);
		assertThat(lookAlikes).hasSizeGreaterThanOrEqualTo(FEWEST);
		assertThat(lookAlikes.stream().filter(this.judgement::refuses)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void detectWhenValueIsVariationOfKindThenRefuses(SqlKind kind) {
		List<String> attacks = kind.texts(false);
		assertThat(attacks).hasSizeGreaterThanOrEqualTo(FEWEST);
		assertThat(attacks.stream().filter((attack) -> !this.judgement.refuses(attack))).isEmpty();
	}

	/**
	 * A kind of SQL injection.
	 */
	enum SqlKind {

		CONDITION_AS_TITLE, DASH_BEHIND_NUMBER, ENDED_NAME, ENDED_ROW, NUMBER_BEHIND_XOR, PARENTHESES_FOR_BLANKS,
		SENTENCE_BEFORE_STATEMENT, SHORT_CLAUSE, SHORT_STATEMENT, WORD_AND_OPERATOR, COLUMN_ASSIGNED, COUNT_TOLD,
		VARIABLE_WITHOUT_NAME, PRIME_OF_NAME, SUMMARY_OF_CHANGE, REMARK_IN_PARENTHESES, NAMED_COLUMNS,
		STATEMENTS_IN_LINE, QUERY_OF_SALESFORCE, QUOTATION_AS_REFERENCE, QUERY_WITHOUT_TABLE,
		WORD_COMPARES_UP_TO_COMMENT, LITERAL_BETWEEN_OPERATORS, TABLE_ELSEWHERE;

		List<String> texts(boolean lookAlikes) {
			return KindFile.values("sql-kinds", this, lookAlikes).stream().map(InputValue::value).toList();
		}

	}

}
