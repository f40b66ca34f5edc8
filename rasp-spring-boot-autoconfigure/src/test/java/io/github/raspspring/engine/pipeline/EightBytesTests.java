package io.github.raspspring.engine.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.IntPredicate;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is told of eight bytes is what is told of each.
 */
class EightBytesTests {

	private static final byte[] TELLING = { '"', '\\', ' ', 0x1F, 0, '0', '9', '/', ':', 0x7F, (byte) 0x80, (byte) 0xA2,
			(byte) 0xDC, (byte) 0xFF, 'a', '!', '#', ']', '[' };

	private final Random random = new Random(2);

	@Test
	void marksWhenBytesAreOfAnyKindThenTellTheFirst() {
		for (int i = 0; i < 200_000; i++) {
			byte[] bytes = bytes(8);
			long eight = EightBytes.at(bytes, 0);
			assertThat(EightBytes.before(EightBytes.quotesOrBackslashes(eight)))
				.isEqualTo(before(bytes, (b) -> b == '"' || b == '\\'));
			assertThat(EightBytes.before(EightBytes.controls(eight)))
				.isEqualTo(before(bytes, (b) -> b >= 0 && b < ' '));
			assertThat(EightBytes.before(EightBytes.othersThanDigits(eight)))
				.isEqualTo(before(bytes, (b) -> b < '0' || b > '9'));
			int digits = 0;
			for (int n = 0; n < 8; n++) {
				digits |= (bytes[n] >= '0' && bytes[n] <= '9') ? 1 << n : 0;
			}
			assertThat(EightBytes.bits(EightBytes.digits(eight))).isEqualTo(digits);
		}
	}

	@Test
	void endsWhenBytesAreManyThenAreWhereTheyStand() {
		for (int i = 0; i < 50_000; i++) {
			byte[] bytes = bytes(this.random.nextInt(40));
			int start = this.random.nextInt(bytes.length + 1);
			int quote = start;
			while (quote < bytes.length && bytes[quote] != '"') {
				quote++;
			}
			int digits = start;
			while (digits < bytes.length && bytes[digits] >= '0' && bytes[digits] <= '9') {
				digits++;
			}
			assertThat(EightBytes.quote(bytes, start)).isEqualTo(quote);
			assertThat(EightBytes.behindDigits(bytes, start, bytes.length)).isEqualTo(digits);
		}
	}

	@Test
	void hashWhenTextIsAsciiThenIsThatOfItsCharacters() {
		for (int length = 0; length < 100; length++) {
			byte[] text = "It's 5 o'clock: {~} SKU-00037, the quick brown fox jumps over the lazy dog. ".repeat(2)
				.substring(0, length)
				.getBytes(StandardCharsets.US_ASCII);
			int hash = 1;
			for (byte b : text) {
				hash = 31 * hash + b;
			}
			assertThat(EightBytes.hash(text, 0, length)).isEqualTo(hash);
		}
	}

	private static int before(byte[] bytes, IntPredicate wanted) {
		int i = 0;
		while (i < bytes.length && !wanted.test(bytes[i])) {
			i++;
		}
		return i;
	}

	private byte[] bytes(int length) {
		byte[] bytes = new byte[length];
		for (int i = 0; i < length; i++) {
			bytes[i] = this.random.nextBoolean() ? TELLING[this.random.nextInt(TELLING.length)]
					: (byte) ('0' + this.random.nextInt(10));
		}
		return bytes;
	}

}
