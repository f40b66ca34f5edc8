package io.github.raspspring.document;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One walk over the bytes of a string makes what decoding and removing escapes make one
 * after the other.
 */
class JsonDecoderTests {

	private static final String[] PIECES = { "a", "Select 1", " ", "\\n", "\\\"", "\\\\", "\\/", "\\b", "\\f", "\\r",
			"\\t", "\\u0041", "\\u00e4", "\\uD83d", "\\uFFFD", "\\u12", "\\u00\u00e4", "\\x", "\\", "u", "\u0000",
			"\u007f", "\u0080", "\u00e4", "\u07ff", "\u0800", "\u65e5\u672c", "\ud7ff", "\ue000", "\ufffc", "\ufffd",
			"\uffff", "\ud83d\ude00", "\ud800\udc00", "\udbff\udfff" };

	private final Random random = new Random(7);

	private final JsonDecoder decoder = new JsonDecoder();

	@Test
	void decodeWhenStringIsMadeOfPiecesThenIsOfOneMindWithTwoSteps() {
		int read = 0;
		for (int i = 0; i < 200_000; i++) {
			StringBuilder text = new StringBuilder();
			for (int n = this.random.nextInt(6); n > 0; n--) {
				text.append(PIECES[this.random.nextInt(PIECES.length)]);
			}
			byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
			for (int n = this.random.nextInt(3); n > 1 && bytes.length > 0; n--) {
				bytes[this.random.nextInt(bytes.length)] = (byte) this.random.nextInt();
			}
			read += assertSame(bytes) ? 1 : 0;
		}
		assertThat(read).isGreaterThan(50_000);
	}

	@Test
	void decodeWhenBytesAreAnyThenIsOfOneMindWithTwoSteps() {
		for (int i = 0; i < 200_000; i++) {
			byte[] bytes = new byte[1 + this.random.nextInt(5)];
			this.random.nextBytes(bytes);
			assertSame(bytes);
		}
	}

	@Test
	void decodeWhenCharacterTakesThreeBytesThenIsOfOneMindWithTwoSteps() {
		for (int first = 0xC0; first < 0x100; first++) {
			for (int second = 0x70; second < 0xD0; second++) {
				for (int third : new int[] { '"', 0x7F, 0x80, 0xA0, 0xBC, 0xBD, 0xBF, 0xC0 }) {
					assertSame(new byte[] { (byte) first, (byte) second });
					assertSame(new byte[] { (byte) first, (byte) second, (byte) third });
					assertSame(new byte[] { (byte) first, (byte) second, (byte) third, (byte) 0x80 });
				}
			}
		}
	}

	private boolean assertSame(byte[] bytes) {
		byte[] body = ("\"\"" + "\u00e4").getBytes(StandardCharsets.UTF_8);
		byte[] within = new byte[bytes.length + body.length];
		within[0] = '"';
		System.arraycopy(bytes, 0, within, 1, bytes.length);
		System.arraycopy(body, 1, within, 1 + bytes.length, body.length - 1);
		String expected = inTwoSteps(bytes);
		assertThat(this.decoder.decode(within, 1, 1 + bytes.length)).isEqualTo(expected);
		return expected != null;
	}

	private static @Nullable String inTwoSteps(byte[] bytes) {
		String text = new String(bytes, StandardCharsets.UTF_8);
		if (text.indexOf('\ufffd') >= 0) {
			return null;
		}
		StringBuilder plain = new StringBuilder();
		for (int i = 0; i < text.length(); i++) {
			int c = text.charAt(i);
			if (c == '\\') {
				boolean unicode = text.startsWith("u", i + 1);
				c = unicode ? hexadecimal(text, i + 2) : simple(text, i + 1);
				if (c < 0 || Character.isSurrogate((char) c)) {
					return null;
				}
				i += unicode ? 5 : 1;
			}
			plain.append((char) c);
		}
		return plain.toString();
	}

	private static int hexadecimal(String text, int start) {
		String digits = (start + 4 <= text.length()) ? text.substring(start, start + 4) : "";
		return digits.matches("[0-9A-Fa-f]{4}") ? Integer.parseInt(digits, 16) : -1;
	}

	private static int simple(String text, int index) {
		int place = (index < text.length()) ? "\"\\/bfnrt".indexOf(text.charAt(index)) : -1;
		return (place >= 0) ? "\"\\/\b\f\n\r\t".charAt(place) : -1;
	}

}
