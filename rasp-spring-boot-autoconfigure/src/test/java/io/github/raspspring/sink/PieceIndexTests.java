package io.github.raspspring.sink;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of texts without their blanks.
 */
class PieceIndexTests {

	@Test
	void lastWhenTextIsReadFromItsEndThenFindsAllPlaces() {
		Random random = new Random(7);
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < 9000; i++) {
			text.append("abcAB ,'\t".charAt(random.nextInt(9)));
		}
		text.insert(3, "xy").insert(4000, "zx").append("yz");
		PieceIndex index = PieceIndex.fromEnd(text.toString());
		for (String pair : List.of("yz", "ab", "zx", ",'", "xy", "ca")) {
			assertThat(places(index, pair)).isEqualTo(placesIn(text.toString(), pair)).isNotEmpty();
		}
	}

	@Test
	void lastWhenTwoCharactersStandNowhereThenThereIsNone() {
		assertThat(PieceIndex.fromEnd("").last('a', 'b')).isNegative();
		assertThat(places(PieceIndex.fromEnd("b a".repeat(2000)), "bb")).isEmpty();
	}

	@Test
	void lastWhenEndSufficesThenReadsNoMore() {
		PieceIndex index = PieceIndex.fromEnd("ab".repeat(50_000));
		assertThat(index.position(index.last('a', 'b'))).isEqualTo(99_998);
		assertThat(index.length()).isLessThan(4000);
	}

	private static List<Integer> places(PieceIndex index, String pair) {
		List<Integer> places = new ArrayList<>();
		for (int place = index.last(pair.charAt(0), pair.charAt(1)); place >= 0; place = index.before(place)) {
			if (index.charAt(place) == pair.charAt(0) && index.charAt(place + 1) == pair.charAt(1)) {
				places.add(index.position(place));
			}
		}
		return places;
	}

	private static List<Integer> placesIn(String text, String pair) {
		List<Integer> places = new ArrayList<>();
		for (int i = text.length() - 1; i >= 0; i--) {
			int next = Occurrence.skipBlanks(text, i + 1);
			if (next < text.length() && CharMask.fold(text.charAt(i)) == pair.charAt(0)
					&& CharMask.fold(text.charAt(next)) == pair.charAt(1)) {
				places.add(i);
			}
		}
		return places;
	}

}
