package io.github.raspspring.engine.pipeline;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Decision.Action;
import io.github.raspspring.engine.Deliveries;
import io.github.raspspring.engine.Detector;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.FailureMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.ValueDetector;
import io.github.raspspring.engine.ValueView;
import io.github.raspspring.engine.event.DetectorFailed;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever a detector that an application brings throws, and wherever, is a failure of
 * that detector alone: counted once per exchange, and treated by the failure mode.
 */
class BroughtDetectorTests {

	static Stream<Named<Supplier<Throwable>>> failures() {
		return Stream.of(failure("exception", IllegalStateException::new),
				failure("sneaky checked", () -> new IOException("sneaky")),
				failure("sneaky timeout", TimeoutException::new), failure("assertion", AssertionError::new),
				failure("stack", StackOverflowError::new),
				failure("missing class", () -> new NoClassDefFoundError("a/B")), failure("linkage", LinkageError::new),
				failure("own error", () -> new Error("own")), failure("bare", () -> new Throwable("bare")),
				failure("missing method", NoSuchMethodError::new));
	}

	private static Named<Supplier<Throwable>> failure(String name, Supplier<Throwable> failure) {
		return Named.of(name, failure);
	}

	static Stream<Arguments> failing() {
		return Stream.of(Place.values()).flatMap((place) -> failures().map((failure) -> Arguments.of(place, failure)));
	}

	static Stream<Named<Detector>> sound() {
		return Stream.of(sound("finds nothing", (findings) -> {
		}), sound("finds what is weak", (findings) -> findings.add(weak())),
				sound("catches what it throws", (findings) -> {
					try {
						throw new IOException("own");
					}
					catch (IOException ex) {
						// Is none of the pipeline's business.
					}
				}), sound("recurses deeply and survives", (findings) -> assertThat(depth(2000)).isEqualTo(2000)),
				sound("finds much that is weak", (findings) -> {
					for (int i = 0; i < 1000; i++) {
						findings.add(weak());
					}
				}),
				sound("asks whether it found enough", (findings) -> findings.haveEnoughOf(new Sound("other", (all) -> {
				}), EvilDetector.RULE, Confidence.WEAK)),
				Named.of("is not concerned", new Sound("sound", (findings) -> {
					throw new IllegalStateException("must not be asked");
				}) {

					@Override
					public boolean supports(Inspection inspection) {
						return false;
					}

				}));
	}

	private static Named<Detector> sound(String name, Consumer<Findings> judgement) {
		return Named.of(name, new Sound("sound", judgement));
	}

	@ParameterizedTest
	@MethodSource("sound")
	void detectorThatDoesNotFailIsReportedByNobody(Detector detector) {
		Judged judged = judged(FailureMode.CLOSED, detector);
		assertThat(judged.judge(List.of(Judged.value("good"))).refuses()).isFalse();
		assertThat(judged.more(List.of(Judged.value("good"))).refuses()).isFalse();
		judged.complete();
		assertThat(judged.events).noneMatch(DetectorFailed.class::isInstance);
	}

	@ParameterizedTest
	@MethodSource("failing")
	void detectorThatFailsLeavesTheOthersAtWork(Place place, Supplier<Throwable> failure) {
		Judged judged = judged(FailureMode.OPEN, failing(place, failure));
		assertThat(judged.judge(List.of(Judged.value("good"))).action()).isEqualTo(Action.ALLOW);
		assertThat(judged.more(List.of(Judged.value("evil"))).action()).isEqualTo(Action.BLOCK);
		judged.complete();
		assertFailedOnce(judged);
	}

	@ParameterizedTest
	@MethodSource("failing")
	void detectorThatFailsRefusesWhereNothingUnjudgedMayPass(Place place, Supplier<Throwable> failure) {
		Judged judged = judged(FailureMode.CLOSED, failing(place, failure));
		assertThat(judged.judge(List.of(Judged.value("good"))).action()).isEqualTo(Action.BLOCK);
		judged.more(List.of(Judged.value("good")));
		judged.complete();
		assertFailedOnce(judged);
	}

