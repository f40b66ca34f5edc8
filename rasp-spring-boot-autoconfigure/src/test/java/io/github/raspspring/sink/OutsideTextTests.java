package io.github.raspspring.sink;

import java.util.Objects;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of texts without what stands within their literals.
 */
class OutsideTextTests {

	@Test
	void hashWhenLiteralsOrDigitsOfNumbersDifferThenIsTheSame() {
		OutsideText one = new OutsideText("f('ab', 17)", 0, new int[] { 3, 5 }, 2, new int[] { 8, 10 }, true, true);
		OutsideText other = new OutsideText("f('x', 25)", 0, new int[] { 3, 4 }, 2, new int[] { 7, 9 }, true, true);
		assertThat(one.hash()).isEqualTo(other.hash());
	}

	@Test
	void hashWhenDigitsOfNamesDifferThenDiffers() {
		OutsideText one = text("f1('ab')", new int[] { 4, 6 });
		assertThat(one.hash()).isNotEqualTo(text("f2('ab')", new int[] { 4, 6 }).hash());
	}

	@Test
	void hashWhenTextIsReadInOtherWayThenDiffers() {
		OutsideText one = new OutsideText("f('ab')", 0, new int[] { 3, 5 }, 2, new int[0], true, true);
		OutsideText other = new OutsideText("f('ab')", 1, new int[] { 3, 5 }, 2, new int[0], true, true);
		assertThat(one.hash()).isNotEqualTo(other.hash());
	}

	@Test
	void hashWhenTextOutsideDiffersThenDiffers() {
		OutsideText one = text("f('ab', 17)", new int[] { 3, 5 });
		assertThat(one.hash()).isNotEqualTo(text("g('ab', 17)", new int[] { 3, 5 }).hash());
		assertThat(one.hash()).isNotEqualTo(text("f('ab', 7)", new int[] { 3, 5 }).hash());
		assertThat(one.hash()).isNotEqualTo(text("f(ab, 17)", new int[] {}).hash());
	}

	@Test
	void blankedWhenTextHasLiteralsThenKeepsPlacesOfWhatIsOutside() {
		OutsideText text = text("f('ab', 17, '')", new int[] { 3, 5, 13, 13 });
		assertThat(text.blanked().replace('\0', ' ')).isEqualTo("f('  ', 00, '')");
	}

	@Test
	void maskWhenCharactersStandInLiteralsOnlyThenLeavesThemOut() {
		long mask = text("f('xyz')", new int[] { 3, 6 }).mask();
		assertThat(mask).isEqualTo(CharMask.of("f('')"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "f1('ab', 17)", "f1('xyz', 25)", "f1('', 99)", "f1('a''b', 17)", "f1('f2(3)', 17)" })
	void isLikeWhenLiteralsAndDigitsOfNumbersDifferThenTrue(String other) {
		assertThat(numbered().isLike(other, 0)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "f2('ab', 17)", "f1('ab', 1x)", "f1('ab', 170)", "f1('ab', 1)", "f1('ab', 17) or 1",
			"f1('ab'', 17)", "f1('a'b', 17)", "f1(\"ab\", 17)", "f1(ab, 17)", "f1('ab', '17')" })
	void isLikeWhenAnythingElseDiffersThenFalse(String other) {
		assertThat(numbered().isLike(other, 0)).isFalse();
	}

	@Test
	void isLikeWhenLanguageDiffersThenFalse() {
		assertThat(numbered().isLike("f1('x', 25)", 0)).isTrue();
		assertThat(numbered().isLike("f1('x', 25)", 1)).isFalse();
	}

	@Test
	void isLikeWhenBackslashMeansNothingThenIsAnyOtherCharacter() {
		String other = "f('a\\', 17)";
		assertThat(new OutsideText("f('', 17)", 0, new int[] { 3, 3 }, 2, new int[0], true, false).isLike(other, 0))
			.isTrue();
		assertThat(new OutsideText("f('', 17)", 0, new int[] { 3, 3 }, 2, new int[0], true, true).isLike(other, 0))
			.isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "x = 'y'", "'y' = x", "'", "''", "it's", "'x' + 'y'", "x);", "\"x\")" })
	void isApartWhenQuoteHasNoNeighborOfCodeThenTrue(String input) {
		assertThat(numbered().isApart(input, CharMask.of(input))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "f('x'", "'x',", "x', y", "it's,", "f1( x'", "x\\", "f1(", ", 25)", "' ,", "x ('" })
	void isApartWhenInputMayStandBesideQuoteOrOutsideThenFalse(String input) {
		assertThat(numbered().isApart(input, CharMask.of(input))).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '¦', textBlock = """
			select id from books      ¦ select id from books
			sel-ect i-d fr-om b-ooks  ¦ select id from books
			select * from it          ¦ selectxyz from it
			it fr om bo oks           ¦ (from books)
			select id from a where    ¦ select id from books
			some thing x              ¦ something
			id 17 = 25 or 17          ¦ id 25 = 17 or 33
			ab cd efg                 ¦ abcd1234efg
			a b c d e f               ¦ abcdef
			""")
	void mayTellWhenPiecesStandOneBehindTheOtherThenTrue(String input, String text) {
		assertThat(text(text, new int[0]).mayTell(input)).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '¦', textBlock = """
			select id from books  ¦ select title, price, from authors
			the left hand, part   ¦ (customer_name, shipping_address, description)
			ab cd ef              ¦ ab(cd)ef
			ab cd ef              ¦ abxcdxef
			abcd efgh             ¦ abcd12345efgh
			""")
	void mayTellWhenPiecesStandApartThenFalse(String input, String text) {
		assertThat(text(text, new int[0]).mayTell(input)).isFalse();
	}

