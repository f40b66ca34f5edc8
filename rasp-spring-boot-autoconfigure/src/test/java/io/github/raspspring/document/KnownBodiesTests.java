package io.github.raspspring.document;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

import io.github.raspspring.attack.Judgement;
import io.github.raspspring.autoconfigure.FamilyTraits;
import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.Detector;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.engine.pipeline.ConstantNames;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.engine.pipeline.JsonTape;
import io.github.raspspring.engine.pipeline.OmittedValues;
import io.github.raspspring.engine.pipeline.Recurrence;
import io.github.raspspring.engine.pipeline.RequestFacts;
import io.github.raspspring.inspect.CanonicalValueReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A body that comes again is read once, and judged as if it came for the first time.
 */
class KnownBodiesTests {

	private static final String ORDER = "{\"orderId\":\"A-17\",\"lines\":[{\"sku\":\"SKU-1\",\"qty\":2,\"note\":"
			+ "\"Call O'Brien & Sons; leave it -- with them\"},{\"sku\":\"SKU-2\",\"qty\":1.5,\"gift\":true}],"
			+ "\"\u00e4\":null}";

	private final List<Detector> detectors = List.copyOf(Judgement.byAll().detectors());

	private final InspectionPipeline pipeline = pipeline(EnforcementMode.BLOCK);

	private final JsonLeaves leaves = JsonLeaves.strict();

	@Test
	void bodyWhenItComesTheThirdTimeThenIsNotReadAgain() {
		Read first = read(ORDER);
		Read second = read(ORDER);
		Read third = read(ORDER);
		assertThat(second.tape()).isNotSameAs(first.tape());
		assertThat(third.tape()).isSameAs(second.tape());
		assertThat(third.all()).isEqualTo(first.all()).hasSize(13);
		assertThat(third.counted).isEqualTo(first.counted);
		assertThat(third.weight).isEqualTo(first.weight);
	}

