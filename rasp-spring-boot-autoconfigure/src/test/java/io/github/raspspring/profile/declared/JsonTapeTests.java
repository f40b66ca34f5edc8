package io.github.raspspring.profile.declared;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import io.github.raspspring.autoconfigure.FamilyTraits;
import io.github.raspspring.document.BoundedValues;
import io.github.raspspring.document.JsonLeaves;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.pipeline.JsonTape;
import io.github.raspspring.engine.pipeline.JsonTokens;
import io.github.raspspring.engine.pipeline.OmittedValues;
import io.github.raspspring.inspect.CanonicalValueReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A tape tells of a body what the application's parser tells, or there is none.
 */
class JsonTapeTests {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static final CanonicalValueReader READER = new CanonicalValueReader(FamilyTraits.reader());

	private static final String[] SCALARS = { "0", "-0", "-12.5", "1e9", "2E-3", "98765432109876543210", "true",
			"false", "null", "\"\"", "\"a\"", "\"O'Brien\"", "\"\\u00e4\\n\\\"\"", "\"\u65e5\u672c\"", "\"a,b]}\"",
			"\"plain prose, some of it\"" };

	private static final String[] NAMES = { "id", "orderId", "note", "a/b~c", "\\u0061", "\u00e4", "", "Aa", "BB",
			"a name of more than thirty-two letters" };

	private final Random random = new Random(3);

	private final JsonLeaves json = JsonLeaves.strict();

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "1", "\"a\"", " null\n", "{\"a\":[1, 2.0 ,true\t,{\"b\":\"c\"}],\"a\":-1}",
			"[[],[[]],{}]", "{\"Aa\":1,\"BB\":2,\"Aa\":3}" })
	void readWhenBodyIsJsonThenTellsWhatParserTells(String body) {
		assertThat(taped(body)).isEqualTo(parsed(body));
	}

	@Test
	void readWhenBodiesAreManyThenTellsWhatParserTells() {
		for (int i = 0; i < 20_000; i++) {
			String body = document(4);
			assertThat(taped(body)).as(body).isEqualTo(parsed(body));
		}
	}

	@Test
	void readWhenBodyIsOfMoreTokensThanUsualThenTellsWhatParserTells() {
		String body = "[\"" + "x".repeat(2_000) + "\"" + ",[1]".repeat(2_000) + "]";
		assertThat(taped(body)).isEqualTo(parsed(body));
	}

	@ParameterizedTest
	@ValueSource(ints = { 2_045, 2_046, 2_047, 2_048, 60_000 })
	void readWhenATextIsLongThenTellsWhatParserTells(int length) {
		String text = "{\"a\":\"" + "x,".repeat(length / 2) + "x".repeat(length % 2) + "\"}";
		assertThat(taped(text)).isEqualTo(parsed(text));
		String digits = "7".repeat(Math.min(999, length));
		assertThat(taped("[" + digits + " ,-" + digits + "\n]")).isEqualTo(parsed("[" + digits + " ,-" + digits + "]"));
	}

	@Test
	void allWhenThereIsATapeThenMakesWhatTheParserFinds() {
		for (int i = 0; i < 5_000; i++) {
			byte[] body = bytes(document(4));
			BoundedValues parsed = new BoundedValues();
			assertThat(this.json.read(body, body.length, parsed)).isTrue();
			assertThat(omitted(body).all().get()).isEqualTo(List.copyOf(parsed));
		}
	}

	@Test
	void namedWhenThereIsATapeThenMakesTextsOfThoseNames() {
		for (int i = 0; i < 5_000; i++) {
			byte[] body = bytes(document(4));
			OmittedValues omitted = omitted(body);
			List<InputValue> texts = omitted.all()
				.get()
				.stream()
				.filter((value) -> value.kind() == InputValue.Kind.VALUE && value.listName().endsWith("d"))
				.toList();
			assertThat(omitted.named().apply((name) -> name.endsWith("d"))).isEqualTo(texts);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 20_000, 40_000 })
	void scanWhenThereAreTooManyTokensThenThereIsNoTape(int tokens) {
		OmittedValues omitted = omitted(bytes("[" + "{},".repeat(tokens / 2) + "\"a\"]"));
		assertThat(omitted.tape()).isNull();
		assertThat(omitted.all().get()).hasSize(1);
		assertThat(omitted.named().apply((name) -> false)).hasSize(1);
	}

	@Test
	void scanWhenThereAreTooManyNamesThenThereIsNoTape() {
		StringBuilder body = new StringBuilder("{");
		for (int i = 0; i < 12_000; i++) {
			body.append("\"").append(Integer.toString(i, 36)).append("\":{},");
		}
		OmittedValues omitted = omitted(bytes(body.append("\"a\":1}").toString()));
		assertThat(omitted.tape()).isNull();
		assertThat(omitted.all().get()).hasSize(12_001);
	}

	@Test
	void isOfWhenAnyByteDiffersThenIsFalse() {
		byte[] body = bytes("{\"a\":\"b\"}");
		JsonTape tape = Objects.requireNonNull(omitted(body.clone()).tape());
		assertThat(tape.isOf(body, body.length)).isTrue();
		assertThat(tape.isOf(bytes("{\"a\":\"b\"} "), body.length)).isTrue();
		assertThat(tape.isOf(body, body.length - 1)).isFalse();
		body[6] = 'c';
		assertThat(tape.isOf(body, body.length)).isFalse();
	}

	private OmittedValues omitted(byte[] body) {
		BoundedValues values = new BoundedValues();
		assertThat(this.json.scan(body, READER.sieve(0), values)).isTrue();
		return Objects.requireNonNull(values.omitted());
	}

	private List<String> taped(String body) {
		return described(Objects.requireNonNull(omitted(bytes(body)).tape()).read());
	}

	private static List<String> parsed(String body) {
		try (JsonParser parser = MAPPER.createParser(bytes(body))) {
			return described(new ParsedTokens(parser));
		}
	}

	private static List<String> described(JsonTokens tokens) {
		List<String> described = new ArrayList<>();
		for (JsonTokens.@Nullable Token token = tokens.next(); token != null; token = tokens.next()) {
			boolean written = token == JsonTokens.Token.NAME || token.isScalar();
			described.add(token + (written ? " " + tokens.text() : ""));
			if (written) {
				assertWritten(tokens);
			}
		}
		return described;
	}

	/**
	 * What is told to be written as it is stands where that is told.
	 */
	private static void assertWritten(JsonTokens tokens) {
		byte[] written = tokens.written();
		if (written != null) {
			String text = tokens.text();
			assertThat(new String(written, tokens.start(), text.length(), StandardCharsets.UTF_8)).isEqualTo(text);
		}
	}

	private String document(int depth) {
		if (depth == 0 || this.random.nextInt(4) == 0) {
			return SCALARS[this.random.nextInt(SCALARS.length)];
		}
		boolean array = this.random.nextBoolean();
		StringBuilder text = new StringBuilder();
		for (int i = this.random.nextInt(5); i > 0; i--) {
			text.append((text.length() > 0) ? " ," : "")
				.append(array ? "" : '"' + NAMES[this.random.nextInt(NAMES.length)] + "\" : ")
				.append(document(depth - 1));
		}
		return array ? "[" + text + "]" : "{" + text + "\n}";
	}

	private static byte[] bytes(String json) {
		return json.getBytes(StandardCharsets.UTF_8);
	}

}
