package io.github.raspspring.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.raspspring.engine.InputValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class JsonArrivalsTests {

	@Test
	void readWhenCutAnywhereThenFindsEveryText() {
		String text = "{\"a\":\"x'y\",\"b\":[\"\u00e9\\u0027\",1]}\n{\"c\":\"z\"}";
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		for (int cut = 1; cut < bytes.length; cut++) {
			assertThat(read(bytes, cut)).contains("a", "b", "c", "x'y", "\u00e9'", "z");
		}
	}

	@Test
	void readWhenTextHasBegunThenGivesWhatThereIs() {
		assertThat(texts(new JsonArrivals().read(bytes("{\"a\":\"x' union")))).contains("x' union");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"a\":1} // x' union", "[] x' union", "{'a':\"x' union\"}", "{\"a\":1}\nx' union",
			"/* x' union */", "x' union" })
	void readWhenItIsNoJsonThenGivesTheText(String text) {
		assertThat(texts(new JsonArrivals().read(bytes(text)))).anyMatch((value) -> value.contains("x' union"));
	}

	@Test
	void readWhenRecordsAreSeparatedThenFindsTheTexts() {
		assertThat(texts(new JsonArrivals().read(bytes("\u001e{\"a\":\"b\"}\n\u001e{\"a\":\"c\"}\n")))).contains("b",
				"c");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"a\":\"b\"}", "[]", "1", "\"a\"", " {\"a\":[1,{}]} ", "null" })
	void documentWhenStrictThenIsRead(String text) {
		assertThat(JsonArrivals.document(bytes(text))).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"a\":\"b\"", "[", "{a}", "{\"a\":1}//", "'a'", "[1,]", "{it's" })
	void documentWhenNotStrictThenIsNone(String text) {
		assertThat(JsonArrivals.document(bytes(text))).isNull();
	}

	private static List<String> read(byte[] bytes, int cut) {
		JsonArrivals arrivals = new JsonArrivals();
		List<InputValue> values = new ArrayList<>();
		for (int start = 0; start < bytes.length; start += cut) {
			int end = Math.min(bytes.length, start + cut);
			values.addAll(arrivals.read(Arrays.copyOfRange(bytes, start, end)));
		}
		return texts(values);
	}

	private static List<String> texts(List<InputValue> values) {
		return values.stream().map(InputValue::value).toList();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
