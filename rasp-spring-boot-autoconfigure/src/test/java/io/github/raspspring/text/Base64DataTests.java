package io.github.raspspring.text;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is binary data in Base64, and what only has the same letters.
 */
class Base64DataTests {

	@Test
	void isWhenBytesAreRandomThenIsData() {
		Random random = new Random(5);
		int data = 0;
		for (int i = 0; i < 1_000; i++) {
			byte[] bytes = new byte[192 + random.nextInt(2_000)];
			random.nextBytes(bytes);
			data += Base64Data.is(Base64.getEncoder().encodeToString(bytes)) ? 1 : 0;
		}
		assertThat(data).isGreaterThan(980);
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
		String stretch = part.repeat(200).substring(0, 130);
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
