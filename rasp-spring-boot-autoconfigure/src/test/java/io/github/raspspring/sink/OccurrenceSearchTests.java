package io.github.raspspring.sink;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import io.github.raspspring.attack.Pieces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OccurrenceSearch}.
 */
class OccurrenceSearchTests {

	private static final String[] PIECES = { "a", "A", "b", "K", "\u212A", "i", "\u0130", " ", "\u00A0", "'", "--",
			"or", "OR", "\n" };

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "abd|abc|0", "abc|ABD abd|0", "a-b|a_b a--b|0", "x|yyy|0", "''|'x'|0", "1=1|1 <> 1|0", "ab|ab|1",
					"ab|AB ab Ab aB|4", "a b|a  b,ab,a\tb|3", "or 1|OR1 or  1|2", "'x'|''x'' 'X'|2", "aa|aaaa|2" })
	void nextWhenInputOccursThenFindsEachPlaceOnce(String input, String text, int places) {
		assertThat(places(text, input)).hasSize(places);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void nextWhenTextIsAnyThenFindsWhatIsThereWithoutCaseAndBlanks(int seed) {
		Random random = new Random(seed);
		for (int i = 0; i < 2_000; i++) {
			String text = Pieces.text(random, PIECES) + Pieces.text(random, PIECES);
			String input = Pieces.text(random, PIECES).substring(0, 1) + Pieces.text(random, PIECES).substring(0, 1);
			int expected = countWithout(compact(text), compact(input));
			assertThat(places(text, input)).as("<%s> in <%s>", input, text).hasSize(expected);
		}
	}

	@Test
	void nextWhenEveryPlaceAlmostMatchesThenFindsTheOnesThatDo() {
		String almost = "ab".repeat(2_000);
		String text = (almost + "x").repeat(40) + almost + "y" + (almost + "x").repeat(40) + almost + "y";
		assertThat(places(text, almost + "y")).hasSize(2);
	}

	private static IntStream seeds() {
		return IntStream.rangeClosed(1, 6);
	}

	private static List<Long> places(String text, String input) {
		OccurrenceSearch search = new OccurrenceSearch(text, input, 0);
		List<Long> places = new ArrayList<>();
		for (long place = search.next(); place != Occurrence.NONE; place = search.next()) {
			assertThat(compact(text.substring(Occurrence.start(place), Occurrence.end(place))))
				.isEqualTo(compact(input));
			places.add(place);
		}
		return places;
	}

	private static int countWithout(String text, String input) {
		int count = 0;
		for (int i = text.indexOf(input); i >= 0 && !input.isEmpty(); i = text.indexOf(input, i + input.length())) {
			count++;
		}
		return count;
	}

	private static String compact(String text) {
		StringBuilder compact = new StringBuilder();
		for (char c : text.toCharArray()) {
			if (!CharMask.isBlank(c)) {
				compact.append(CharMask.fold(c));
			}
		}
		return compact.toString();
	}

}
