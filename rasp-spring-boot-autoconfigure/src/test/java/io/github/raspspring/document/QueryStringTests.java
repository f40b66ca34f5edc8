package io.github.raspspring.document;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class QueryStringTests {

	private static final String[] PIECES = { "a", "Z", "+", "%20", "%2b", "%27", "%", "%%", "%4", "%zz", "%c3%a9",
			"%C3", "%80", "%00", "%7F", "%-1", "%+1", "\u00e9", "=", " " };

	@ParameterizedTest
	@CsvSource({ "a=b+c%2Cd, a, 'b c,d'", "a%20b=%3B, a b, ;", "a==b=, a, =b=", "=x, '', x", "a=%zz, a, %zz",
			"a=%c3%a9, a, \u00e9", "a=%-1, a, %-1", "a=x%2, a, x%2" })
	void readWhenParameterIsEncodedThenDecodesAsTheContainer(String query, String name, String value) {
		assertThat(read(query)).containsExactly(InputValue.ofName(InputLocation.QUERY, name),
				new InputValue(InputLocation.QUERY, name, value));
	}

	@Test
	void readWhenParametersHaveNoValueThenTakesTheirNames() {
		assertThat(read("a&&b+c&")).containsExactly(InputValue.ofName(InputLocation.QUERY, "a"),
				InputValue.ofName(InputLocation.QUERY, "b c"));
	}

	@Test
	void readWhenTextsAreRandomThenDecodesThemAsTheJdkDoes() {
		Random random = new Random(3);
		for (int i = 0; i < 20_000; i++) {
			StringBuilder text = new StringBuilder("v");
			for (int j = random.nextInt(7); j > 0; j--) {
				text.append(PIECES[random.nextInt(PIECES.length)]);
			}
			assertThat(read("n=" + text).get(1).value()).isEqualTo(decoded(text.toString()));
		}
	}

	private static String decoded(String text) {
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return text;
		}
	}

	private static List<InputValue> read(String query) {
		List<InputValue> values = new ArrayList<>();
		QueryString.read(query, InputLocation.QUERY, values);
		return values;
	}

}
