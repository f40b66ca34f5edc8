package io.github.raspspring.attack;

import io.github.raspspring.autoconfigure.FamilyTraits;
import io.github.raspspring.engine.ValueDetector;
import io.github.raspspring.text.TraitReader;
import io.github.raspspring.text.Traits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What machines write again and again is shown to no detector, which costs the least.
 */
class QuietValueTests {

	private static final TraitReader TRAITS = FamilyTraits.reader();

	private static final long INTEREST = Judgement.byAll()
		.detectors()
		.stream()
		.mapToLong(ValueDetector::triggers)
		.reduce(0, (one, other) -> one | other);

	@ParameterizedTest
	@ValueSource(strings = { "EUR", "SKU-00037", "2026-11-23T10:15:30Z", "2026-07-09T07:03:19.767+02:00", "88.95",
			"978-889192581", "anna@example.com", "10:15", "IN PROGRESS", "black and white, or gray",
			"7aac32f2-288f-619d-8ae4-43668c911315" })
	void readWhenTextIsOrdinaryThenMeetsNoTrigger(String text) {
		assertThat(TRAITS.read(text) & INTEREST).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "aria2c", "x|aria2c", "ARIA2C" })
	void readWhenCommandGoesOnBehindDigitThenIsKnown(String text) {
		assertThat(TRAITS.read(text) & Traits.COMMAND_WORD).isNotZero();
	}

	@Test
	void readWhenBeanIsNamedThenMeetsTriggerOfExpressions() {
		for (String text : new String[] { "@environment.activeProfiles", "@systemProperties", "@systemProperties$x",
				"@environment?.activeProfiles", "@system.diagnostics.process" }) {
			assertThat(TRAITS.read(text) & Traits.EXPRESSION).as(text).isNotZero();
		}
	}

}
