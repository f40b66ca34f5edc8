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

class FormArrivalsTests {

	@Test
	void readWhenCutAnywhereThenFindsEveryField() {
		byte[] bytes = "a=x%27+y&b=%C3%A9&&c&d==e&f=".getBytes(StandardCharsets.UTF_8);
		for (int cut = 1; cut <= bytes.length; cut++) {
			assertThat(read(bytes, cut)).as("cut " + cut).contains("a", "x' y", "b", "\u00e9", "c", "d", "=e", "f");
		}
	}

	@Test
	void readWhenFieldHasBegunThenGivesWhatThereIs() {
		assertThat(read("a=b&c=x%27+union".getBytes(StandardCharsets.UTF_8), 4)).contains("x' union");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"a\":\"x' union & b=c\"}", "a=b\nx' union & b=c", "<a>x' union & b=c</a>",
			"x' union & b=c", "a=b&c=\"x' union & b=c\"", "[x' union & b=c]" })
	void readWhenItIsNoFormThenGivesTheText(String text) {
		assertThat(read(text.getBytes(StandardCharsets.UTF_8), 6))
			.anyMatch((value) -> value.contains("x' union & b=c"));
	}

	@Test
	void readWhenFieldIsLongThenKeepsItsNameAndItsEnd() {
		byte[] bytes = ("image=" + "b".repeat(100_000) + "%27&c=d").getBytes(StandardCharsets.UTF_8);
		FormArrivals arrivals = new FormArrivals();
		List<InputValue> values = arrivals.read(bytes);
		assertThat(values).filteredOn((value) -> value.name().equals("image"))
			.anyMatch((value) -> value.value().endsWith("b'"));
	}

	private static List<String> read(byte[] bytes, int cut) {
		FormArrivals arrivals = new FormArrivals();
		List<InputValue> values = new ArrayList<>();
		for (int start = 0; start < bytes.length; start += cut) {
			values.addAll(arrivals.read(Arrays.copyOfRange(bytes, start, Math.min(bytes.length, start + cut))));
		}
		return values.stream().map(InputValue::value).toList();
	}

}
