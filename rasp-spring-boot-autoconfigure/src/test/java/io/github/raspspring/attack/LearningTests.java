package io.github.raspspring.attack;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of what learning may excuse: nothing that is refused by a judge that has learnt
 * nothing. Each attack of each table runs after honest requests of the same kind, and
 * after statements of the same shape that the application ran by itself.
 */
class LearningTests {

	@TestFactory
	Stream<DynamicTest> judgeWhenHonestTwinsRanThenAttackIsStillSeen() {
		return Stream.of(SinkTable.values())
			.flatMap((table) -> table.rows("attacks").map((row) -> DynamicTest.dynamicTest(table + " " + row, () -> {
				assertThat(SinkExperience.sees(table, row, true)).isTrue();
			})));
	}

	/**
	 * Tells how many attacks of each table are seen by a judge that has learnt nothing
	 * and by one that has seen honest twins, and how many safe rows are taken for
	 * attacks.
	 */
	@Test
	void judgeWhenTableIsReadThenAsManyWarmAsColdAndNoFalseAlarm() {
		Map<SinkTable, String> figures = new EnumMap<>(SinkTable.class);
		for (SinkTable table : SinkTable.values()) {
			List<SinkTable.Row> attacks = table.rows("attacks").toList();
			List<SinkTable.Row> safe = table.rows("benign").toList();
			long cold = attacks.stream().filter((row) -> SinkExperience.sees(table, row, false)).count();
			long warm = attacks.stream().filter((row) -> SinkExperience.sees(table, row, true)).count();
			long alarms = safe.stream().filter((row) -> SinkExperience.sees(table, row, false)).count();
			figures.put(table, "of " + attacks.size() + " attacks seen cold " + cold + ", warm " + warm + "; of "
					+ safe.size() + " safe rows taken for attacks " + alarms);
			assertThat(warm).as(figures.toString()).isEqualTo(cold).isEqualTo(attacks.size());
			assertThat(alarms).as(figures.toString()).isZero();
		}
		figures.forEach((table, figure) -> System.out.println(table + ": " + figure));
	}

}
