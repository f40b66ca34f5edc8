package io.github.raspspring.text;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is binary data in Base64, and what only has the same letters.
 */
class Base64DataTests {

	private static final String[] WORDS = { "select", "union", "from", "information", "schema", "password", "etc",
			"passwd", "bin", "whoami", "system", "windows", "drivers", "get", "class", "loader", "value", "a", "or",
			"and", "order", "by", "customer", "address", "reference", "utf", "http", "document", "cookie" };

	/**
	 * Long data has by chance what few windows have.
	 */
	@ParameterizedTest
	@CsvSource({ "1, 2000", "3, 1000", "16, 200", "64, 100", "256, 40", "1024, 10", "4096, 4" })
	void isWhenBytesAreRandomThenIsData(int kilobytes, int times) {
		Random random = new Random(5);
		for (int i = 0; i < times; i++) {
			byte[] bytes = new byte[kilobytes * 1024 - random.nextInt(200)];
			random.nextBytes(bytes);
			String data = Base64.getEncoder().encodeToString(bytes);
			assertThat(Base64Data.is(data)).isTrue();
			assertThat(endOf(data)).isEqualTo(data.length());
		}
	}

	@Test
	void isWhenBytesAreRandomAndFewThenIsData() {
		Random random = new Random(5);
		for (int i = 0; i < 20_000; i++) {
			byte[] bytes = new byte[192 + random.nextInt(400)];
			random.nextBytes(bytes);
			String data = Base64.getEncoder().encodeToString(bytes);
			assertThat(Base64Data.is(data)).as(data).isTrue();
			assertThat(endOf(data)).isEqualTo(data.length());
		}
	}

	/**
	 * Two hyphens begin a comment, and a line may be a command.
	 */
	@Test
	void isWhenAlphabetOrLinesHaveMeaningThenIsNotData() {
		byte[] bytes = new byte[3 * 1024];
		new Random(5).nextBytes(bytes);
		assertThat(Base64Data.is(Base64.getUrlEncoder().encodeToString(bytes))).isFalse();
		assertThat(Base64Data.is(Base64.getMimeEncoder().encodeToString(bytes))).isFalse();
	}

