package io.github.raspspring.text;

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

}
