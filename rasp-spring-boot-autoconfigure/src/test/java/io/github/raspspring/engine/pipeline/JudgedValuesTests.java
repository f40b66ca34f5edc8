package io.github.raspspring.engine.pipeline;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputName;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.RepeatableDetector;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.inspect.CanonicalValueReader;
import io.github.raspspring.text.TraitReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is judged once and not again, and what is judged each time.
 */
class JudgedValuesTests {

	private final List<String> judged = new ArrayList<>();

	private final AtomicLong timeAsked = new AtomicLong();

	private boolean failing;

	private boolean secret;

	@ParameterizedTest
	@EnumSource
	void requestWhenItsValueIsKnownToBeCleanThenIsNotJudgedAgain(InputLocation location) {
		InspectionPipeline pipeline = pipeline(true);
		request(pipeline, "/a", new InputValue(location, "name", "good"));
		request(pipeline, "/a", new InputValue(location, "name", "good"));
		assertThat(this.judged).containsExactly("good");
	}

	@ParameterizedTest
	@EnumSource
	void requestWhenValueIsLongThenIsJudgedTwiceUnlessItComesWithEachRequest(InputLocation location) {
		InspectionPipeline pipeline = pipeline(true);
		InputValue value = new InputValue(location, "name", "good".repeat(200));
		for (int i = 0; i < 5; i++) {
			request(pipeline, "/a", value);
		}
		assertThat(this.judged).hasSize(JudgedValues.isRepeated(value) ? 5 : 2);
	}

	@Test
	void requestWhenValueIsVeryLongThenIsJudgedEachTime() {
		InspectionPipeline pipeline = pipeline(true);
		for (int i = 0; i < 3; i++) {
			request(pipeline, "/a", new InputValue(InputLocation.JSON, "/text", "good ".repeat(4_000)));
		}
		assertThat(this.judged).hasSize(3);
	}

