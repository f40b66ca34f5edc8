package io.github.raspspring.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.github.raspspring.autoconfigure.FamilyTraits;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.inspect.CanonicalValueReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Long texts are read once, and are the same texts when they come again.
 */
class KnownTextsTests {

	private static final CanonicalValueReader READER = new CanonicalValueReader(FamilyTraits.reader());

	private static final String PROSE = "Select the larger size, O'Brien said. ".repeat(12);

	private final JsonLeaves leaves = JsonLeaves.strict();

	private final List<String> walked = new ArrayList<>();

	@ParameterizedTest
	@ValueSource(strings = { "", "\\n", "\\\"", "\\u0027", "\u00e4" })
	void textWhenItComesTheThirdTimeThenNobodyWalksOverIt(String inner) {
		byte[] body = bytes("{\"note\":\"" + PROSE + inner + "\"}");
		List<InputValue> first = scanned(body);
		assertThat(scanned(body)).isEqualTo(first);
		this.walked.clear();
		assertThat(scanned(body)).isEqualTo(first).hasSize(1);
		assertThat(this.walked).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "password", "refresh_token", "clientSecret" })
	void textWhenItsFieldHoldsSecretsThenIsNotKept(String name) {
		byte[] body = bytes("{\"" + name + "\":\"" + PROSE + "\"}");
		for (int i = 0; i < 4; i++) {
			this.walked.clear();
			scanned(body);
			assertThat(this.walked).isNotEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "login(password: \\\"x\\\")", "{\\\"apiKey\\\": 1}", "a=1&client_secret=x",
			"<password>x</password>", "Authorization: Bearer x", "access_token = x" })
	void textWhenItNamesSecretsThenIsNotKept(String secret) {
		byte[] body = bytes("{\"note\":\"" + PROSE + secret + "\"}");
		for (int i = 0; i < 4; i++) {
			this.walked.clear();
			scanned(body);
			assertThat(this.walked).isNotEmpty();
		}
	}

	@Test
	void textWhenItIsShortThenIsNotKept() {
		byte[] body = bytes("{\"note\":\"" + PROSE.substring(0, KnownTexts.SHORTEST - 1) + "\"}");
		for (int i = 0; i < 4; i++) {
			this.walked.clear();
			scanned(body);
			assertThat(this.walked).isNotEmpty();
		}
	}

	@Test
	void textWhenItIsLikeAKnownOneThenIsReadAsItIs() {
		byte[] body = bytes("[\"" + PROSE + "\"]");
		for (int i = 0; i < 3; i++) {
			scanned(body);
		}
		for (int i = 2; i < body.length - 2; i++) {
			for (int sign : new int[] { '\'', '"', '\\', '<', 1, 0xE4 }) {
				byte[] other = body.clone();
				other[i] = (byte) sign;
				assertThat(scanned(other)).as("%d at %d", sign, i).isEqualTo(scanned(JsonLeaves.strict(), other));
			}
		}
		for (int length = 0; length < body.length; length++) {
			byte[] cut = bytes(new String(body, 0, length, StandardCharsets.UTF_8));
			assertThat(scanned(cut)).isEqualTo(scanned(JsonLeaves.strict(), cut));
		}
	}

	@Test
	void textWhenItStandsElsewhereThenHasThatName() {
		for (int i = 0; i < 3; i++) {
			scanned(bytes("{\"note\":\"" + PROSE + "\"}"));
		}
		byte[] other = bytes("{\"order\":{\"text\":\"" + PROSE + "\"},\"more\":[\"" + PROSE + "\",1]}");
		List<InputValue> found = scanned(other);
		assertThat(found).isEqualTo(scanned(JsonLeaves.strict(), other));
		assertThat(found).extracting(InputValue::name).containsExactly("/order/text", "/more/-");
	}

	@Test
	void textsWhenTwoBeginAlikeThenBothAreKnown() {
		List<byte[]> bodies = List.of(bytes("[\"" + PROSE + "one\"]"), bytes("[\"" + PROSE + "other\"]"));
		for (int i = 0; i < 2; i++) {
			bodies.forEach(this::scanned);
		}
		this.walked.clear();
		bodies.forEach((body) -> assertThat(scanned(body)).isEqualTo(scanned(JsonLeaves.strict(), body)));
		assertThat(this.walked).hasSize(2);
	}

	@Test
	void textsWhenManyComeInTurnsThenEachIsReadAsItIs() {
		Random random = new Random(5);
		int known = 0;
		for (int i = 0; i < 20_000; i++) {
			byte[] body = bytes(body(random));
			this.walked.clear();
			List<InputValue> found = scanned(body);
			known += this.walked.isEmpty() ? 1 : 0;
			assertThat(found).isEqualTo(scanned(JsonLeaves.strict(), body));
		}
		assertThat(known).isGreaterThan(1_000);
	}

	/**
	 * Texts that often begin alike and end alike.
	 */
	private static String body(Random random) {
		String[] starts = { "", "Select ", "x' or ", "\\u00e4", "\u65e5" };
		String[] ends = { "", "' or 1=1 --", "\\\\", "\\\"", "&amp;", "e" };
		return "[\"" + starts[random.nextInt(starts.length)] + PROSE.repeat(1 + random.nextInt(2))
				+ ends[random.nextInt(ends.length)] + "\"]";
	}

	private List<InputValue> scanned(byte[] body) {
		return scanned(this.leaves, body);
	}

	private @Nullable List<InputValue> scanned(JsonLeaves leaves, byte[] body) {
		BoundedValues values = new BoundedValues();
		return leaves.scan(body, new Counting(READER.sieve(-1), this.walked), values) ? List.copyOf(values) : null;
	}

	private static byte[] bytes(String json) {
		return json.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Hands on to a sieve, and notes the texts that it walked over.
	 *
	 * @param sieve the sieve
	 * @param walked takes the texts
	 */
	private record Counting(ValueReader.Sieve sieve, List<String> walked) implements ValueReader.Sieve {

		@Override
		public int walk(byte[] bytes, int start, int end) {
			int reached = this.sieve.walk(bytes, start, end);
			if (reached - start > 20) {
				this.walked.add(new String(bytes, start, reached - start, StandardCharsets.UTF_8));
			}
			return reached;
		}

		@Override
		public void walk(String text) {
			this.walked.add(text);
			this.sieve.walk(text);
		}

		@Override
		public boolean keeps(InputValue.Kind kind, @Nullable String name) {
			return this.sieve.keeps(kind, name) && kind == InputValue.Kind.VALUE;
		}

		@Override
		public boolean isSecret(InputValue value) {
			return this.sieve.isSecret(value);
		}

		@Override
		public @Nullable Memory remember() {
			return this.sieve.remember();
		}

		@Override
		public boolean recall(Memory memory) {
			return this.sieve.recall(memory);
		}

	}

}
