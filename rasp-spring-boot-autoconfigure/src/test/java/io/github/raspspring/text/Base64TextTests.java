package io.github.raspspring.text;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class Base64TextTests {

	private static final int TEXTS = 100_000;

	private static final int LEAST = 12;

	private final Random random = new Random(7);

	@Test
	void mayHideWhenTextIsDecodedThenSaysSo() {
		int decoded = 0;
		for (int i = 0; i < TEXTS; i++) {
			byte[] hidden = new byte[LEAST + this.random.nextInt(30)];
			for (int j = 0; j < hidden.length; j++) {
				hidden[j] = (byte) (this.random.nextInt(8 * hidden.length) == 0 ? this.random.nextInt(0x100)
						: ' ' + this.random.nextInt(0x5F));
			}
			if (this.random.nextInt(8) == 0) {
				System.arraycopy(new byte[] { (byte) 0xAC, (byte) 0xED, 0, 5 }, 0, hidden, 0, 4);
			}
			Base64.Encoder encoder = this.random.nextBoolean() ? Base64.getEncoder() : Base64.getUrlEncoder();
			String text = encoder.encodeToString(hidden);
			decoded += assertNotHidden(text) ? 1 : 0;
		}
		assertThat(decoded).isGreaterThan(TEXTS / 2);
	}

	@Test
	void mayHideWhenTextIsIdentifierThenSeldomSaysSo() {
		int kept = 0;
		for (int i = 0; i < TEXTS; i++) {
			String text = new UUID(this.random.nextLong(), this.random.nextLong()).toString();
			assertNotHidden(text);
			kept += Base64Text.mayHide(text) ? 1 : 0;
		}
		assertThat(kept).isLessThan(TEXTS / 20);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "rO0ABXNyAA", "rO0ABXNyABFqYXZhLnV0aWw", "yv66vgAAADQAIQoABgAT", "Li4vLi4vLi4v" })
	void mayHideWhenTextIsShortOrStreamThenAgreesWithDecode(String text) {
		assertNotHidden(text);
	}

	private static boolean assertNotHidden(String text) {
		byte[] bytes = ('"' + text + '"').getBytes(StandardCharsets.US_ASCII);
		boolean decoded = Base64Text.decode(text) != null;
		boolean may = Base64Text.mayHide(text);
		boolean mayAsBytes = Base64Text.mayHide(bytes, 1, bytes.length - 1);
		assertThat(!decoded || may).as(text).isTrue();
		assertThat(!may || mayAsBytes).as(text).isTrue();
		return decoded;
	}

}
