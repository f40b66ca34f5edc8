package io.github.raspspring.sink;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of texts without what stands within their literals.
 */
class OutsideTextTests {

	@Test
	void hashWhenLiteralsOrDigitsDifferThenIsTheSame() {
		OutsideText one = text("f('ab', 17)", new int[] { 3, 5 });
		OutsideText other = text("f('x', 25)", new int[] { 3, 4 });
		assertThat(one.hash()).isEqualTo(other.hash());
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
	void isLikeWhenAnApostropheBelongsToNoLiteralThenFalse() {
		OutsideText text = new OutsideText("f(\"it's\", 'ab')", 0, new int[] { 11, 13 }, 2, new int[0], true);
		assertThat(text.isLike("f(\"it's\", 'x')", 0)).isFalse();
	}

	private static OutsideText numbered() {
		return new OutsideText("f1('ab', 17)", 0, new int[] { 4, 6 }, 2, new int[] { 9, 11 }, true);
	}

	private static OutsideText text(String text, int[] literals) {
		return new OutsideText(text, 0, literals, literals.length, new int[0], true);
	}

}
