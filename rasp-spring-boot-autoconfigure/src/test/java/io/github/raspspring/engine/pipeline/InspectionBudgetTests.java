package io.github.raspspring.engine.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import io.github.raspspring.engine.Decision.Action;
import io.github.raspspring.engine.Deliveries;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.FailureMode;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.event.InspectionBudgetExceeded;
import io.github.raspspring.engine.event.ThreatDetected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The clock moves by one each time it is read: once to begin, then once per value or
 * piece of one. A share of one thus buys 20 of them, and one more for each 64 KB.
 */
class InspectionBudgetTests {

	private static final int PIECE = 64 * 1024;

	private static final InputValue EVIL = Judged.value("evil");

	@ParameterizedTest
	@ValueSource(ints = { 1, 10, 19 })
	void judgeWhenBudgetSufficesThenJudgesAll(int before) {
		Judged judged = judged(FailureMode.CLOSED, 0);
		assertThat(judged.judge(goodAndEvil(before, 10)).action()).isEqualTo(Action.BLOCK);
		judged.complete();
		assertThat(judged.events).singleElement().isInstanceOf(ThreatDetected.class);
	}

	@ParameterizedTest
	@CsvSource({ "BLOCK, OPEN, ALLOW", "BLOCK, CLOSED, BLOCK", "MONITOR, OPEN, ALLOW", "MONITOR, CLOSED, MONITOR" })
	void judgeWhenBudgetIsUsedUpThenModeOfTheUnjudgedDecides(EnforcementMode mode, FailureMode unjudged,
			Action expected) {
		Judged judged = new Judged(Judged.policy(mode, FailureMode.OPEN, unjudged), budget(0), none());
		assertThat(judged.judge(goodAndEvil(20, 10)).action()).isEqualTo(expected);
	}

	@Test
	void judgeWhenBudgetIsUsedUpThenSaysOnceWhatWasJudgedAndWhatWasLeft() {
		Judged judged = judged(FailureMode.OPEN, 0);
		judged.judge(goodAndEvil(20, 10));
		assertThat(judged.more(List.of(EVIL)).action()).isEqualTo(Action.ALLOW);
		judged.complete();
		assertThat(judged.events).singleElement().isInstanceOfSatisfying(InspectionBudgetExceeded.class, (exceeded) -> {
			assertThat(exceeded.judged()).isEqualTo(20);
			assertThat(exceeded.left()).isEqualTo(2);
			assertThat(exceeded.failureMode()).isEqualTo(FailureMode.OPEN);
		});
	}

	@Test
	void judgeWhenTimePassesBetweenArrivalsThenItIsNotCharged() {
		long[] now = new long[1];
		Judged judged = new Judged(Policy.of(EnforcementMode.BLOCK),
				new InspectionBudget(Duration.ofNanos(1), Duration.ZERO, () -> now[0]), none());
		judged.judge(List.of(Judged.value("good")));
		now[0] = 1_000_000;
		assertThat(judged.more(List.of(EVIL)).action()).isEqualTo(Action.BLOCK);
	}

	@ParameterizedTest
	@CsvSource({ "30, 100, 0", "60, 100, 0", "60, 25, 1", "120, 100, 1" })
	void judgeWhenRequestIsLargeThenBudgetGrowsUpToTheCap(int pieces, int cap, int left) {
		Judged judged = judged(FailureMode.CLOSED, cap);
		judged.judge(Collections.nCopies(pieces, Judged.value("good".repeat(PIECE / 4))));
		judged.complete();
		assertThat(judged.events).hasSize(2 * left);
	}

	/**
	 * The clock of the wall goes thirty times as fast as the thread has the processor.
	 */
	@ParameterizedTest
	@CsvSource({ "1, 1", "1, 30", "40, 1", "60, 1", "90, 3", "1000, 1" })
	void judgeWhenTheMachineIsBusyThenAllIsJudged(int pieces, int rounds) {
		Judged judged = judgedByThreadTime(30, 1);
		for (int i = 0; i < rounds; i++) {
			assertThat(judged.more(Collections.nCopies(pieces, Judged.value("good".repeat(PIECE / 4)))).action())
				.isEqualTo(Action.ALLOW);
		}
		assertThat(judged.more(List.of(EVIL)).action()).as("an attack is found all the same").isEqualTo(Action.BLOCK);
		judged.complete();
		assertThat(judged.events).singleElement().isInstanceOf(ThreatDetected.class);
	}

