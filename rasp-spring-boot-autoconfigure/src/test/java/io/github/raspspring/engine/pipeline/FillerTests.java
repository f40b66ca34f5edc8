package io.github.raspspring.engine.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.raspspring.engine.Decision.Action;
import io.github.raspspring.engine.Deliveries;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.FailureMode;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Filler buys nobody a way past the budget: what is short is judged first, time grows
 * with what there is to judge, and what is left at the cap is refused where nothing
 * unjudged may pass. The clock moves by one each time it is read.
 */
class FillerTests {

	private static final String FILLER = "lorem ipsum ";

	/** Around a word that is innocent or not. */
	static Stream<Named<Function<String, List<InputValue>>>> shapes() {
		return Stream.of(shape("one long value in front", (word) -> List.of(lengthy(70), Judged.value(word))),
				shape("very long value in front", (word) -> List.of(lengthy(1000), Judged.value(word))),
				shape("several long values in front",
						(word) -> behind(Collections.nCopies(8, lengthy(60)), Judged.value(word))),
				shape("many short values in front",
						(word) -> behind(Collections.nCopies(15, Judged.value("x".repeat(600))), Judged.value(word))),
				shape("at the end of a long value", (word) -> List.of(Judged.value(FILLER.repeat(20_000) + word))),
				shape("in the middle of a long value",
						(word) -> List.of(Judged.value(FILLER.repeat(9_000) + word + FILLER.repeat(9_000)))),
				shape("in a name behind long values", (word) -> List.of(lengthy(300),
						InputValue.ofName(InputLocation.JSON, word))),
				shape("in a long name behind long values",
						(word) -> List.of(lengthy(300),
								InputValue.ofName(InputLocation.FORM, "n".repeat(3000) + word))),
				shape("in a header behind a long query",
						(word) -> List.of(new InputValue(InputLocation.QUERY, "q", FILLER.repeat(20_000)),
								new InputValue(InputLocation.HEADER, "X-Own", word))),
				shape("among values of all lengths",
						(word) -> behind(
								IntStream.range(0, 12).mapToObj((i) -> Judged.value("y".repeat(1 << i))).toList(),
								Judged.value(word))));
	}

	private static Named<Function<String, List<InputValue>>> shape(String name,
			Function<String, List<InputValue>> shape) {
		return Named.of(name, shape);
	}

	@ParameterizedTest
	@MethodSource("shapes")
	void judgeWhenInnocentWordIsBehindFillerThenPassesWithoutATrace(Function<String, List<InputValue>> shape) {
		Judged judged = judged(FailureMode.CLOSED, 1000);
		assertThat(judged.judge(shape.apply("good")).action()).isEqualTo(Action.ALLOW);
		judged.complete();
		assertThat(judged.events).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("shapes")
	void judgeWhenEvilWordIsBehindFillerThenIsFound(Function<String, List<InputValue>> shape) {
		Judged judged = judged(FailureMode.OPEN, 1000);
		assertThat(judged.judge(shape.apply("evil")).action()).isEqualTo(Action.BLOCK);
	}

	@ParameterizedTest
	@MethodSource("shapes")
	void judgeWhenEvilWordArrivesBehindFillerThenNeverPasses(Function<String, List<InputValue>> shape) {
		Judged judged = judged(FailureMode.CLOSED, 1000);
		shape.apply("evil").forEach((value) -> judged.more(List.of(value)));
		assertThat(judged.more(List.of()).action()).isEqualTo(Action.BLOCK);
	}

	/** More than the cap lets anybody judge. */
	@ParameterizedTest
	@MethodSource("shapes")
	void judgeWhenThereIsTooMuchThenNothingPassesUnjudged(Function<String, List<InputValue>> shape) {
		List<InputValue> values = new ArrayList<>(Collections.nCopies(40, Judged.value(FILLER.repeat(6_000))));
		values.addAll(shape.apply("evil"));
		Judged judged = judged(FailureMode.CLOSED, 1);
		assertThat(judged.judge(values).action()).isEqualTo(Action.BLOCK);
	}

	private static List<InputValue> behind(List<InputValue> filler, InputValue last) {
		List<InputValue> values = new ArrayList<>(filler);
		values.add(last);
		return values;
	}

	private static InputValue lengthy(int kilobytes) {
		return Judged.value("x".repeat(kilobytes * 1024));
	}

	private static Judged judged(FailureMode unjudged, int cap) {
		return new Judged(Judged.policy(EnforcementMode.BLOCK, FailureMode.OPEN, unjudged),
				new InspectionBudget(Duration.ofNanos(1), Duration.ofNanos(cap), new AtomicLong()::getAndIncrement),
				new ExchangeListeners(List.of(), Deliveries.inline()));
	}

}