	@Test
	void isWhenOneWindowLacksSomethingThenIsData() {
		String window = "aB3x".repeat(16);
		String letters = "aBxC".repeat(16);
		String signs = "/aB3".repeat(16);
		assertThat(Base64Data.is(window.repeat(3) + letters)).isTrue();
		assertThat(Base64Data.is(signs + window.repeat(3))).isTrue();
		assertThat(Base64Data.is(letters + window.repeat(30) + letters)).isFalse();
		assertThat(Base64Data.is(letters + window.repeat(31) + letters)).isTrue();
		assertThat(Base64Data.is(letters + signs + window.repeat(100))).isFalse();
		assertThat(Base64Data.is(window.repeat(3) + letters + "aB")).isTrue();
		assertThat(Base64Data.is(letters + "3aBx".repeat(48) + letters.substring(2))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/aBxC", "/////aBx3", "abcdefghijkB", "ABCDEFGHIJKb", "/etc/passwd", "aBxC-", "aB'3" })
	void isWhenWindowHasWhatNoDataHasByChanceThenIsNotData(String part) {
		String window = part.repeat(20).substring(0, 64);
		String data = "aB3x".repeat(160);
		assertThat(Base64Data.is(data + window + data)).isFalse();
		assertThat(Base64Data.is(window + data)).isFalse();
		assertThat(Base64Data.is(data + window)).isFalse();
		assertThat(endOf(data + window)).isEqualTo(-1);
	}

	/**
	 * Words in a row as they are written without blanks, none of which is data at any
	 * length.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "%s", "%S", "%s%S", "/%s", "/%S/%s", "%s+", "%C", "/%C", "%C/%s", "%x", "0x%x", "%s=" })
	void isWhenTextIsMadeOfWordsThenIsNotData(String form) {
		Random random = new Random(7);
		for (int i = 0; i < 500; i++) {
			StringBuilder text = new StringBuilder();
			int length = 256 << random.nextInt(6);
			while (text.length() < length) {
				String word = WORDS[random.nextInt(WORDS.length)];
				text.append(form.replace("%s", word)
					.replace("%S", word.toUpperCase(Locale.ROOT))
					.replace("%C", word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
					.replace("%x", HexFormat.of().formatHex(word.getBytes(StandardCharsets.US_ASCII))));
			}
			assertThat(Base64Data.is(text.toString())).as("%s", text).isFalse();
			assertThat(endOf(text.toString())).isEqualTo(-1);
		}
	}

	@Test
	void endWhenTextIsNearlyDataThenIsWhatCharactersSay() {
		Random random = new Random(8);
		String[] parts = { "aBxC".repeat(16), "/aBxC", "+aB", "abcd", "3".repeat(5), "aB3x".repeat(8) };
		int data = 0;
		for (int i = 0; i < 10_000; i++) {
			StringBuilder text = new StringBuilder();
			for (int length = 250 + random.nextInt(3_000); text.length() < length;) {
				text.append(parts[(random.nextInt(3) > 0) ? parts.length - 1 : random.nextInt(parts.length)]);
			}
			text.append("===", 0, random.nextInt(3));
			boolean is = Base64Data.is(text.toString());
			data += is ? 1 : 0;
			assertThat(endOf(text.toString())).as("%s", text).isEqualTo(is ? text.length() : -1);
		}
		assertThat(data).isBetween(1_000, 9_000);
	}

	private static int endOf(String text) {
		byte[] bytes = ('"' + text + "\",").getBytes(StandardCharsets.US_ASCII);
		int end = Base64Data.end(bytes, 1, bytes.length);
		return (end < 0) ? -1 : end - 1;
	}

	@Test
	void isWhenShortThenIsNotData() {
		assertThat(Base64Data.is("aB3x".repeat(63))).isFalse();
		assertThat(Base64Data.is("aB3x".repeat(64))).isTrue();
	}

	/**
	 * What something reads in another way, alone and as often as makes it long.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "/etc/passwd", "/Windows/System32/Drivers/Etc/Hosts", "/usr/bin/env/sh", "1=1", "1or1=1",
			"//////////", "x==x", "a-b", "a_b", "select", "/bin/cat/etc/passwd/etc/shadow/etc/group/root/ssh" })
	void isWhenTextMeansSomethingThenIsNotData(String text) {
		assertThat(Base64Data.is(text)).isFalse();
		assertThat(Base64Data.is(text.repeat(100))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "aaaaaaaaaaaaaaaaaaaa", "aB", "a1", "A1", "/a/B/1/" })
	void isWhenStretchHasOneKindOfCharactersThenIsNotData(String part) {
		String data = "aB3x".repeat(100);
		String stretch = part.repeat(200).substring(0, 191);
		assertThat(Base64Data.is(data + stretch)).isFalse();
		assertThat(Base64Data.is(stretch + data)).isFalse();
		assertThat(Base64Data.is(data + stretch + data)).isFalse();
	}

	@Test
	void walkWhenDataStandsAmongBytesThenEndsBehindIt() {
		Random random = new Random(6);
		TraitWalk walk = TraitReader.WITHOUT_WORDS.walk();
		for (int i = 0; i < 500; i++) {
			byte[] bytes = new byte[192 + random.nextInt(2_000)];
			random.nextBytes(bytes);
			String data = Base64.getEncoder().encodeToString(bytes);
			byte[] body = ("{\"image\":\"" + data + "\",\"size\":" + i + "}").getBytes(StandardCharsets.US_ASCII);
			assertThat(walk.over(body, 10, body.length)).isEqualTo(10 + data.length());
			long missed = TraitReader.WITHOUT_WORDS.read(data) & (Traits.TYPE_HINT | Traits.LETTER | Traits.DIGIT);
			assertThat(walk.traits() & missed).isEqualTo(missed);
			assertThat(walk.traits() & Traits.MARKUP).as("%s", data)
				.isEqualTo(Base64Data.is(data) ? 0 : TraitReader.WITHOUT_WORDS.read(data) & Traits.MARKUP);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "<", "'", "\\", "\u00e4", "=", "===x", " or 1=1", "\u0000" })
	void walkWhenTextIsNotDataThroughoutThenHasItsTraits(String sign) {
		String data = "aB3x".repeat(80);
		for (String text : new String[] { data + sign + data, sign + data, data + sign }) {
			byte[] body = (text + '"').getBytes(StandardCharsets.ISO_8859_1);
			TraitWalk walk = TraitReader.WITHOUT_WORDS.walk();
			int end = walk.over(body, 0, body.length);
			String walked = text.substring(0, end);
			long traits = Base64Data.is(walked) && end == text.length() ? Base64Data.TRAITS
					: TraitReader.WITHOUT_WORDS.read(walked);
			assertThat(walk.traits()).isEqualTo(traits);
			assertThat(end == text.length() || "\\\u00e4\u0000".contains(text.substring(end, end + 1))).isTrue();
		}
	}

	@Test
	void traitsOfWhenDataHoldsSlashesThenMayBeUrl() {
		assertThat(Base64Data.traitsOf("//" + "aB3x".repeat(80)) & Traits.URL).isEqualTo(Traits.URL);
		assertThat(Base64Data.traitsOf("/aB3x".repeat(80)) & Traits.URL).isZero();
	}

}
