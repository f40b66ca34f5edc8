package io.github.raspspring.attack;

import java.util.List;

import io.github.raspspring.engine.InputValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kinds of injection into expressions, queries and XML with their variations, and what
 * only looks like them. Each kind is a file under {@code corpus/language-kinds}, written
 * as those of {@link KindTests}; a backslash and a letter stand for a line break.
 */
class LanguageKindTests {

	private static final int FEWEST = 6;

	private static final Judgement JUDGEMENT = Judgement.byAll();

	@ParameterizedTest
	@EnumSource
	void detectWhenValueOnlyLooksLikeKindThenPasses(LanguageKind kind) {
		List<InputValue> lookAlikes = kind.values(true);
		assertThat(lookAlikes).hasSizeGreaterThanOrEqualTo(FEWEST);
		assertThat(lookAlikes.stream().filter(LanguageKindTests::isRefused).map(InputValue::value)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void detectWhenValueIsVariationOfKindThenRefuses(LanguageKind kind) {
		List<InputValue> attacks = kind.values(false);
		assertThat(attacks).hasSizeGreaterThanOrEqualTo(FEWEST);
		assertThat(attacks.stream().filter((attack) -> !isRefused(attack)).map(InputValue::value)).isEmpty();
	}

	private static boolean isRefused(InputValue value) {
		return Judgement.refuses(JUDGEMENT.of(value));
	}

	/**
	 * A kind of injection into a language.
	 */
	enum LanguageKind {

		ANY_LITERAL_ENDED, BEAN_CALL, CALL_OF_CLASS, CALL_OF_PROCESSOR, CLASS_BY_NAME, CLASS_FOUND_BY_CLASS,
		COMPUTED_LITERALS, DIRECTORY_NAME, DOCUMENT_COMMAND, DOCUMENT_SPLICE, FILTERING_ALLOWED, FILTER_ESCAPED,
		FILTER_IN_PASSWORD, FUNCTION_OF_PROCESSOR, GROOVY_BLOCK, IMPLICIT_OBJECT, LITERAL_JOINED, LOOP_OF_XQUERY,
		NAME_LOOKED_UP, NUMBER_AND_CONDITION, OGNL_VARIABLE, OPERATOR_OF_STORE, PATH_AS_KEY, PATH_TOLD_OF, PATH_UNITED,
		PATTERN_ENDED, POSITION_COMPARED, PREPROCESSED_SUM, QUERY_STATEMENT, QUERY_STRING_SPLICE, RESOURCE_OF_CONTAINER,
		ROOT_OBJECT_CALLED, SCHEMA_AT_ADDRESS, SCHEMA_FROM_AFAR, SCRIPT_OF_STORE, SHELL_IN_CONDITION, SOLR_QUERY,
		STATE_BEHIND_WORD, STEP_OUT_OF_PREDICATE, STORED_VALUE, STORE_COMMAND, TEMPLATE_OF_PLATFORM, UPDATE_OF_XQUERY,
		UPDATE_SPLICE, WHOLE_FILTER_IN_FIELD, WHOLE_PATH_IN_FIELD, NODE_OF_PATH, NAME_IN_QUOTATION, FILTER_THAT_NARROWS,
		SEARCH_BY_DOCUMENT, DOCUMENT_CUT_OFF, BODY_OF_FUNCTION;

		List<InputValue> values(boolean lookAlikes) {
			return KindFile.values("language-kinds", this, lookAlikes);
		}

	}

}
