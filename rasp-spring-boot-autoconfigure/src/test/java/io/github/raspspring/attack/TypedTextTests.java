package io.github.raspspring.attack;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of what users type while an application runs statements and commands of its own
 * that happen to hold the same: phrases, parts of values, numbers, names and dates. What
 * can't be told from an attack without learning is listed with the reason.
 */
class TypedTextTests {

	@ParameterizedTest
	@CsvSource({ "SQL, 930, 6", "PROCESS, 530, 16" })
	void judgeWhenUserTypesWhatIsInTemplateThenAlarmsForKnownReasonsOnly(SinkTable table, int fewest, int most) {
		List<SinkTable.Row> rows = Stream.concat(table.rows("typed"), table.rows("typed-more")).toList();
		List<SinkTable.Row> known = table.rows("typed-alarms").toList();
		assertThat(rows).hasSizeGreaterThanOrEqualTo(fewest).containsAll(known);
		assertThat(known).hasSizeLessThanOrEqualTo(most);
		assertThat(rows.stream().filter((row) -> SinkExperience.sees(table, row, false)))
			.containsExactlyInAnyOrderElementsOf(known);
	}

}
