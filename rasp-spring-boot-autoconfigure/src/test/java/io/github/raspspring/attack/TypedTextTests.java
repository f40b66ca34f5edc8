package io.github.raspspring.attack;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of what users type while an application runs statements and commands of its own
 * that happen to hold the same: phrases, parts of values, numbers, names and dates. What
 * can't be told from an attack without learning is counted.
 */
class TypedTextTests {

	@ParameterizedTest
	@CsvSource({ "SQL, 270, 9", "PROCESS, 140, 5" })
	void judgeWhenUserTypesWhatIsInTemplateThenHardlyEverAlarms(SinkTable table, int fewest, int most) {
		List<SinkTable.Row> rows = table.rows("typed").toList();
		assertThat(rows).hasSizeGreaterThanOrEqualTo(fewest);
		assertThat(rows.stream().filter((row) -> SinkExperience.sees(table, row, false)))
			.hasSizeLessThanOrEqualTo(most);
	}

}
