package io.github.raspspring.attack;

import java.util.List;

import io.github.raspspring.engine.InputValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kinds of attacks with their variations, and what only looks like them. Each kind is a
 * file under {@code corpus/kinds}: look-alikes, a line {@code ==}, attacks; a line that
 * begins with {@code @@} tells where the values below it stand.
 */
class KindTests {

	private static final int FEWEST = 6;

	private static final Judgement JUDGEMENT = Judgement.byAll();

	@ParameterizedTest
	@EnumSource
	void detectWhenValueOnlyLooksLikeKindThenPasses(Kind kind) {
		List<InputValue> lookAlikes = kind.values(true);
		assertThat(lookAlikes).hasSizeGreaterThanOrEqualTo(FEWEST);
		assertThat(lookAlikes.stream().filter(KindTests::isRefused).map(InputValue::value)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void detectWhenValueIsVariationOfKindThenRefuses(Kind kind) {
		List<InputValue> attacks = kind.values(false);
		assertThat(attacks).hasSizeGreaterThanOrEqualTo(FEWEST);
		assertThat(attacks.stream().filter((attack) -> !isRefused(attack)).map(InputValue::value)).isEmpty();
	}

	private static boolean isRefused(InputValue value) {
		return Judgement.refuses(JUDGEMENT.of(value));
	}

	/**
	 * A kind of attack.
	 */
	enum Kind {

		SHELL_OBSCURED_PATH, SHELL_COMPOUND, SHELL_SEPARATOR, SHELL_SHOWN, SHELL_FUNCTION, SCRIPT_WITHOUT_MARKUP,
		SQL_WHOLE_VALUE, SQL_STACKED, SQL_SHOWN, URL_INTERNAL, NOSQL_OPERATOR, GROOVY, TEMPLATE_PROBE, TYPE_HINT,
		DATABASE_URL, RESPONSE_SPLITTING, PATH_BEHIND_ONE_STEP, FORWARD, PASSWORD_FIELD, PROSE_WITH_SIGNS, WHOLE_CALL,
		DATABASE_CALL, SHELL_LISTING, FALSE_CONDITION, CALL_IN_SENTENCE, WORDS_IN_QUOTES, SHARE_OF_HOST, SHELL_EXPANDED,
		SHELL_BEHIND_TARGET, MAIL_HEAD, REMOTE_OBJECT, MONGO_SHELL, CALL_WITH_BLANKS, LOGIC_IN_SENTENCE, QUOTE_IN_NAME,
		SCRIPT_TALKED_ABOUT, WRITTEN_BREAK, FOREIGN_STREAM, INCLUDE_FROM_AFAR, PATH_BEHIND_NUMBER, COMMAND_IN_TITLE,
		COMMAND_BEFORE_FULL_STOP, QUOTED_SCRIPT, PHP_PAGE, CUT_OFF_QUERY, APPLICATION_CONTEXT, DIVISION_BY_ZERO,
		FOUND_AND_RUN, LOOPBACK_REDIRECT, GRAPHQL_DOCUMENT, TITLE_WITH_SIGNS, DOCUMENT_TYPE, CYPHER_CLAUSE,
		CLASS_PATH_IN_VALUE, STYLE_SHEET_FROM_AFAR, FILTER_BEHIND_FILTER, TAG_IN_INLINE_CODE, DIRECTIVE_WITH_BLANK,
		ENGINE_STATE, POWER_SHELL, JOINED_COMPARISONS, MEASURE_IN_CALL, CONDITION_TOLD_OF, PATH_WITH_PARAMETER,
		INJECTED_OPTION, TOOL_BEHIND_WORD, PROPERTY_IN_ANNOTATION, VARIABLE_OF_ENGINE, LOOKUP_OF_HOST,
		CLASS_PATH_IN_ORDER, FIELD_BEHIND_WORD, DISPUTED_HOST, NAMING_ADDRESS, DOCUMENT_OF_STYLE_SHEET, FOREIGN_SHARE,
		SERIALIZED_COLLECTION, SHELL_BEHIND_NAME, SHELL_LINE, COMMAND_TOLD_OF, FIELD_IN_LINE, LOADED_ADDRESS,
		HOST_WITHOUT_SCHEME, ALIAS_OF_LOOPBACK, SERVER_PORT_INSIDE, STEP_WITH_PARAMETER, STEP_OUT_OF_NAME,
		RESOURCE_OF_CLASS_PATH, HOME_OF_SUPERUSER, FORM_SENT_AWAY, DATA_WITHOUT_TYPE, DIRECTIVE_OF_LIBRARY,
		SCRIPT_CUT_OFF, LITERAL_LEFT, BROKEN_ATTRIBUTE, TAG_DIRECTIVE, MEMBER_OF_TYPE, REQUEST_LINE_ENDED,
		FIELD_OF_MAIL, COMMAND_WITH_NUMBER, COMMAND_IN_LOG, COMMAND_IN_DOCUMENT, COMMAND_OF_CHAT, SPAN_BEHIND_TARGET,
		TAG_IN_QUOTATION, PLAYER_IN_FRAME, PAGE_OF_APPLICATION, DEVICE_IN_SETTINGS, FILE_IN_SENTENCE,
		FILE_OF_REPOSITORY, LINE_OF_BUILD, MEASURE_OF_NAME, SPAN_BEHIND_QUESTION, PROBE_TOLD_OF, LOOKUP_TALKED_ABOUT,
		TYPE_OF_LIBRARY, HOST_BEFORE_HOST, SCRIPTLET_AS_XML, SETTINGS_OF_PROFILE, DISGUISED_WORD, DATA_BLOCK,
		WORDS_IN_TAG, CODE_HANDED_IN;

		List<InputValue> values(boolean lookAlikes) {
			return KindFile.values("kinds", this, lookAlikes);
		}

	}

}
