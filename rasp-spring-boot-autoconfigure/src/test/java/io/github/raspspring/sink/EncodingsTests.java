package io.github.raspspring.sink;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.autoconfigure.FamilyTraits;
import io.github.raspspring.inspect.CanonicalValueReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Encodings}.
 */
class EncodingsTests {

	private static final String TEXT = "x' union select password from users where 'a'='a' and 1 < 2 -- and so on";

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r\n", "\r", "\n\t", " \n", "\n\n" })
	void joinWhenLinesAreWrappedThenIsOneText(String lineBreak) {
		String encoded = Base64.getEncoder().encodeToString(TEXT.getBytes(StandardCharsets.UTF_8));
		for (int length : new int[] { 4, 56, 64, 76 }) {
			String wrapped = encoded.replaceAll("(.{" + length + "})", "$1" + lineBreak);
			assertThat(Encodings.joinLines(wrapped)).isEqualTo(encoded);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "a word", "eCB1bmlvbg==", "it's\nof lines", "a,b\nc,d", "<a>\n</a>", "" })
	void joinWhenTextIsNoBase64OfLinesThenIsNothing(String text) {
		assertThat(Encodings.joinLines(text)).isNull();
	}

	@Test
	void readWhenTextIsWrappedThenIsDecoded() {
		String wrapped = Base64.getMimeEncoder().encodeToString(TEXT.getBytes(StandardCharsets.UTF_8));
		InputReadings readings = new InputReadings(new CanonicalValueReader(FamilyTraits.reader()), 1,
				wrapped.length());
		readings.add(new InputValue(InputLocation.BODY, "body", wrapped));
		assertThat(wrapped).contains("\r\n");
		assertThat(readings.texts()).contains(TEXT);
	}

}