	@Test
	void bodyWhenOthersJudgeItThenIsReadForThem() {
		for (int i = 0; i < 3; i++) {
			read(ORDER);
		}
		JsonTape known = read(ORDER).tape();
		InspectionPipeline other = pipeline(EnforcementMode.MONITOR);
		assertThat(read(this.leaves::scan, other, ORDER).tape()).isNotSameAs(known);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"password\":\"x\"", "\"pin\":1234", "\"clientSecret\":null", "\"a\":{\"api_key\":[1]}",
			"\"query\":\"login(password: \\\"x\\\")\"", "\"refresh_token\":\"abc\"",
			"\"a\":{\"name\":\"password\",\"value\":\"x\"}" })
	void bodyWhenItHoldsSecretThenIsNotKept(String secret) {
		String body = "{" + secret + ",\"order\":" + ORDER + "}";
		JsonTape before = read(body).tape();
		for (int i = 0; i < 4; i++) {
			JsonTape tape = read(body).tape();
			assertThat(tape).isNotSameAs(before);
			before = tape;
		}
	}

	@Test
	void bodyWhenItIsShortOrLongThenIsNotKept() {
		for (int length : new int[] { KnownBodies.SHORTEST - 1, KnownBodies.LONGEST + 1 }) {
			String body = "[\"" + "a".repeat(length - 4) + "\"]";
			read(body);
			assertThat(read(body).tape()).isNotSameAs(read(body).tape());
		}
	}

	@Test
	void bodyWhenAnythingOfItDiffersThenIsReadAsItIs() {
		for (int i = 0; i < 3; i++) {
			read(ORDER);
		}
		for (int i = 0; i < ORDER.length(); i++) {
			for (String sign : List.of("'", "<", "7", "")) {
				String other = ORDER.substring(0, i) + sign + ORDER.substring(i + 1);
				assertThat(read(other)).as("%s at %d", sign, i).isEqualTo(readAnew(other));
			}
		}
		assertThat(read(ORDER)).isEqualTo(readAnew(ORDER));
	}

	@Test
	void bodyWhenThereIsNoMemoryThenIsRefusedAsBefore() {
		for (int i = 0; i < 3; i++) {
			read(ORDER);
		}
		BodyMemory.Lease memory = new BodyMemory(0).lease();
		while (memory.take(1)) {
			assertThat(memory.refused()).isFalse();
		}
		BoundedValues values = new BoundedValues(memory);
		Exchange exchange = begin(this.pipeline);
		assertThat(this.leaves.scan(bytes(ORDER), sieve(this.pipeline, exchange), values)).isTrue();
		assertThat(values.exceeded()).isEqualTo(BoundedValues.MEMORY);
	}

	@Test
	void textsWhenAskedForByNameAgainThenAreTheSame() {
		for (int i = 0; i < 3; i++) {
			read(ORDER);
		}
		OmittedValues omitted = Objects.requireNonNull(read(ORDER).omitted);
		assertThat(omitted.named().apply("sku"::equals)).extracting(InputValue::value)
			.containsExactly("SKU-1", "SKU-2");
		assertThat(omitted.named().apply("orderId"::equals)).extracting(InputValue::value).containsExactly("A-17");
		assertThat(omitted.named().apply("sku"::equals)).extracting(InputValue::name)
			.containsExactly("/lines/-/sku", "/lines/-/sku");
	}

	@Test
	void bodyWhenManyValuesAreLeftThenIsNotKept() {
		String body = "[" + "\"' or '\",".repeat(KnownBodies.MOST_LEFT + 1) + "1]";
		read(body);
		assertThat(read(body).tape()).isNotSameAs(read(body).tape());
	}

	@Test
	void textsWhenWhatIsAskedForChangesThenAreThoseOfNow() {
		for (int i = 0; i < 3; i++) {
			read(ORDER);
		}
		Set<String> asked = new HashSet<>(Set.of("orderId"));
		Predicate<String> names = asked::contains;
		OmittedValues omitted = Objects.requireNonNull(read(ORDER).omitted);
		assertThat(omitted.named().apply(names)).hasSize(1);
		asked.add("sku");
		assertThat(omitted.named().apply(names)).hasSize(3);
	}

	@Test
	void textsWhenNamesNeverChangeThenAreMadeOnce() {
		for (int i = 0; i < 3; i++) {
			read(ORDER);
		}
		ConstantNames names = "sku"::equals;
		Object texts = Objects.requireNonNull(read(ORDER).omitted).named().apply(names);
		assertThat(Objects.requireNonNull(read(ORDER).omitted).named().apply(names)).isSameAs(texts);
	}

	@Test
	void bodiesWhenMoreComeInTurnsThanAreKeptThenFewAreKept() {
		List<JsonTape> first = turn();
		List<JsonTape> second = turn();
		List<JsonTape> third = turn();
		assertThat(first).doesNotContainAnyElementsOf(second);
		assertThat(third).filteredOn(second::contains).hasSizeBetween(1, 600 / Recurrence.PAUSE + 1);
	}

	private List<JsonTape> turn() {
		List<JsonTape> tapes = new ArrayList<>();
		for (int i = 0; i < 600; i++) {
			tapes.add(read(ORDER.replace("A-17", "A-" + i)).tape());
		}
		return tapes;
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "<note>' OR 1=1 --</note>", "<note at=\"&lt;b&gt;\">plain</note>" })
	void documentWhenItComesTheThirdTimeThenIsNotReadAgain(String note) {
		XmlLeaves leaves = new XmlLeaves();
		String document = "<order id=\"A-17\"><line sku=\"SKU-1\">two of them</line>" + note + "</order>"
				+ " ".repeat(KnownBodies.SHORTEST);
		List<Read> reads = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			reads.add(read(leaves, document));
			assertThat(reads.get(i)).isEqualTo(reads.get(0));
		}
		assertThat(reads.get(3).named()).isSameAs(reads.get(2).named()).isNotSameAs(reads.get(0).named());
	}

	@Test
	void documentWhenItHoldsSecretThenIsNotKept() {
		XmlLeaves leaves = new XmlLeaves();
		String document = "<user><password>x</password><note>plain words</note></user>"
				+ " ".repeat(KnownBodies.SHORTEST);
		for (int i = 0; i < 4; i++) {
			assertThat(read(leaves, document).named()).isNotSameAs(read(leaves, document).named());
		}
	}

	private Read read(XmlLeaves leaves, String document) {
		return read(leaves::scan, this.pipeline, document);
	}

	@Test
	void bodiesWhenManyComeInTurnsThenAreJudgedAsTheFirstTime() {
		Random random = new Random(11);
		List<String> pool = new ArrayList<>();
		for (int i = 0; i < 40; i++) {
			pool.add(body(random));
		}
		int known = 0;
		int found = 0;
		JsonTape[] tapes = new JsonTape[pool.size()];
		for (int i = 0; i < 6_000; i++) {
			int which = random.nextInt(pool.size());
			if (random.nextInt(40) == 0) {
				pool.set(which, body(random));
			}
			Read read = read(pool.get(which));
			assertThat(read).as("Body %d", i).isEqualTo(readAnew(pool.get(which)));
			known += (tapes[which] == read.tape()) ? 1 : 0;
			tapes[which] = read.tape();
			found += read.findings.isEmpty() ? 0 : 1;
		}
		assertThat(known).isGreaterThan(1_500);
		assertThat(found).isBetween(1_000, 5_500);
	}

	private static String body(Random random) {
		String[] texts = { "plain words", "' OR 1=1 --", "<b>bold</b>", "<script>alert(1)</script>", "Maria O'Neill",
				"; rm -rf /tmp/x", "{\\\"$ne\\\":1}", "\u65e5\u672c", "SELECT name FROM users", "42", "${7*7}" };
		StringBuilder body = new StringBuilder("{\"id\":" + random.nextInt(3));
		for (int i = 3 + random.nextInt(6); i > 0; i--) {
			String text = texts[random.nextInt((random.nextInt(4) == 0) ? texts.length : 1)];
			body.append(",\"").append((char) ('a' + i)).append("\":[\"ordinary words of a note\",\"").append(text);
			body.append(" ".repeat(random.nextInt(2))).append("\"]");
		}
		return body.append('}').toString();
	}

	private Read read(String body) {
		return read(this.leaves::scan, this.pipeline, body);
	}

	private Read readAnew(String body) {
		return read(JsonLeaves.strict()::scan, pipeline(EnforcementMode.BLOCK), body);
	}

	private static Read read(Scan leaves, InspectionPipeline pipeline, String body) {
		Exchange exchange = begin(pipeline);
		BoundedValues values = new BoundedValues();
		boolean read = leaves.scan(bytes(body), sieve(pipeline, exchange), values);
		OmittedValues omitted = values.omitted();
		if (omitted != null) {
			InnerDocuments.unfold(values, values::add);
			pipeline.arrived(exchange, values, omitted);
		}
		return new Read(read, omitted, values.counted(), values.weight(), exchange.findings());
	}

	private static CanonicalValueReader reader() {
		return new CanonicalValueReader(FamilyTraits.reader());
	}

	private static ValueReader.Sieve sieve(InspectionPipeline pipeline, Exchange exchange) {
		return Objects.requireNonNull(pipeline.sieve(exchange));
	}

	private static Exchange begin(InspectionPipeline pipeline) {
		Exchange exchange = pipeline.begin(new RequestFacts("POST", "/orders", new ClientIdentity("192.0.2.1"), false));
		pipeline.enter(exchange, Phase.REQUEST, List.of());
		return exchange;
	}

	private InspectionPipeline pipeline(EnforcementMode mode) {
		Policy policy = Policy.of(mode);
		return new InspectionPipeline((method, path) -> policy, this.detectors, reader(), List.of(), (event) -> {
		}, () -> "reference", Clock.systemUTC());
	}

	private static byte[] bytes(String json) {
		return json.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Reads a body.
	 */
	private interface Scan {

		boolean scan(byte[] body, ValueReader.Sieve sieve, BoundedValues values);

	}

	/**
	 * What became of a body. Equal to another of which the same was found.
	 */
	private static final class Read {

		private final boolean read;

		private final @Nullable OmittedValues omitted;

		private final int counted;

		private final long weight;

		private final List<Finding> findings;

		Read(boolean read, @Nullable OmittedValues omitted, int counted, long weight, List<Finding> findings) {
			this.read = read;
			this.omitted = omitted;
			this.counted = counted;
			this.weight = weight;
			this.findings = findings;
		}

		JsonTape tape() {
			return Objects.requireNonNull(Objects.requireNonNull(this.omitted).tape());
		}

		Object named() {
			return Objects.requireNonNull(this.omitted).named();
		}

		List<InputValue> all() {
			return (this.omitted != null) ? this.omitted.all().get() : List.of();
		}

		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof Read that && this.read == that.read && this.counted == that.counted
					&& this.weight == that.weight && this.findings.equals(that.findings) && all().equals(that.all());
		}

		@Override
		public int hashCode() {
			return this.counted;
		}

	}

}