	private static void assertFailedOnce(Judged judged) {
		assertThat(judged.events).filteredOn(DetectorFailed.class::isInstance)
			.singleElement()
			.satisfies((event) -> assertThat(((DetectorFailed) event).source()).isEqualTo("failing"));
	}

	private static Judged judged(FailureMode mode, Detector detector) {
		return new Judged(Judged.policy(EnforcementMode.BLOCK, mode, FailureMode.OPEN), InspectionBudget.UNLIMITED,
				new ExchangeListeners(List.of(), Deliveries.inline()), detector);
	}

	private static Finding weak() {
		return Finding.of("sound", Category.INJECTION, EvilDetector.RULE).confidence(Confidence.WEAK).build();
	}

	private static int depth(int levels) {
		return (levels == 0) ? 0 : 1 + depth(levels - 1);
	}

	@SuppressWarnings("unchecked")
	private static <T extends Throwable, R> R throwAny(Throwable failure) throws T {
		throw (T) failure;
	}

	/**
	 * Where a detector fails.
	 */
	enum Place {

		SUPPORTS, DETECT, NAME_AS_WELL, SUPPORTS_VALUE, DETECT_VALUE, FOLLOWS, ARRIVED, NO_FINDING

	}

	/** Is all kinds of detectors at once, of which the place decides. */
	private static Detector failing(Place place, Supplier<Throwable> failure) {
		return switch (place) {
			case SUPPORTS_VALUE, DETECT_VALUE -> new FailingOnValues(place, failure);
			case FOLLOWS, ARRIVED -> new FailingOnArrivals(place, failure);
			default -> new FailingOnRequests(place, failure);
		};
	}

	private abstract static class Base implements Detector {

		final Place place;

		final Supplier<Throwable> failure;

		private boolean asked;

		Base(Place place, Supplier<Throwable> failure) {
			this.place = place;
			this.failure = failure;
		}

		void fail(Place here) {
			if (this.place == here) {
				throwAny(this.failure.get());
			}
		}

		@Override
		public String name() {
			if (this.asked && this.place == Place.NAME_AS_WELL) {
				throwAny(this.failure.get());
			}
			this.asked = true;
			return "failing";
		}

		@Override
		public Category category() {
			return Category.INJECTION;
		}

		@Override
		public Phase phase() {
			return Phase.REQUEST;
		}

	}

	private static final class FailingOnRequests extends Base {

		FailingOnRequests(Place place, Supplier<Throwable> failure) {
			super(place, failure);
		}

		@Override
		public boolean supports(Inspection inspection) {
			fail(Place.SUPPORTS);
			return true;
		}

		@Override
		public void detect(Inspection inspection, Findings findings) {
			fail(Place.DETECT);
			fail(Place.NAME_AS_WELL);
			findings.add(null);
		}

	}

	private static final class FailingOnValues extends Base implements ValueDetector {

		FailingOnValues(Place place, Supplier<Throwable> failure) {
			super(place, failure);
		}

		@Override
		public boolean supports(InputValue value) {
			fail(Place.SUPPORTS_VALUE);
			return true;
		}

		@Override
		public void detect(ValueView view, Findings findings) {
			fail(Place.DETECT_VALUE);
		}

	}

	private static final class FailingOnArrivals extends Base implements ArrivalDetector {

		FailingOnArrivals(Place place, Supplier<Throwable> failure) {
			super(place, failure);
		}

		@Override
		public boolean follows(Inspection inspection) {
			fail(Place.FOLLOWS);
			return true;
		}

		@Override
		public void arrived(Inspection inspection, Collection<InputValue> arrivals, Findings findings) {
			fail(Place.ARRIVED);
		}

		@Override
		public void detect(Inspection inspection, Findings findings) {
			// Judges arrivals only.
		}

	}

	private static class Sound implements Detector {

		private final String name;

		private final Consumer<Findings> judgement;

		Sound(String name, Consumer<Findings> judgement) {
			this.name = name;
			this.judgement = judgement;
		}

		@Override
		public String name() {
			return this.name;
		}

		@Override
		public Category category() {
			return Category.INJECTION;
		}

		@Override
		public Phase phase() {
			return Phase.REQUEST;
		}

		@Override
		public void detect(Inspection inspection, Findings findings) {
			this.judgement.accept(findings);
		}

	}

}
