package io.github.raspspring.document;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.github.raspspring.autoconfigure.FamilyTraits;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.ValueDetector;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.inspect.CanonicalValueReader;
import io.github.raspspring.text.TraitReader;
import io.github.raspspring.text.Traits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A walk over JSON finds what a parser finds, or leaves the body to one.
 */
class JsonScanTests {

	private static final CanonicalValueReader READER = new CanonicalValueReader(FamilyTraits.reader());

	private static final String[] PIECES = { "{", "}", "[", "]", ",", ":", "\"", "\"a\"", "\"b\"", "\"\"", " ", "\n",
			"0", "-1", "1.5", "1e9", "01", "1.", "-", "true", "false", "null", "nul", "\\", "\\n", "\\u0041", "\\ud800",
			"\\x", "\u00e4", "\ud83d\ude00", "/*", "//", "#", "'", "\u0001", "\u0000", "x", "\"query\"", "\"{\\\"a\\\"",
			"\"url\"", "\"x' or 1=1 --\"", "\"$where\"" };

	private final Random random = new Random(11);

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "\"a\"", "1", "-0.5e+3", "true", "false", "null", " { } ",
			"{\"a\":1,\"b\":[\"c\",{\"d\":\"e\"}],\"f\":{}}", "[[[]],[{\"a\":[]}]]", "{\"a\":\"\\u00e4\\n\\\"b\\\\\"}",
			"{\"a\u00e4\":\"\u65e5\u672c\"}", "{\"a\":\"b\",\"a\":\"c\"}", "{\"\":\"\"}", "{\"a/b~c\":\"d\"}",
			"{\"\\u0061\":\"b\"}", "[1,2.5,true,null,\"x\"]\n" })
	void readWhenBodyIsPlainThenFindsWhatParserFinds(String json) {
		assertThat(scanned(bytes(json), everything())).isEqualTo(parsed(bytes(json)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "{", "[1", "{\"a\"}", "{\"a\":}", "{a:1}", "{'a':1}", "[1,]", "{\"a\":1,}",
			"[01]", "[1.]", "[.5]", "[+1]", "[-]", "[1e]", "[tru]", "[truex]", "[nulll]", "[\"a]", "[\"\\x\"]",
			"[\"\\u12\"]", "[\"a\tb\"]", "[1]]", "[1] [2]", "1 2", "{\"a\":1 \"b\":2}", "[1 2]", "[1}", "{\"a\":1]",
			"/**/[1]", "[1]#x", "\ufeff[1]", "[NaN]", "[\"\ufffd\"]" })
	void readWhenBodyIsUnusualThenLeavesItToParser(String json) {
		assertThat(scanned(bytes(json), everything())).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32LE", "UTF-32BE" })
	void readWhenBodyIsInOtherEncodingThenLeavesItToParser(String charset) {
		assertThat(scanned("{\"a\":\"b\"}".getBytes(Charset.forName(charset)), everything())).isNull();
	}

	@Test
	void readWhenBytesAreNoTextThenLeavesThemToParser() {
		byte[] json = bytes("{\"a\":\"bcd\"}");
		for (int sign : new int[] { 0x80, 0xC0, 0xC3, 0xE2, 0xED, 0xF5, 0xFF }) {
			json[7] = (byte) sign;
			assertThat(scanned(json, everything())).isNull();
		}
	}

	@Test
	void readWhenNestedDeepThenLeavesItToParser() {
		assertThat(scanned(bytes("[".repeat(64) + "]".repeat(64)), everything())).isEmpty();
		assertThat(scanned(bytes("[".repeat(65) + "]".repeat(65)), everything())).isNull();
	}

	/**
	 * What a walk takes for JSON, a parser that reads strictly takes for the same.
	 */
	@Test
	void readWhenBodyIsMadeOfPiecesThenIsOfOneMindWithParser() {
		int read = 0;
		for (int i = 0; i < 200_000; i++) {
			byte[] body = bytes((i % 2 == 0) ? pieces() : damaged(document(3)));
			List<InputValue> scanned = scanned(body, everything());
			if (scanned != null) {
				read++;
				assertThat(scanned).as(new String(body, StandardCharsets.UTF_8)).isEqualTo(parsed(body));
			}
		}
		assertThat(read).isGreaterThan(20_000);
	}

	@Test
	void readWhenSieveLetsTextsThroughThenNothingWouldBeShownOfThem() {
		for (int i = 0; i < 20_000; i++) {
			byte[] body = bytes(document(3));
			long interest = this.random.nextLong();
			List<InputValue> kept = scanned(body, READER.sieve(interest));
			List<InputValue> all = parsed(body);
			assertThat(all).as(new String(body, StandardCharsets.UTF_8)).isNotNull();
			assertThat(kept).as(new String(body, StandardCharsets.UTF_8)).isNotNull();
			List<InputValue> left = new ArrayList<>(all);
			kept.forEach((value) -> assertThat(left.remove(value)).isTrue());
			left.forEach((value) -> READER.read(value, interest, (view) -> {
				throw new AssertionError(view.text());
			}));
		}
	}

	/**
	 * What is known of names from other bodies is not found out again.
	 */
	@Test
	void readWhenNamesAreKnownThenKeepsWhatItKeptBefore() {
		JsonLeaves leaves = JsonLeaves.strict();
		for (int i = 0; i < 20_000; i++) {
			byte[] body = bytes(document(3));
			long interest = this.random.nextLong();
			assertThat(scanned(leaves, body, READER.sieve(interest))).isEqualTo(scanned(body, READER.sieve(interest)));
		}
	}

	@Test
	void readWhenAnotherReaderKnowsTheNamesThenEachIsWalkedOverAgain() {
		JsonLeaves leaves = JsonLeaves.strict();
		byte[] body = bytes("{\"select\":1,\"note\":2}");
		CanonicalValueReader plain = new CanonicalValueReader(TraitReader.WITHOUT_WORDS);
		for (int i = 0; i < 2; i++) {
			assertThat(scanned(leaves, body, plain.sieve(Traits.SQL_KEYWORD))).isEmpty();
			assertThat(scanned(leaves, body, READER.sieve(Traits.SQL_KEYWORD))).hasSize(1);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"select", "{\"select\\\":1}", "{\"selec\":1}", "{\"selects\":1}", "{\"sElect\":1}",
			"{\"select\\u0041\":1}", "{\"selec\u00e4\":1}", "{\"\":1}" })
	void readWhenNameIsLikeAKnownOneThenReadsItAsItIs(String json) {
		JsonLeaves leaves = JsonLeaves.strict();
		assertThat(scanned(leaves, bytes("{\"select\":1}"), READER.sieve(-1))).hasSize(1);
		assertThat(scanned(leaves, bytes(json), READER.sieve(-1))).isEqualTo(scanned(bytes(json), READER.sieve(-1)));
	}

	/**
	 * The name that came next the last time is compared in steps of eight bytes.
	 */
	@Test
	void readWhenNamesDifferInOneByteThenReadsEachAsItIs() {
		JsonLeaves leaves = JsonLeaves.strict();
		for (int length = 1; length < 40; length++) {
			String name = "abcdefghijklmnopqrstuvwxyz0123456789_-.:".substring(0, length);
			for (int i = 0; i < length; i++) {
				String other = name.substring(0, i) + '#' + name.substring(i + 1);
				for (String second : List.of(name, other, name, name + "x", name.substring(i), other)) {
					byte[] body = bytes("{\"" + name + "\":1,\"" + second + "\":2}");
					assertThat(scanned(leaves, body, READER.sieve(-1))).isEqualTo(parsed(body));
				}
			}
		}
	}

	@Test
	void readWhenThereAreTooManyLeavesThenStopsAndSaysSo() {
		BoundedValues values = new BoundedValues();
		byte[] body = bytes("[" + "\"\",".repeat(BoundedValues.MOST_LEAVES + 1) + "1]");
		assertThat(JsonLeaves.strict().scan(body, everything(), values)).isTrue();
		assertThat(values.isFull()).isTrue();
	}

	@Test
	void allWhenMemoryWasUsedUpThenMakesNoMoreThanWasCounted() {
		BodyMemory memory = new BodyMemory(1024);
		BoundedValues values = new BoundedValues(memory.lease());
		byte[] body = bytes("[" + "\"plain\",".repeat(50_000) + "1]");
		assertThat(JsonLeaves.strict().scan(body, READER.sieve(0), values)).isTrue();
		assertThat(values.exceeded()).isEqualTo(BoundedValues.MEMORY);
		assertThat(values.omitted().all().get()).hasSizeBetween(1, 1_000);
	}

	@Test
	void allWhenNothingWasExceededThenIsWhatTheParserFinds() {
		byte[] body = bytes("{\"a\":[\"plain\",\"x' or 1=1 --\"],\"b\":\"other\"}");
		BoundedValues values = new BoundedValues();
		assertThat(JsonLeaves.strict().scan(body, READER.sieve(0), values)).isTrue();
		assertThat(values).isEmpty();
		assertThat(values.omitted().all().get()).isEqualTo(parsed(body));
	}

	private static ValueReader.Sieve everything() {
		ValueReader.Sieve sieve = READER.sieve(ValueDetector.EVERY_VALUE);
		return new ValueReader.Sieve() {

			@Override
			public int walk(byte[] bytes, int start, int end) {
				return sieve.walk(bytes, start, end);
			}

			@Override
			public void walk(String text) {
				sieve.walk(text);
			}

			@Override
			public boolean keeps(InputValue.Kind kind, @Nullable String name) {
				return true;
			}

		};
	}

	private static @Nullable List<InputValue> scanned(byte[] body, ValueReader.Sieve sieve) {
		return scanned(JsonLeaves.strict(), body, sieve);
	}

	private static @Nullable List<InputValue> scanned(JsonLeaves leaves, byte[] body, ValueReader.Sieve sieve) {
		BoundedValues values = new BoundedValues();
		return leaves.scan(body, sieve, values) ? List.copyOf(values) : null;
	}

	private static @Nullable List<InputValue> parsed(byte[] body) {
		BoundedValues values = new BoundedValues();
		return JsonLeaves.strict().read(body, body.length, values) ? List.copyOf(values) : null;
	}

	private static byte[] bytes(String json) {
		return json.getBytes(StandardCharsets.UTF_8);
	}

	private String pieces() {
		StringBuilder text = new StringBuilder();
		for (int i = this.random.nextInt(9); i >= 0; i--) {
			text.append(PIECES[this.random.nextInt(PIECES.length)]);
		}
		return text.toString();
	}

	private String document(int depth) {
		int choice = this.random.nextInt((depth > 0) ? 8 : 4);
		StringBuilder text = new StringBuilder();
		if (choice < 3) {
			return '"' + string() + '"';
		}
		if (choice == 3) {
			return new String[] { "0", "-12.5e3", "true", "null", "7" }[this.random.nextInt(5)];
		}
		boolean array = choice < 6;
		for (int i = this.random.nextInt(4); i > 0; i--) {
			text.append((text.length() > 0) ? "," : "")
				.append(array ? "" : '"' + string() + "\":")
				.append(document(depth - 1));
		}
		return array ? "[" + text + "]" : " {" + text + "\n}";
	}

	private String string() {
		String[] strings = { "a", "note", "redirect_url", "query", "O'Brien", "union select", "\\u0027", "b\\nc",
				"\u00e4\u65e5", "class.loader", "__proto__", "{\\\"a\\\":\\\"b\\\"}", "cGFzc3dvcmQgMTIzNDU2", "", "1",
				"Select the larger size", "%27", "&amp;", "x/y", "callback", "{field(a: \\\"b\\\")}" };
		return strings[this.random.nextInt(strings.length)];
	}

	private String damaged(String text) {
		int at = this.random.nextInt(text.length() + 1);
		return switch (this.random.nextInt(4)) {
			case 0 -> text;
			case 1 -> text.substring(0, at) + text.substring(Math.min(text.length(), at + 1));
			case 2 -> text.substring(0, at) + PIECES[this.random.nextInt(PIECES.length)] + text.substring(at);
			default -> text.substring(0, at);
		};
	}

}
