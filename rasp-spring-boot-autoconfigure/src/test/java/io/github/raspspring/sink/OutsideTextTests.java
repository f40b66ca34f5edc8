package io.github.raspspring.sink;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of texts without what stands within their literals.
 */
class OutsideTextTests {

	@Test
	void hashWhenLiteralsOrDigitsDifferThenIsTheSame() {
		OutsideText one = new OutsideText("f('ab', 17)", new int[] { 3, 5 }, 2);
		OutsideText other = new OutsideText("f('x', 25)", new int[] { 3, 4 }, 2);
		assertThat(one.hash()).isEqualTo(other.hash());
	}

	@Test
	void hashWhenTextOutsideDiffersThenDiffers() {
		OutsideText one = new OutsideText("f('ab', 17)", new int[] { 3, 5 }, 2);
		assertThat(one.hash()).isNotEqualTo(new OutsideText("g('ab', 17)", new int[] { 3, 5 }, 2).hash());
		assertThat(one.hash()).isNotEqualTo(new OutsideText("f('ab', 7)", new int[] { 3, 5 }, 2).hash());
		assertThat(one.hash()).isNotEqualTo(new OutsideText("f(ab, 17)", new int[] {}, 0).hash());
	}

	@Test
	void blankedWhenTextHasLiteralsThenKeepsPlacesOfWhatIsOutside() {
		OutsideText text = new OutsideText("f('ab', 17, '')", new int[] { 3, 5, 13, 13 }, 4);
		assertThat(text.blanked().replace('\0', ' ')).isEqualTo("f('  ', 00, '')");
	}

	@Test
	void maskWhenCharactersStandInLiteralsOnlyThenLeavesThemOut() {
		long mask = new OutsideText("f('xyz')", new int[] { 3, 6 }, 2).mask();
		assertThat(mask).isEqualTo(CharMask.of("f('')"));
	}

}
