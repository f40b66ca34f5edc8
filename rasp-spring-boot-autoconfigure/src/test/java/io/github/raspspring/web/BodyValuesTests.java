package io.github.raspspring.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.raspspring.document.BodyMemory;
import io.github.raspspring.document.BoundedValues;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class BodyValuesTests {

	private static final String TEXT = "{\"user\":\"a\",\"x\":\"\u00ff\",\"user\":\"b\"}";

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "ISO-8859-1", "windows-1252", "IBM037", "UTF-16" })
	void jsonIsReadInTheCharsetThatIsDeclared(String charset) throws IOException {
		byte[] body = TEXT.getBytes(Charset.forName(charset));
		assertThat(users(body, "application/json;charset=" + charset)).containsExactly("a", "b");
	}

	@Test
	void jsonIsReadAsUnicodeTooWhereThatMeansSomethingElse() throws IOException {
		byte[] body = "{\"user\":\"\u00e9\"}".getBytes(StandardCharsets.UTF_8);
		assertThat(users(body, "application/json;charset=ISO-8859-1")).containsExactly("\u00c3\u00a9", "\u00e9");
	}

	@Test
	void jsonIsReadOnceWhereBothMeanTheSame() throws IOException {
		byte[] body = "{\"user\":\"a\"}".getBytes(StandardCharsets.UTF_8);
		assertThat(users(body, "application/json;charset=ISO-8859-1")).containsExactly("a");
	}

	private static List<String> users(byte[] body, String contentType) throws IOException {
		BodyMemory.Lease memory = new BodyMemory(Long.MAX_VALUE).lease();
		BodyStart start = BodyStart.of(BodyKind.of(contentType), new ByteArrayInputStream(body), BodyStart.UNKNOWN,
				1000, memory);
		BoundedValues values = new BoundedValues(memory);
		new BodyValues().add(start, contentType, values);
		return values.stream()
			.filter((value) -> value.location() == InputLocation.JSON && value.kind() == InputValue.Kind.VALUE
					&& value.name().equals("/user"))
			.map(InputValue::value)
			.toList();
	}

}
