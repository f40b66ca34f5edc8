package io.github.raspspring.inventory;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SensitiveKindTests {

	@ParameterizedTest
	@CsvSource({ "ann@shop.example, EMAIL", "o.'brien+x@mail.shop.example, EMAIL", "4111 1111 1111 1111, CARD",
			"5500-0000-0000-0004, CARD", "378282246310005, CARD", "GB82 WEST 1234 5698 7654 32, IBAN",
			"de89370400440532013000, IBAN", "+49 (30) 123456, PHONE", "+1-202-555-0143, PHONE",
			"eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.x, TOKEN" })
	void ofWhenValueHasTheFormThenTellsTheKind(String value, SensitiveKind kind) {
		assertThat(SensitiveKind.of(value)).isEqualTo(kind);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ann", "ann@", "@ann", "a@b@c.de", "meet me @ 5. pm", "4111 1111 1111 1112",
			"1234567890123", "2026-05-04", "GB82 WEST 1234 5698 7654 33", "GB99", "12345678", "+1", "+a12345678",
			"e.y.J", "order-4111111111111112", "978-3-16-148410-0", "https://ann@shop.example/" })
	void ofWhenValueOnlyLooksLikeItThenIsNone(String value) {
		assertThat(SensitiveKind.of(value)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "12345678Z", "x1234567l", "RSSMRA85T10A562S", "2 55 08 14 168 025 38", "AB 12 34 56 C",
			"123-45-6789", "529.982.247-25", "Z7654321H" })
	void ofWhenValueIsThatOfAPersonThenTellsIt(String value) {
		assertThat(SensitiveKind.of(value)).isEqualTo(SensitiveKind.NATIONAL_ID);
	}

	@ParameterizedTest
	@ValueSource(strings = { "12345678A", "X1234567A", "RSSMRA85T10A562T", "2 55 08 14 168 025 39", "QQ 12 34 56 C",
			"666-45-6789", "529.982.247-26", "111.111.111-11", "123-456-789", "AB123456Z", "123-00-6789", "ORDER-1234",
			"20260504-0001", "12345678" })
	void ofWhenValueIsAnotherNumberThenIsNone(String value) {
		assertThat(SensitiveKind.of(value)).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "email, true", "customerEmail, true", "card_number, true", "iban, true", "accessToken, true",
			"dateOfBirth, true", "title, false", "mailing, false", "cardinal, false", "tokenize, false", "spin, false",
			"quantity, false" })
	void isSensitiveGoesByWords(String name, boolean sensitive) {
		assertThat(SensitiveNames.isSensitive(name)).isEqualTo(sensitive);
	}

}