	@Test
	void isLikeWhenAnApostropheBelongsToNoLiteralThenFalse() {
		OutsideText text = new OutsideText("f(\"it's\", 'ab')", 0, new int[] { 11, 13 }, 2, new int[0], true, true);
		assertThat(text.isLike("f(\"it's\", 'x')", 0)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { ", ('r')", ", ('r', 17, 'r')", " or a = 'r'" })
	void emptiedWhenTextHasManyRowsThenIsLikeAnyNumberOfThem(String row) {
		OutsideText few = emptied("f('r')" + row.repeat(9));
		for (int rows = 4; rows < 100; rows++) {
			assertThat(few.isLike("f('x')" + row.replace("r'", "it''s'").repeat(rows), 0)).as(rows + row).isTrue();
		}
		assertThat(few.length()).isLessThan(("f('r')" + row.repeat(5)).length());
		assertThat(few.isLike("f('r')", 0)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { ", ('r'))", ", ('r'), ()", ", ('r', 1)", ", ('r'), ('r') or ('r')", ", ('r'), (1), ('r')",
			", ('r'), ('r", ", ('r'),('r')" })
	void emptiedWhenOtherTextHasAnotherRowThenIsNotLikeIt(String end) {
		OutsideText few = emptied("f('r')" + ", ('r')".repeat(9));
		for (int rows = 0; rows < 20; rows++) {
			assertThat(few.isLike("f('r')" + ", ('r')".repeat(rows) + end, 0)).as(rows + end).isFalse();
			assertThat(few.isLike("f('r')" + ", ('r')".repeat(rows) + end + ", ('r')".repeat(9), 0)).isFalse();
		}
	}

	@Test
	void emptiedWhenRowsStandBetweenOtherLiteralsThenThoseStay() {
		OutsideText few = emptied("f('a') in ('b'" + ", 'c'".repeat(9) + ") and x = 17 and y = 'd'");
		assertThat(few.isLike("f('') in (''" + ", 'z'".repeat(30) + ") and x = 25 and y = ''", 0)).isTrue();
		assertThat(few.isLike("f('') in (''" + ", 'z'".repeat(30) + ") and x = 251 and y = ''", 0)).isFalse();
		assertThat(few.isLike("f('') in (''" + ", 'z'".repeat(30) + ")", 0)).isFalse();
	}

	@Test
	void emptiedWhenCodeIsTooLongThenIsNone() {
		OutsideText text = parsed("f('a') " + "and x = y ".repeat(20));
		assertThat(text.emptied(100)).isNull();
		assertThat(text.emptied(1000)).isNotNull();
	}

	private static OutsideText emptied(String text) {
		return Objects.requireNonNull(parsed(text).emptied(1000));
	}

	/**
	 * All apostrophes begin or end a literal, and 17 is a number if it stands alone.
	 */
	private static OutsideText parsed(String text) {
		int[] literals = IntStream.range(0, text.length()).filter((i) -> text.charAt(i) == '\'').toArray();
		for (int i = 0; i < literals.length; i += 2) {
			literals[i]++;
		}
		int number = text.indexOf("17");
		int[] numbers = (number < 0 || text.indexOf("17", number + 1) > 0) ? new int[0]
				: new int[] { number, number + 2 };
		return new OutsideText(text, 0, literals, literals.length, numbers, true, true);
	}

	private static OutsideText numbered() {
		return new OutsideText("f1('ab', 17)", 0, new int[] { 4, 6 }, 2, new int[] { 9, 11 }, true, true);
	}

	private static OutsideText text(String text, int[] literals) {
		return new OutsideText(text, 0, literals, literals.length, new int[0], true, true);
	}

}
