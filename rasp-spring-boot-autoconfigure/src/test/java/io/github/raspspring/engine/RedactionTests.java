package io.github.raspspring.engine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RedactionTests {

	@Test
	void aroundWhenTextHasASecretThenKeepsItsShapeOnly() {
		String text = "password=hunter2' or 1=1 -- \u00e9\u0000";
		assertThat(Redaction.around(text, 0, text.length())).isEqualTo("aaaaaaaa=aaaaaa9' aa 9=9 -- a?");
	}

	@Test
	void aroundWhenTextIsLongThenKeepsTheSurroundings() {
		String text = "x".repeat(1000) + "'" + "y".repeat(1000);
		assertThat(Redaction.around(text, 1000, 1001)).hasSize(49).contains("'");
	}

	@Test
	void aroundWhenRangeIsLongThenCutsIt() {
		assertThat(Redaction.around("'".repeat(1000), 0, 1000)).hasSize(96);
	}

	@Test
	void aroundWhenRangeIsOutsideThenStaysInBounds() {
		assertThat(Redaction.around("abc", 7, 9)).isEqualTo("aaa");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			/api/books | /api/books
			`a b` | a?b
			`a"b` | a?b
			caf\u00e9 | caf?
			""")
	void labelWhenNameCouldForgeALineThenReplacesIt(String name, String label) {
		assertThat(Redaction.label(name)).isEqualTo(label);
	}

	@Test
	void labelWhenNameHasLineBreaksThenReplacesThem() {
		assertThat(Redaction.label("a\r\nb\u0000")).isEqualTo("a??b?");
	}

	@Test
	void labelWhenNameIsLongThenCutsIt() {
		assertThat(Redaction.label("n".repeat(1000))).hasSize(120);
	}

}
