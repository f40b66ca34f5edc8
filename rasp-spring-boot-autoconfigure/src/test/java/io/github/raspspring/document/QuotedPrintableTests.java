package io.github.raspspring.document;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link QuotedPrintable}, as parts of a body are written in it.
 */
class QuotedPrintableTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
			x=27 union select 1           | x' union select 1
			=78=27=20=75nion              | x' union
			un=\\r\\nion               | union
			un=\\nion sel= \\t\\r\\nect | union select
			=3cscript=3E                  | <script>
			a=3D=3Db                      | a==b
			5 = 5, =XY and =4             | 5 = 5, =XY and =4
			it's =E2=82=AC 5              | it's \u20AC 5
			nothing of it                 | nothing of it
			""")
	void decodeWhenPartIsQuotedThenIsItsText(String written, String text) {
		MultipartBody.Piece piece = piece("quoted-printable", written.translateEscapes()).decoded();
		assertThat(piece).isNotNull();
		assertThat(new String(piece.content(), StandardCharsets.UTF_8)).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "quoted-printable", "QUOTED-PRINTABLE", " quoted-printable ", "Quoted-Printable" })
	void decodeWhenEncodingIsNamedInAnyCaseThenIsRead(String encoding) {
		assertThat(piece(encoding, "=41").decoded()).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "7bit", "8bit", "binary", "quoted", "x-quoted-printable", "quoted-printable2" })
	void decodeWhenEncodingIsAnotherThenIsNothing(String encoding) {
		assertThat(piece(encoding, "=41").decoded()).isNull();
	}

	private static MultipartBody.Piece piece(String encoding, String content) {
		String body = "--b\r\nContent-Transfer-Encoding:" + encoding + "\r\n\r\n" + content;
		return MultipartBody.pieces(body.getBytes(StandardCharsets.UTF_8), "multipart/mixed; boundary=b").get(0);
	}

}