	@Test
	void requestWhenLongValueDiffersInOneCharacterThenIsJudged() {
		InspectionPipeline pipeline = pipeline(true);
		String known = "good ".repeat(100);
		for (int i = 0; i < 3; i++) {
			request(pipeline, "/a", new InputValue(InputLocation.JSON, "/text", known));
		}
		this.judged.clear();
		for (int i = 0; i <= known.length() - 4; i++) {
			String other = known.substring(0, i) + "evil" + known.substring(i + 4);
			assertThat(request(pipeline, "/a", new InputValue(InputLocation.JSON, "/text", other))).isTrue();
		}
		assertThat(this.judged).hasSize(known.length() - 3);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 300 })
	void requestWhenFindingIsWeakThenIsToldEachTimeAndMadeOnce(int times) {
		InspectionPipeline pipeline = pipeline(true);
		InputValue value = new InputValue(InputLocation.JSON, "/text", "odd ".repeat(times));
		List<Finding> first = findings(pipeline, value);
		findings(pipeline, value);
		int judged = this.judged.size();
		assertThat(findings(pipeline, value)).isEqualTo(first).hasSize(1);
		assertThat(this.judged).hasSize(judged);
	}

	/**
	 * What was not told because other values had enough of it is found where none has.
	 */
	@Test
	void requestWhenFindingWasLeftOutThenIsFoundWhereItIsNot() {
		InspectionPipeline pipeline = pipeline(true);
		List<InputValue> many = IntStream.range(0, 12).mapToObj((i) -> odd(i)).toList();
		InputValue[] all = many.toArray(InputValue[]::new);
		List<Finding> first = findings(pipeline, all);
		assertThat(first).hasSize(8);
		assertThat(findings(pipeline, all)).isEqualTo(first);
		assertThat(this.judged).hasSize(12);
		assertThat(findings(pipeline, odd(11))).hasSize(1);
		assertThat(findings(pipeline, odd(3))).hasSize(1);
		assertThat(findings(pipeline, all)).isEqualTo(first);
	}

	@Test
	void requestWhenPieceOfAValueWasCleanThenNothingIsSaidOfOthers() {
		InspectionPipeline pipeline = pipeline(true);
		String piece = "good".repeat(InspectionBudget.PIECE / 4);
		for (int i = 0; i < 3; i++) {
			request(pipeline, "/a", new InputValue(InputLocation.JSON, "/text", piece + "rest"));
		}
		this.judged.clear();
		request(pipeline, "/a", new InputValue(InputLocation.JSON, "/text", piece + "rest"));
		assertThat(this.judged).hasSizeGreaterThan(1);
	}

	@ParameterizedTest
	@EnumSource
	void requestWhenValueIsSecretThenIsNotKept(InputLocation location) {
		this.secret = true;
		InspectionPipeline pipeline = pipeline(true);
		request(pipeline, "/a", new InputValue(location, "name", "good"));
		request(pipeline, "/a", new InputValue(location, "name", "good"));
		assertThat(this.judged).hasSize(2);
	}

	@Test
	void requestWhenAllIsKnownThenTimeIsNotAskedFor() {
		InspectionPipeline pipeline = pipeline(true);
		request(pipeline, "/a", header("name", "good"));
		long asked = this.timeAsked.get();
		assertThat(asked).isPositive();
		request(pipeline, "/a", header("name", "good"));
		assertThat(this.timeAsked.get()).isEqualTo(asked);
		request(pipeline, "/a", header("name", "new"));
		assertThat(this.timeAsked.get()).isEqualTo(2 * asked);
	}

	@Test
	void requestWhenValueStandsElsewhereInDocumentThenIsJudged() {
		InspectionPipeline pipeline = pipeline(true);
		request(pipeline, "/a", member(InputName.ROOT.member("order").member("note")));
		request(pipeline, "/a", member(InputName.ROOT.member("order").member("note")));
		assertThat(this.judged).hasSize(1);
		request(pipeline, "/a", member(InputName.ROOT.member("customer").member("note")));
		request(pipeline, "/a", member(InputName.ROOT.member("note")));
		assertThat(this.judged).hasSize(3);
	}

	@Test
	void requestWhenMoreBodiesComeThanAreKeptThenHeadersStayKnown() {
		InspectionPipeline pipeline = pipeline(true);
		request(pipeline, "/a", header("name", "good"));
		for (int i = 0; i < 10_000; i++) {
			request(pipeline, "/a", new InputValue(InputLocation.JSON, "/name", "good" + i));
		}
		this.judged.clear();
		request(pipeline, "/a", header("name", "good"));
		assertThat(this.judged).isEmpty();
	}

	@Test
	void requestWhenItsValuesAreNumberedThenNoneTakesThePlaceOfAnother() {
		InspectionPipeline pipeline = pipeline(true);
		for (int round = 0; round < 3; round++) {
			this.judged.clear();
			for (int i = 0; i < 40; i++) {
				request(pipeline, "/a", header("x-context-" + i, "region=eu; shard=" + i));
				request(pipeline, "/a", new InputValue(InputLocation.QUERY, "filter[" + i + "]", "value-" + i));
			}
		}
		assertThat(this.judged).isEmpty();
	}

	@Test
	void textOfJsonWhenWasJudgedThenIsKnownAtItsPlaceOnly() {
		InspectionPipeline pipeline = pipeline(true);
		InputName note = InputName.ROOT.member("order").member("note");
		request(pipeline, "/a", member(note));
		assertThat(knows(pipeline, "/a", note, "good")).isTrue();
		assertThat(knows(pipeline, "/a", InputName.ROOT.member("order").member("note"), "good")).isTrue();
		assertThat(knows(pipeline, "/a", InputName.ROOT.member("note"), "good")).isFalse();
		assertThat(knows(pipeline, "/a", note, "goo")).isFalse();
		assertThat(knows(pipeline, "/a", note, "good ")).isFalse();
		assertThat(knows(pipeline, "/lenient", note, "good")).isFalse();
	}

	@Test
	void textOfJsonWhenAnotherLooksTheSameInAsciiThenIsNotKnown() {
		InspectionPipeline pipeline = pipeline(true);
		InputName note = InputName.ROOT.member("note");
		request(pipeline, "/a", InputValue.at(InputLocation.JSON, note, "g\u043e\u043ed", InputValue.Kind.VALUE));
		request(pipeline, "/a", InputValue.at(InputLocation.JSON, note, "g\u00e4d", InputValue.Kind.VALUE));
		request(pipeline, "/a", InputValue.at(InputLocation.JSON, note, "evil", InputValue.Kind.VALUE));
		assertThat(knows(pipeline, "/a", note, "g??d")).isFalse();
		assertThat(knows(pipeline, "/a", note, "g\u00e4d")).isFalse();
		assertThat(knows(pipeline, "/a", note, "evil")).isFalse();
	}

	@Test
	void requestWhenHeaderIsAnAttackThenIsRefusedEachTime() {
		InspectionPipeline pipeline = pipeline(true);
		for (int i = 0; i < 3; i++) {
			assertThat(request(pipeline, "/a", header("name", "evil"))).isTrue();
			assertThat(request(pipeline, "/a", header("name", "good"))).isFalse();
		}
	}

	@Test
	void requestWhenAnythingElseIsTheSameThenIsJudged() {
		InspectionPipeline pipeline = pipeline(true);
		request(pipeline, "/a", header("name", "good"));
		request(pipeline, "/a", header("name", "g\u043e\u043ed"));
		request(pipeline, "/a", header("other", "good"));
		request(pipeline, "/a", header("name", "good "));
		request(pipeline, "/a", InputValue.ofName(InputLocation.HEADER, "good"));
		request(pipeline, "/a", new InputValue(InputLocation.COOKIE, "name", "good"));
		assertThat(this.judged).hasSize(6);
	}

	@Test
	void requestWhenOtherDetectorsAreActiveThenIsJudged() {
		InspectionPipeline pipeline = pipeline(true);
		request(pipeline, "/lenient", header("name", "evil"));
		assertThat(request(pipeline, "/a", header("name", "evil"))).isTrue();
	}

	@Test
	void requestWhenDetectorMayAskWhatChangesThenIsJudgedEachTime() {
		InspectionPipeline pipeline = pipeline(false);
		request(pipeline, "/a", header("name", "good"));
		request(pipeline, "/a", header("name", "good"));
		assertThat(this.judged).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "who", "odd who" })
	void requestWhenRepeatableDetectorAsksForMoreThenIsJudgedEachTime(String text) {
		InspectionPipeline pipeline = pipeline(true);
		for (int i = 0; i < 3; i++) {
			request(pipeline, "/a", header("name", text));
			request(pipeline, "/a", new InputValue(InputLocation.JSON, "/text", text.repeat(100)));
		}
		assertThat(this.judged).hasSize(6);
	}

	@Test
	void requestWhenDetectorFailedThenIsJudgedAgain() {
		InspectionPipeline pipeline = pipeline(true);
		this.failing = true;
		request(pipeline, "/a", header("name", "good"));
		this.failing = false;
		request(pipeline, "/a", header("name", "good"));
		assertThat(this.judged).hasSize(2);
	}

	@Test
	void requestWhenMoreHeadersComeThanAreKeptThenAttacksAreFoundAmongThem() {
		InspectionPipeline pipeline = pipeline(true);
		for (int i = 0; i < 10_000; i++) {
			assertThat(request(pipeline, "/a", header("name", "good" + i))).isFalse();
		}
		for (int i = 0; i < 10_000; i++) {
			assertThat(request(pipeline, "/a", header("name", "evil" + i))).isTrue();
		}
	}

	private static InputValue member(InputName name) {
		return InputValue.at(InputLocation.JSON, name, "good", InputValue.Kind.VALUE);
	}

	private static InputValue header(String name, String value) {
		return new InputValue(InputLocation.HEADER, name, value);
	}

	private static boolean knows(InspectionPipeline pipeline, String path, InputName name, String text) {
		Exchange exchange = pipeline.begin(new RequestFacts("GET", path, new ClientIdentity("192.0.2.1"), false));
		byte[] bytes = (" \"" + text + "\"").getBytes(StandardCharsets.ISO_8859_1);
		return Objects.requireNonNull(pipeline.sieve(exchange)).knows(name, bytes, 2, bytes.length - 1);
	}

	private static InputValue odd(int number) {
		return new InputValue(InputLocation.JSON, "/text", "odd " + number);
	}

	private static List<Finding> findings(InspectionPipeline pipeline, InputValue... values) {
		Exchange exchange = pipeline.begin(new RequestFacts("GET", "/a", new ClientIdentity("192.0.2.1"), false));
		assertThat(pipeline.enter(exchange, Phase.REQUEST, List.of(values)).refuses()).isFalse();
		pipeline.complete(exchange, 200);
		return exchange.findings();
	}

	private static boolean request(InspectionPipeline pipeline, String path, InputValue value) {
		Exchange exchange = pipeline.begin(new RequestFacts("GET", path, new ClientIdentity("192.0.2.1"), false));
		boolean refused = pipeline.enter(exchange, Phase.REQUEST, List.of(value)).refuses();
		pipeline.complete(exchange, 200);
		return refused;
	}

	private InspectionPipeline pipeline(boolean repeatable) {
		Policy strict = Policy.of(EnforcementMode.BLOCK);
		Policy lenient = new Policy("lenient", EnforcementMode.BLOCK, 5, strict.failureMode(),
				strict.excludedParameters(), Map.of("evil", EnforcementMode.OFF), Map.of(), Set.of(),
				strict.unjudgedMode());
		return new InspectionPipeline((method, path) -> path.equals("/lenient") ? lenient : strict,
				List.of(repeatable ? new RepeatableEvilDetector(this::judged) : new EvilDetector(this::judged)),
				new Reader(), List.of(), (event) -> {
				}, () -> "reference", Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
				new InspectionBudget(Duration.ofDays(1), Duration.ZERO, this.timeAsked::incrementAndGet));
	}

	private void judged(String text) {
		this.judged.add(text);
		if (this.failing) {
			throw new IllegalStateException();
		}
	}

	private final class Reader implements ValueReader {

		@Override
		public void read(InputValue value, long interest, Visitor visitor) {
			AS_ARRIVED.read(value, interest, visitor);
		}

		@Override
		public Sieve sieve(long interest) {
			return new CanonicalValueReader(TraitReader.WITHOUT_WORDS).sieve(interest);
		}

		@Override
		public boolean isSecret(InputValue value) {
			return JudgedValuesTests.this.secret;
		}

	}

	private static final class RepeatableEvilDetector extends EvilDetector implements RepeatableDetector {

		RepeatableEvilDetector(Consumer<String> asked) {
			super(asked);
		}

	}

}
