package io.github.raspspring.attack;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Values made to break or to stall the reader and the detectors. The time limit is wide:
 * it tells a linear pass, which takes milliseconds, from a quadratic one, which takes
 * hours.
 */
@Timeout(60)
class HostileValueTests {

	private static final int MEGABYTE = 1 << 20;

	private static final Judgement JUDGEMENT = Judgement.byAll();

	@ParameterizedTest
	@ValueSource(strings = { "'", "\"", "`", "(", ")", "[", "{", "$", "$a", "$a$", "q'[", "/*", "*/", "/*!", "--", "#",
			"#\n", "-- \n", "\\", "\\u0027", "%", "%25", "%27", "&", "&#39;", "&amp;", "@", "@@", ":", ";", ",", ".",
			"..", "or ", "or 1", "or(", "' or", "' or ", "'or'", "union ", "select ", "union select ", "case when ",
			"if(1=", "1=", "1=1 or ", "1,", "order by 1,", "; drop ", "sleep(", "x ", "\uFF07", "\u200B", "a\u200B",
			"\uD800", "\0", "<", "${", "'(", "')", "' --", "'#", "'/*", "\" ", "' '", "a'b'", "''", "\r", "%c0%a7",
			"%u0027", "AAAA" })
	void detectWhenOneUnitFillsAMegabyteThenReadsItOnce(String unit) {
		String text = unit.repeat(MEGABYTE / unit.length());
		assertThatNoException().isThrownBy(() -> JUDGEMENT.of(text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "'", "(", "%25", "AAAA", "\uFF07", "' or " })
	void detectWhenAttackFollowsAMegabyteThenStillFindsItOrAtLeastEnds(String unit) {
		String text = unit.repeat(MEGABYTE / unit.length()) + "' or 1=1-- ";
		assertThatNoException().isThrownBy(() -> JUDGEMENT.of(text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\uD800' or 1=1-- ", "\uDC00\uD800 1 or 1=1", "\0' or 1=1-- ", "'\0or\0001=1-- ",
			"%ZZ' or 1=1-- ", "%' or 1=1-- ", "\\u00' or 1=1-- ", "&#' or 1=1-- ", "&#99999999999;' or 1=1-- ",
			"%c0' or 1=1-- ", "%f8%88%80%80%80' or 1=1-- ", "\uFFFF' or 1=1-- " })
	void detectWhenEncodingIsMalformedThenStillFindsAttack(String text) {
		assertThat(JUDGEMENT.refuses(text)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4 })
	void detectWhenTextIsRandomThenNothingIsThrown(long seed) {
		Random random = new Random(seed);
		String alphabet = "'\"`()[]{}<>;|&$#%/\\.-=:,@*+!?~^_ \t\r\n\0\u00A0\u200B\uFF07\uD83D\uDE00\uD800or1selctunio%25u0x&#;";
		for (int i = 0; i < 20_000; i++) {
			StringBuilder text = new StringBuilder();
			int length = random.nextInt(60);
			for (int j = 0; j < length; j++) {
				text.append((random.nextInt(20) == 0) ? (char) random.nextInt(0x10000)
						: alphabet.charAt(random.nextInt(alphabet.length())));
			}
			for (InputLocation location : List.of(InputLocation.QUERY, InputLocation.HEADER)) {
				List<Finding> findings = JUDGEMENT.of(new InputValue(location, "n", text.toString()));
				assertThat(findings).doesNotContainNull();
			}
		}
	}

	static Stream<Arguments> hostileTextsEverywhere() {
		List<String> units = List.of("'", "\"", "(", "<", "%25", "%", "&#x26;", "\\u005c", "../", "${", "{{", "{a",
				"\n", "\uD800", "\uDC00", "\0", "\uFF08", "[", "a:", "//", "rO0ABX", "H4sI", "\u00C3", "<!ENTITY ",
				"$(", ")(");
		return Arrays.stream(InputLocation.values())
			.flatMap((location) -> units.stream().map((unit) -> Arguments.of(location, unit)));
	}

	@ParameterizedTest
	@MethodSource("hostileTextsEverywhere")
	void detectWhenUnitFillsAnyPlacementThenAllDetectorsReturn(InputLocation location, String unit) {
		String text = unit.repeat(MEGABYTE / 4 / unit.length());
		for (String name : List.of("url", "query", "user-agent")) {
			assertThat(JUDGEMENT.of(new InputValue(location, name, text))).doesNotContainNull();
		}
		assertThat(JUDGEMENT.of(InputValue.ofName(location, text))).doesNotContainNull();
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 10, 100, 10_000 })
	void detectWhenEncodingsAreNestedThenEndsAtTheBound(int depth) {
		String percent = "%" + "25".repeat(depth);
		String text = percent + "3cscript" + percent + "3ealert(1)" + percent + "3c/script" + percent + "3e";
		assertThat(JUDGEMENT.refuses(text)).isEqualTo(depth <= 2);
	}

	@Test
	void detectWhenValueIsEmptyThenFindsNothing() {
		assertThat(JUDGEMENT.of("")).isEmpty();
	}

}
