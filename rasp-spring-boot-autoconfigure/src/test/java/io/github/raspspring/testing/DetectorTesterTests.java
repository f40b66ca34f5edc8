package io.github.raspspring.testing;

import java.util.Map;
import java.util.Set;

import io.github.raspspring.attack.sql.SqlInjectionDetector;
import io.github.raspspring.autoconfigure.FamilyTraits;
import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Detector;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.Subject;
import io.github.raspspring.engine.ValueDetector;
import io.github.raspspring.engine.ValueView;
import io.github.raspspring.inspect.CanonicalValueReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A detector is judged in a test as it is in an application.
 */
class DetectorTesterTests {

	private static final Subject BOB = new Subject("bob", null, Map.of(), Set.of());

	private final DetectorTester coupons = DetectorTester.of(new CouponDetector());

	@ParameterizedTest
	@ValueSource(strings = { "FREE-2026", "take FREE-2026 now", "%46REE-2026", "%2546REE%2D2026", "&#70;REE-2026",
			"RlJFRS0yMDI2ISBGUkVFLTIwMjY=" })
	void findsWhatTheDetectorSeesOnceEncodingsAreRemoved(String value) {
		assertThat(this.coupons.judge(InputLocation.QUERY, "coupon", value))
			.extracting((finding) -> finding.rule().id())
			.containsExactly("leaked-coupon");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "SUMMER", "FREE 2026", "%46REE 2026", "gratis", "RlJFRSBhcyBpbiBiZWVyIHRvZGF5" })
	void findsNothingElse(String value) {
		assertThat(this.coupons.judge(InputLocation.QUERY, "coupon", value)).isEmpty();
		assertThat(this.coupons.decide(new InputValue(InputLocation.QUERY, "coupon", value)).refuses()).isFalse();
	}

	@Test
	void decidesAsModeBlockWould() {
		assertThat(this.coupons.decide(new InputValue(InputLocation.JSON, "/coupon", "FREE-2026")).refuses()).isTrue();
	}

	@Test
	void runsDetectorsOfAllPhases() {
		InputValue any = new InputValue(InputLocation.QUERY, "q", "x");
		for (Phase phase : Phase.values()) {
			DetectorTester tester = DetectorTester.of(new StaffDetector(phase)).request("DELETE", "/staff/7");
			assertThat(tester.subject(BOB).judge(any)).hasSize((phase == Phase.REQUEST) ? 0 : 1);
			assertThat(tester.judge(any)).isEmpty();
		}
	}

	@Test
	void readsAsTheApplicationDoesForDetectorsOfTheProduct() {
		DetectorTester tester = DetectorTester.of(new SqlInjectionDetector(),
				new CanonicalValueReader(FamilyTraits.reader()));
		assertThat(tester.judge(InputLocation.FORM, "name", "x' OR '1'='1")).isNotEmpty();
		assertThat(tester.judge(InputLocation.FORM, "name", "O'Neill")).isEmpty();
	}

	@Test
	void hidesNoFailureOfTheDetector() {
		DetectorTester tester = DetectorTester.of(new BrokenDetector());
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> tester.judge(InputLocation.QUERY, "q", "x"))
			.withMessageContaining("broken")
			.havingCause()
			.isInstanceOf(IllegalStateException.class);
	}

	private static final class CouponDetector implements ValueDetector {

		private static final Rule RULE = new Rule("leaked-coupon", "CWE-840", "A coupon that leaked is used.",
				"Withdraw it.");

		@Override
		public String name() {
			return "coupon";
		}

		@Override
		public Category category() {
			return Category.ABUSE;
		}

		@Override
		public void detect(ValueView view, Findings findings) {
			if (view.text().contains("FREE-2026")) {
				findings.add(Finding.of(this, RULE).confidence(Confidence.STRONG).at(view.input()).build());
			}
		}

	}

	private record StaffDetector(Phase phase) implements Detector {

		private static final Rule RULE = new Rule("not-staff", "CWE-285", "A stranger deletes.", "Ask who it is.");

		@Override
		public String name() {
			return "staff";
		}

		@Override
		public Category category() {
			return Category.ABUSE;
		}

		@Override
		public void detect(Inspection inspection, Findings findings) {
			if (inspection.subject() != null && inspection.method().equals("DELETE")
					&& inspection.path().startsWith("/staff/")) {
				findings.add(Finding.of(this, RULE).build());
			}
		}

	}

	private static final class BrokenDetector implements Detector {

		@Override
		public String name() {
			return "broken";
		}

		@Override
		public Category category() {
			return Category.ABUSE;
		}

		@Override
		public void detect(Inspection inspection, Findings findings) {
			throw new IllegalStateException("broken");
		}

	}

}
