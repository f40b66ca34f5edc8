package io.github.raspspring.sink;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.raspspring.attack.sql.SqlCall;
import io.github.raspspring.attack.sql.SqlDialect;
import io.github.raspspring.attack.sql.SqlJudge;
import io.github.raspspring.autoconfigure.FamilyTraits;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.inspect.CanonicalValueReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that an input is found again in what runs, whatever the application did to it in
 * between.
 */
class InputTransformationTests {

	private static final List<String> PAYLOADS = List.of("x' OR '1'='1", "x' UNION SELECT note FROM secrets --",
			"'; DROP TABLE books; --", "x'||(SELECT 1)||'");

	private final SinkRequests requests = new SinkRequests(EnforcementMode.BLOCK);

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource("transformed")
	void judgeWhenApplicationTransformsInputThenSeesIt(String how, String sent, String arrives) {
		assertThat(attacks(statement(arrives), sent)).isTrue();
	}

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource("transformed")
	void judgeWhenTransformedInputIsEscapedThenSafe(String how, String sent, String arrives) {
		assertThat(attacks(statement(arrives.replace("'", "''")), sent)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { " ", "a", "\n", "%20", "\u00e9" })
	void judgeWhenInputIsPaddedThenSeesIt(String pad) {
		String padding = pad.repeat(50_000);
		String sent = padding + PAYLOADS.get(0) + padding;
		assertThat(attacks(statement(sent), sent)).isTrue();
	}

	@Test
	void judgeWhenManyInputsThenSeesTheLast() {
		String[] inputs = Stream
			.concat(IntStream.range(0, 5000).mapToObj((i) -> "value-" + i), Stream.of(PAYLOADS.get(0)))
			.toArray(String[]::new);
		assertThat(attacks(statement(PAYLOADS.get(0)), inputs)).isTrue();
	}

	@Test
	void judgeWhenTwoInputsAreJoinedThenSeesTheOneThatBreaksOut() {
		assertThat(attacks(statement("x' OR '1'='1"), "x' OR ", "'1'='1")).isTrue();
		assertThat(attacks(statement("x' UNION SELECT 1 --"), "x' UNION", "SELECT 1 --")).isTrue();
		assertThat(attacks("SELECT * FROM books WHERE id = 1 OR 1=1", "1 OR", "1=1")).isTrue();
		assertThat(attacks(statement("dune, part two"), "dune,", "part two")).isFalse();
	}

	@Test
	void judgeWhenParameterIsListThenSeesItem() {
		SqlCall call = call("SELECT * FROM books WHERE title IN ('a', 'x' OR '1'='1', 'b')");
		SinkInputs list = this.requests.inputs(new InputValue(InputLocation.QUERY, "titles", "a,x' OR '1'='1,b"));
		assertThat(new SqlJudge().judge(call, list)).isNotNull();
		SinkInputs plain = this.requests.inputs(new InputValue(InputLocation.QUERY, "titles", "a,b,1=1"));
		assertThat(new SqlJudge().judge(call, plain)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "1 or 1", "7 or 7=7", "' or '1'='1", "'||1||'" })
	void judgeWhenBase64IsShortThenSeesIt(String payload) {
		String sql = "SELECT * FROM books WHERE title = " + (payload.startsWith("'") ? "'" + payload + "'" : payload);
		assertThat(attacks(sql, base64(payload))).isTrue();
		assertThat(attacks(sql, base64(payload).replace("=", ""))).isTrue();
	}

	@Test
	void judgeWhenAllMediaAreAcceptedThenNoInput() {
		InputValue accept = new InputValue(InputLocation.HEADER, "accept", "*/*");
		assertThat(this.requests.inputs(accept).size()).isZero();
		assertThat(this.requests.inputs(new InputValue(InputLocation.HEADER, "x-a", "*/*")).size()).isOne();
	}

	@ParameterizedTest
	@EnumSource(InputLocation.class)
	void judgeWhenInputIsAnywhereThenSeesIt(InputLocation location) {
		SqlCall call = call(statement(PAYLOADS.get(0)));
		SinkInputs value = this.requests.inputs(new InputValue(location, "x", PAYLOADS.get(0)));
		assertThat(new SqlJudge().judge(call, value)).isNotNull();
		SinkInputs name = this.requests.inputs(InputValue.ofName(location, PAYLOADS.get(0)));
		assertThat(new SqlJudge().judge(call, name)).isNotNull();
	}

	@Test
	void judgeWhenCredentialsAndTokensHoldInputThenSeesIt() {
		String basic = "Basic " + base64(PAYLOADS.get(0) + ":secret");
		assertThat(attacks(statement(PAYLOADS.get(0) + ":secret"), basic)).isTrue();
		String token = base64("{\"alg\":\"RS256\"}") + "." + base64("{\"sub\":\"" + PAYLOADS.get(0) + "\"}") + ".x";
		assertThat(attacks(statement(PAYLOADS.get(0)), "Bearer " + token)).isTrue();
		assertThat(attacks(statement("alice"), "Bearer " + token)).isFalse();
	}

	private boolean attacks(String sql, String... sent) {
		return new SqlJudge().judge(call(sql), inputs(sent)) != null;
	}

	private SinkInputs inputs(String... sent) {
		InputValue[] values = Stream.of(sent)
			.map((value) -> new InputValue(InputLocation.HEADER, "authorization", value))
			.toArray(InputValue[]::new);
		return this.requests.inputs(new CanonicalValueReader(FamilyTraits.reader()), values);
	}

	private static String statement(String title) {
		return "SELECT * FROM books WHERE title = '" + title + "'";
	}

	private static SqlCall call(String sql) {
		return new SqlCall("execute", sql, () -> SqlDialect.H2);
	}

	private static Stream<Arguments> transformed() {
		UnaryOperator<String> same = UnaryOperator.identity();
		return Stream
			.of(by("as it is", same, same), by("trimmed", (text) -> "  " + text + " \t", same),
					by("upper case", same, (text) -> text.toUpperCase(Locale.ROOT)),
					by("lower case", same, (text) -> text.toLowerCase(Locale.ROOT)),
					by("blanks collapsed", (text) -> text.replace(" ", " \t  "), same),
					by("blanks removed", same, (text) -> text.replace(" ", "")),
					by("blanks widened", same, (text) -> text.replace(" ", "\n  ")),
					by("percent", InputTransformationTests::percent, same),
					by("percent twice", (text) -> percent(percent(text)), same),
					by("percent three times", (text) -> percent(percent(percent(text))), same),
					by("plus", (text) -> percent(text).replace("%20", "+"), same),
					by("Base64", InputTransformationTests::base64, same),
					by("Base64 for URLs", (text) -> base64(text).replace('+', '-').replace('/', '_').replace("=", ""),
							same),
					by("entities", (text) -> text.replace("'", "&#39;"), same),
					by("hexadecimal entities", (text) -> text.replace("'", "&#x27;"), same),
					by("named entities", (text) -> text.replace("'", "&apos;"), same),
					by("JSON escapes", (text) -> text.replace("'", "\\u0027"), same),
					by("member of JSON", (text) -> "{\"title\":\"" + text + "\",\"a\":1}", same),
					by("escapes in JSON", (text) -> "{\"title\":\"" + text.replace("'", "\\u0027") + "\"}", same),
					by("string of JSON", (text) -> '"' + text + '"', same),
					by("JSON in JSON", (text) -> "{\"a\":\"{\\\"title\\\":\\\"" + text + "\\\"}\"}", same),
					by("JSON in Base64", (text) -> base64("{\"title\":\"" + text + "\"}"), same),
					by("JSON in percent", (text) -> percent("{\"title\":\"" + text + "\"}"), same),
					by("percent in Base64", (text) -> base64(percent(text)), same),
					by("Base64 in percent", (text) -> percent(base64(text)), same),
					by("Base64 twice", (text) -> base64(base64(text)), same),
					by("full width", (text) -> text.replace("'", "\uff07"), same))
			.flatMap((rows) -> rows);
	}

	private static Stream<Arguments> by(String how, UnaryOperator<String> sent, UnaryOperator<String> arrives) {
		return PAYLOADS.stream().map((payload) -> Arguments.of(how, sent.apply(payload), arrives.apply(payload)));
	}

	private static String percent(String text) {
		StringBuilder encoded = new StringBuilder();
		for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
			encoded.append(String.format("%%%02X", b));
		}
		return encoded.toString();
	}

	private static String base64(String text) {
		return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

}