	/**
	 * The thread had the processor all the time, or nobody knows.
	 */
	@ParameterizedTest
	@CsvSource({ "30, 30", "30, 29", "30, -1", "1, 1", "3, 3", "100, 100" })
	void judgeWhenTheRequestIsSlowByItselfThenNotAllIsJudged(int wall, int thread) {
		Judged judged = judgedByThreadTime(wall, thread);
		judged.judge(Collections.nCopies(4_000, Judged.value("good".repeat(PIECE / 4))));
		judged.complete();
		assertThat(judged.events).hasAtLeastOneElementOfType(InspectionBudgetExceeded.class);
	}

	/**
	 * At each look at the clock so much time has passed.
	 */
	private static Judged judgedByThreadTime(int wall, int thread) {
		long[] looks = new long[1];
		return new Judged(Judged.policy(EnforcementMode.BLOCK, FailureMode.OPEN, FailureMode.CLOSED),
				new InspectionBudget(Duration.ofNanos(10), Duration.ofNanos(1_500), () -> wall * looks[0]++,
						() -> (thread < 0) ? -1 : thread * looks[0]),
				none());
	}

	@ParameterizedTest
	@ValueSource(ints = { 70, 500, 5_000 })
	void judgeWhenFillerStandsInFrontThenShortValuesAreJudgedFirst(int kilobytes) {
		Judged judged = judged(FailureMode.OPEN, 0);
		InputValue filler = Judged.value("x".repeat(kilobytes * 1024));
		assertThat(judged.judge(List.of(filler, EVIL)).action()).isEqualTo(Action.BLOCK);
	}

	@Test
	void judgeWhenFillerStandsInFrontThenNamesAreJudgedBeforeLongValues() {
		Judged judged = judged(FailureMode.OPEN, 0);
		String name = "n".repeat(2_000) + "evil";
		assertThat(
				judged.judge(List.of(Judged.value("x".repeat(5_000_000)), InputValue.ofName(InputLocation.JSON, name)))
					.action())
			.isEqualTo(Action.BLOCK);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 57_000, 57_340, 57_344, 65_530, 65_536, 131_070, 400_000 })
	void judgeWhenValueIsLongThenPiecesHoldWhatStandsAnywhere(int index) {
		Judged judged = judged(FailureMode.OPEN, 100);
		StringBuilder text = new StringBuilder("x".repeat(500_000));
		text.replace(index, index + 4, "evil");
		assertThat(judged.judge(List.of(Judged.value(text.toString()))).action()).isEqualTo(Action.BLOCK);
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "lorem ipsum ", "\uD83D\uDE00", " ", "a\n" })
	void judgeWhenValueIsLongThenPiecesAreWholeCharactersAndCoverIt(String pattern) {
		Judged judged = judged(FailureMode.OPEN, 100);
		String text = pattern.repeat(300_000 / pattern.length());
		judged.judge(List.of(Judged.value(text)));
		assertThat(judged.texts).hasSizeGreaterThan(4).allSatisfy((piece) -> {
			assertThat(piece.length()).isLessThanOrEqualTo(PIECE);
			assertThat(Character.isLowSurrogate(piece.charAt(0))).isFalse();
		});
		assertThat(text).endsWith(judged.texts.get(judged.texts.size() - 1)).startsWith(judged.texts.get(0));
	}

	private static Judged judged(FailureMode unjudged, int cap) {
		return new Judged(Judged.policy(EnforcementMode.BLOCK, FailureMode.OPEN, unjudged), budget(cap), none());
	}

	private static ExchangeListeners none() {
		return new ExchangeListeners(List.of(), Deliveries.inline());
	}

	private static InspectionBudget budget(int cap) {
		return new InspectionBudget(Duration.ofNanos(1), Duration.ofNanos(cap), new AtomicLong()::getAndIncrement);
	}

	private static List<InputValue> goodAndEvil(int before, int length) {
		List<InputValue> values = new ArrayList<>(Collections.nCopies(before, Judged.value("g".repeat(length))));
		values.add(EVIL);
		return values;
	}

}
