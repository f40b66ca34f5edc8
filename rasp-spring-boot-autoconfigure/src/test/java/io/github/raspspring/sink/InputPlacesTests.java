package io.github.raspspring.sink;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.raspspring.engine.EnforcementMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that many inputs are found where each would be found by itself.
 */
class InputPlacesTests {

	private static final int MANY = 300;

	private static final List<String> PIECES = List.of("a", "A", "b", "aa", "ab", "'", "''", " ", "\t", "1", "union",
			"UNION", "\u00e9", "\u00c9", "\u017f", "s", "S", "\u212a", "k", "K", "i", "\u0130", "\u00a0", ",", "aaaa",
			"\ud83d\ude00");

	private final SinkRequests requests = new SinkRequests(EnforcementMode.BLOCK);

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void nextWhenInputsAreManyThenSamePlacesAsOneByOne(int seed) {
		Random random = new Random(seed);
		List<String> inputs = IntStream.range(0, MANY).mapToObj((i) -> text(random, 1 + random.nextInt(6))).toList();
		SinkInputs many = inputsOf(inputs);
		for (int i = 0; i < 20; i++) {
			String text = text(random, 200);
			assertThat(found(text, many)).isEqualTo(expected(text, many)).isNotEmpty();
		}
	}

	@Test
	void nextWhenInputsAreFewThenSamePlacesAsOneByOne() {
		Random random = new Random(9);
		SinkInputs few = inputsOf(IntStream.range(0, 20).mapToObj((i) -> text(random, 1 + random.nextInt(4))).toList());
		for (int i = 0; i < 20; i++) {
			String text = text(random, 200);
			assertThat(found(text, few)).isEqualTo(expected(text, few)).isNotEmpty();
		}
	}

	@Test
	void isRepeatedWhenSameTextCameBeforeThenTrue() {
		List<String> inputs = Stream.concat(IntStream.range(0, MANY).mapToObj((i) -> "row " + i), Stream.of("row 7"))
			.toList();
		SinkInputs repeated = inputsOf(inputs);
		assertThat(repeated.isRepeated(7)).isFalse();
		assertThat(repeated.isRepeated(MANY)).isTrue();
		assertThat(found("say row 7!", repeated).keySet()).containsExactly("7", "7'");
	}

	private SinkInputs inputsOf(List<String> inputs) {
		SinkInputs read = this.requests.inputs(inputs.toArray(String[]::new));
		// As if much had been compared already.
		InputPlaces.of("x".repeat(2_000), read, (input) -> true);
		return read;
	}

	private static Map<String, List<Long>> found(String text, SinkInputs inputs) {
		Map<String, List<Long>> found = new TreeMap<>();
		InputPlaces places = InputPlaces.of(text, inputs, (input) -> true);
		while (places.nextInput()) {
			List<Long> plain = new ArrayList<>();
			for (long place = places.next(0); place >= 0; place = places.next(Occurrence.end(place))) {
				plain.add(place);
			}
			List<Long> escaped = new ArrayList<>();
			for (long place = places.nextEscaped(0); place >= 0; place = places.nextEscaped(Occurrence.end(place))) {
				escaped.add(place);
			}
			put(found, places.input(), plain, escaped);
		}
		return found;
	}

	private static Map<String, List<Long>> expected(String text, SinkInputs inputs) {
		Map<String, List<Long>> expected = new TreeMap<>();
		for (int i = 0; i < inputs.size(); i++) {
			if (!inputs.isRepeated(i)) {
				String input = inputs.text(i);
				boolean quoted = input.indexOf('\'') >= 0;
				put(expected, i, oneByOne(text, input), quoted ? oneByOne(text, input.replace("'", "''")) : List.of());
			}
		}
		return expected;
	}

	private static List<Long> oneByOne(String text, String input) {
		List<Long> places = new ArrayList<>();
		for (long place = Occurrence.find(text, input, 0); place >= 0; place = Occurrence.find(text, input,
				Occurrence.end(place))) {
			places.add(place);
		}
		return places;
	}

	private static void put(Map<String, List<Long>> places, int input, List<Long> plain, List<Long> escaped) {
		if (!plain.isEmpty() || !escaped.isEmpty()) {
			places.put(Integer.toString(input), plain);
			places.put(input + "'", escaped);
		}
	}

	private static String text(Random random, int pieces) {
		return IntStream.range(0, pieces)
			.mapToObj((i) -> PIECES.get(random.nextInt(PIECES.size())))
			.collect(Collectors.joining());
	}

}
