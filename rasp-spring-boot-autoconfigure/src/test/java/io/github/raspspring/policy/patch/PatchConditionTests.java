package io.github.raspspring.policy.patch;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

import io.github.raspspring.policy.patch.PatchCondition.Presence;
import io.github.raspspring.policy.pattern.LinearPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each kind of condition: at least six values that it lets through, and six that it does
 * not.
 */
class PatchConditionTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = { "INTEGER|1", "INTEGER|-1", "INTEGER|+7", "INTEGER| 5 ",
			"INTEGER|0", "INTEGER|007", "INTEGER|123456789012345678901234567890", "NUMBER|1", "NUMBER|1.5",
			"NUMBER|-.5", "NUMBER|1e3", "NUMBER|1.", "NUMBER|+2.50E-3", "BOOLEAN|true", "BOOLEAN|false", "BOOLEAN|TRUE",
			"BOOLEAN|False", "BOOLEAN| true ", "BOOLEAN|tRuE", "UUID|123e4567-e89b-12d3-a456-426614174000",
			"UUID|123E4567-E89B-12D3-A456-426614174000", "UUID|00000000-0000-0000-0000-000000000000",
			"UUID| 123e4567-e89b-12d3-a456-426614174000 ", "UUID|ffffffff-ffff-ffff-ffff-ffffffffffff",
			"UUID|017f22e2-79b0-7cc3-98c4-dc0c0c07398f", "DATE|2026-05-31", "DATE|2024-02-29", "DATE|1970-01-01",
			"DATE|9999-12-31", "DATE| 2026-05-31 ", "DATE|0001-01-01", "DATE_TIME|2026-05-31T12:00:00Z",
			"DATE_TIME|2026-05-31T12:00Z", "DATE_TIME|2026-05-31T12:00:00.123Z", "DATE_TIME|2026-05-31T12:00:00+02:00",
			"DATE_TIME|2026-05-31T23:59:59-11:30", "DATE_TIME|2024-02-29T00:00:00Z", "ALPHANUMERIC|abc",
			"ALPHANUMERIC|ABC123", "ALPHANUMERIC|7", "ALPHANUMERIC|Müller", "ALPHANUMERIC|東京", "ALPHANUMERIC| abc " })
	void violationWhenValueIsOfTheTypeThenIsNone(ValueType type, String value) {
		assertThat(ofType(type).violation(value)).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = { "INTEGER|1.0", "INTEGER|0x10", "INTEGER|1e3",
			"INTEGER|#10", "INTEGER|1 2", "INTEGER|--1", "INTEGER|１", "INTEGER|1;DROP", "INTEGER|[]", "NUMBER|1,5",
			"NUMBER|NaN", "NUMBER|Infinity", "NUMBER|1d", "NUMBER|0x1p3", "NUMBER|1e99999", "NUMBER|.", "BOOLEAN|1",
			"BOOLEAN|yes", "BOOLEAN|on", "BOOLEAN|truefalse", "BOOLEAN|true;", "BOOLEAN|{}",
			"UUID|123e4567e89b12d3a456426614174000", "UUID|123e4567-e89b-12d3-a456-42661417400", "UUID|1-1-1-1-1",
			"UUID|{123e4567-e89b-12d3-a456-426614174000}", "UUID|123e4567-e89b-12d3-a456-42661417400g",
			"UUID|123e4567-e89b-12d3-a456-426614174000'", "DATE|2026-02-30", "DATE|31.05.2026", "DATE|2026-5-31",
			"DATE|2026-05-31T12:00:00Z", "DATE|+12026-05-31x", "DATE|today", "DATE_TIME|2026-05-31",
			"DATE_TIME|2026-05-31T12:00:00", "DATE_TIME|2026-05-31 12:00:00Z", "DATE_TIME|2026-05-31T25:00:00Z",
			"DATE_TIME|1780000000", "DATE_TIME|2026-05-31T12:00:00Z[UTC]", "ALPHANUMERIC|a b", "ALPHANUMERIC|a-b",
			"ALPHANUMERIC|a'", "ALPHANUMERIC|a_b", "ALPHANUMERIC|<b>", "ALPHANUMERIC|a." })
	void violationWhenValueIsNotOfTheTypeThenSaysSo(ValueType type, String value) {
		assertThat(ofType(type).violation(value)).isEqualTo("is not of the type");
	}

	@ParameterizedTest
	@CsvSource({ "0,true", "1000,true", "1000.0,true", "1e2,true", "0.0001,true", "+7,true", "' 5 ',true", "-0,true",
			"-1,false", "1000.0001,false", "1e3x,false", "1e4,false", "99999999999999999999,false", "0x1,false",
			"NaN,false", "'1,5',false", "[],false" })
	void violationWhenNumberIsInRangeThenIsNoneElseSaysSo(String value, boolean inRange) {
		PatchCondition range = condition(new BigDecimal(0), new BigDecimal(1000), 0, Integer.MAX_VALUE, Set.of(), null,
				null, Presence.OPTIONAL, 0, Integer.MAX_VALUE, Set.of());
		assertThat(range.violation(value)).isEqualTo(inRange ? null : "is out of range");
	}

	@ParameterizedTest
	@CsvSource({ "ab,true", "abc,true", "abcde,true", "äöü,true", "'a b',true", "😀😀,true", "😀😀😀😀😀,true",
			"a,false", "'',false", "abcdef,false", "😀,false", "😀😀😀😀😀😀,false", "'     x',false", "é́é́é́,false" })
	void violationWhenLengthIsAllowedThenIsNoneElseSaysSo(String value, boolean allowed) {
		PatchCondition length = condition(null, null, 2, 5, Set.of(), null, null, Presence.OPTIONAL, 0,
				Integer.MAX_VALUE, Set.of());
		String violation = length.violation(value);
		assertThat((violation == null) ? "" : violation).matches(allowed ? "" : "is too (short|long)");
	}

	@ParameterizedTest
	@CsvSource({ "asc,true", "desc,true", "no sort,true", "'',true", "ä,true", "0,true", "ASC,false", "'asc ',false",
			"'asc,desc',false", "ascdesc,false", "00,false", "null,false", "[],false" })
	void violationWhenValueIsOneOfThoseThereMayBeThenIsNoneElseSaysSo(String value, boolean known) {
		PatchCondition values = condition(null, null, 0, Integer.MAX_VALUE, Set.of("asc", "desc", "no sort", "ä", "0"),
				null, null, Presence.OPTIONAL, 0, Integer.MAX_VALUE, Set.of());
		assertThat(values.violation(value)).isEqualTo(known ? null : "is none of the values");
	}

	@ParameterizedTest
	@CsvSource({ "en,true", "de,true", "de-AT,true", "fr-CH,true", "zz,true", "pt-BR,true", "EN,false", "'',false",
			"en-,false", "en-AT-x,false", "' en',false", "../etc,false" })
	void violationWhenValueIsLikeThePatternThenIsNoneElseSaysSo(String value, boolean like) {
		PatchCondition pattern = condition(null, null, 0, Integer.MAX_VALUE, Set.of(),
				LinearPattern.compile("[a-z]{2}(-[A-Z]{2})?"), null, Presence.OPTIONAL, 0, Integer.MAX_VALUE, Set.of());
		assertThat(pattern.violation(value)).isEqualTo(like ? null : "is not like the pattern");
	}

	@ParameterizedTest
	@ValueSource(strings = { "../a", "a/../b", "..%2fa", "..%252fa", "%2e%2e%2fa", "%252e%252e%252fa", "%25252e../",
			"x../" })
	void violationWhenForbiddenPatternIsFoundInAnyEncodingThenSaysSo(String value) {
		assertThat(forbidden().violation(value)).isEqualTo("is like the forbidden pattern");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a/b", "a..b", "..", "a%2fb", "100%", "./a", "", "%zz/" })
	void violationWhenForbiddenPatternIsNotFoundThenIsNone(String value) {
		assertThat(forbidden().violation(value)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "false", "0", "null", "x", "[]" })
	void violationWhenValueMustNotBeThereThenSaysSoWhateverItIs(String value) {
		PatchCondition absent = condition(null, null, 0, Integer.MAX_VALUE, Set.of(), null, null, Presence.FORBIDDEN, 0,
				Integer.MAX_VALUE, Set.of());
		assertThat(absent.violation(value)).isEqualTo("is present");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "a|1", "a,b|2", "a,b,c|3", "a;b|2", "a,b;c|3", "a,b;a;b|2", "a;a;a|3", ",,|3",
			"a,b;c,d|4", "a;b;c;d|4", "a,b,c,d;a;b;c;d|4", "a,a,a,a|4", ",,,|4" })
	void sizeWhenValuesAreSentInOneOrMoreThenCountsThemAll(String sent, int size) {
		PatchCondition list = condition(null, null, 0, Integer.MAX_VALUE, Set.of(), null, null, Presence.OPTIONAL, 0, 3,
				Set.of());
		assertThat(list.sizeOf(List.of(sent.split(";", -1)))).isEqualTo(size);
	}

	@Test
	void violationWhenElementOfListIsWrongThenSaysSo() {
		PatchCondition list = condition(null, null, 0, 2, Set.of(), null, null, Presence.OPTIONAL, 0, 3, Set.of());
		assertThat(list.violation("a,bb,c")).isNull();
		assertThat(list.violation("a,bbb")).isEqualTo("is too long");
	}

	@ParameterizedTest
	@CsvSource({ "PNG,'\\211PNG\\r\\n\\32\\n...'", "JPEG,'\\377\\330\\377\\340JFIF'", "GIF,GIF87a...",
			"GIF,GIF89a<svg>", "WEBP,RIFF1234WEBPVP8", "PDF,%PDF-1.7", "ZIP,'PK\\3\\4'", "ZIP,'PK\\5\\6'",
			"GZIP,'\\37\\213\\b'", "TEXT,plain text", "TEXT,a < b", "MARKUP,<svg onload=alert(1)>",
			"MARKUP,'  \\n<!doctype html>'", "MARKUP,<?xml version='1.0'?>", "MARKUP,x</script>", "UNKNOWN,'\\0\\1'",
			"UNKNOWN,'\\177ELF'", "UNKNOWN,'MZ\\0'" })
	void typeWhenFileBeginsThenIsKnownByItsFirstBytes(FileType type, String escaped) {
		String start = escaped.translateEscapes();
		assertThat(FileType.of(start)).isEqualTo(type);
		PatchCondition files = condition(null, null, 0, Integer.MAX_VALUE, Set.of(), null, null, Presence.OPTIONAL, 0,
				Integer.MAX_VALUE, Set.of(type));
		assertThat(files.violation(start)).isNull();
		Set<FileType> others = Set.of((type == FileType.PNG) ? FileType.GIF : FileType.PNG);
		assertThat(condition(null, null, 0, Integer.MAX_VALUE, Set.of(), null, null, Presence.OPTIONAL, 0,
				Integer.MAX_VALUE, others)
			.violation(start)).isEqualTo("is of no type that files may have");
	}

	private static PatchCondition ofType(ValueType type) {
		return new PatchCondition(type, null, null, 0, Integer.MAX_VALUE, Set.of(), null, null, Presence.OPTIONAL, 0,
				Integer.MAX_VALUE, Set.of());
	}

	private static PatchCondition forbidden() {
		return condition(null, null, 0, Integer.MAX_VALUE, Set.of(), null, LinearPattern.compile("\\.\\./"),
				Presence.OPTIONAL, 0, Integer.MAX_VALUE, Set.of());
	}

	private static PatchCondition condition(BigDecimal min, BigDecimal max, int minLength, int maxLength,
			Set<String> values, LinearPattern pattern, LinearPattern forbidden, Presence presence, int minSize,
			int maxSize, Set<FileType> fileTypes) {
		return new PatchCondition(null, min, max, minLength, maxLength, values, pattern, forbidden, presence, minSize,
				maxSize, fileTypes);
	}

}
