package io.github.raspspring.profile.learnt;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import io.github.raspspring.profile.LeafType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The features of a value are the same whether it is read as a text or where it stands in
 * a body.
 */
class ValueFeaturesTests {

	private static final String SIGNS = "azfAFZ0599--__..,,@//: '\"`\\()<>&%;|$~";

	private final Random random = new Random(11);

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "Z", "7", "-", ".", "word", "SKU-00037", "deadbeef", "DEADBEEF0", "deadbee",
			"dead-beef", "00000000-0000-4000-8000-00000000000f", "00000000-0000-4000-8000-00000000000g", "2026-05-04",
			"2026-05-04T10:00:00Z", "2026/05/04", "a@b.example", "a@b", "@", "https://a.example/b", "http:/a", "12.5",
			"1.2.3", "1,5", "-12", "1-2", "1e5", "O'Neill", "12 Union Street, Apt. 5", "a & b", "a_b", "x1", "12345678",
			"123456789012345", "1234567890123456", "00012", "call before 9:00" })
	void ofWhenTextStandsInABodyThenIsTheSame(String text) {
		assertSame(LeafType.TEXT, text);
	}

	@ParameterizedTest
	@ValueSource(ints = { 7, 8, 35, 36, 37, 40, 41, 4095, 4096, 4097, 9000 })
	void ofWhenTextIsOfALengthThatMattersThenIsTheSame(int length) {
		for (String sign : new String[] { "a", "1", "f", "-", "a1", "a-", " ", "a b", "a:b" }) {
			assertSame(LeafType.TEXT, sign.repeat(length).substring(0, length));
			assertSame(LeafType.TEXT, sign.repeat(length).substring(0, length - 1) + "<");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-0", "1", "-1", "3", "4", "16", "-64", "999999999999999", "-99999999999999",
			"1000000000000000", "12345678901234567890", "-12345678901234567890", "9223372036854775807",
			"1111111111111111111111111111111111111111111111" })
	void ofWhenIntegerStandsInABodyThenIsTheSame(String number) {
		assertSame(LeafType.INTEGER, number);
	}

	@Test
	void ofWhenTextsAreManyThenAreTheSame() {
		for (int i = 0; i < 200_000; i++) {
			StringBuilder text = new StringBuilder();
			int kinds = 1 + this.random.nextInt(6);
			int from = this.random.nextInt(SIGNS.length());
			for (int j = this.random.nextInt(45); j > 0; j--) {
				text.append(SIGNS.charAt((from + this.random.nextInt(kinds)) % SIGNS.length()));
			}
			assertSame(LeafType.TEXT, text.toString().replace("\"", "").replace("\\", ""));
		}
	}

	private static void assertSame(LeafType type, String text) {
		String quote = (type == LeafType.TEXT) ? "\"" : "";
		for (String after : new String[] { ",", "}", " ", "" }) {
			byte[] body = ("{" + quote + text + quote + after).getBytes(StandardCharsets.ISO_8859_1);
			assertThat(ValueFeatures.of(type, body, 1 + quote.length())).as("%s", text)
				.isEqualTo(ValueFeatures.of(type, text));
		}
	}

}
