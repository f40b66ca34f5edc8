package io.github.raspspring.text;

import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TraitsTests {

	private static final int SINGLE = Long.numberOfTrailingZeros(Traits.SQL);

	private final Random random = new Random(5);

	/**
	 * Traits from which nothing follows are told before all rules are asked. One more
	 * trait, from which one thing follows, has all of them asked.
	 */
	@Test
	void completeWhenOneMoreTraitTellsThenNothingElseFollows() {
		for (int i = 0; i < 200_000; i++) {
			long traits = 0;
			for (int bits = this.random.nextInt(5); bits >= 0; bits--) {
				traits |= 1L << this.random.nextInt(SINGLE);
			}
			traits |= this.random.nextBoolean() ? Traits.HANDLER : 0;
			traits |= ((traits & Traits.AT) != 0) ? Traits.AT_NAME : 0;
			long found = TraitConclusions.of(traits);
			assertThat(without(Traits.TYPE_MARK, Traits.TYPE_HINT, traits)).isEqualTo(found & ~Traits.TYPE_HINT);
			assertThat(without(Traits.OPENING, Traits.EXPRESSION, traits)).isEqualTo(found & ~Traits.EXPRESSION);
		}
	}

	private static long without(long more, long following, long traits) {
		return TraitConclusions.of(traits | more) & ~following & ~(more & ~traits);
	}

}
