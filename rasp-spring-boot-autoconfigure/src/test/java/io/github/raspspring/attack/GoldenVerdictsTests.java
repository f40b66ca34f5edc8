package io.github.raspspring.attack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of what {@link GoldenVerdicts} compares by.
 */
class GoldenVerdictsTests {

	private static final Verdict FOUND = new Verdict("q=' or 1=1", "sql-injection");

	private static final Verdict NOTHING = new Verdict("q=dune", "");

	@TempDir
	private Path folder;

	@Test
	void differenceWhenOutcomeIsAnotherThenTellsIt() throws IOException {
		VerdictRecord before = written(List.of(FOUND, NOTHING));
		Verdict missed = new Verdict(FOUND.subject(), "");
		Verdict alarm = new Verdict(NOTHING.subject(), "sql-injection");
		assertThat(before.difference("list", List.of(FOUND, NOTHING)).others()).isEmpty();
		assertThat(before.difference("list", List.of(missed, NOTHING)).others()).containsExactly(missed);
		assertThat(before.difference("list", List.of(FOUND, alarm)).others()).containsExactly(alarm);
	}

	@Test
	void differenceWhenTextsComeAndGoThenOnlyCountsThem() throws IOException {
		VerdictRecord before = written(List.of(FOUND, NOTHING));
		assertThat(before.difference("list", List.of(new Verdict("q=other", "any"), NOTHING)))
			.isEqualTo(new VerdictRecord.Difference(List.of(), 1, 1));
	}

	@Test
	void listsWhenJudgedThenHaveTextsWithAndWithoutFindings() {
		Map<String, Supplier<List<Verdict>>> lists = VerdictLists.all();
		for (String name : List.of("own-texts", "own-texts-at-sinks", "sql-tables")) {
			assertThat(lists.get(name).get()).as(name)
				.anyMatch((verdict) -> verdict.outcome().isEmpty())
				.anyMatch((verdict) -> !verdict.outcome().isEmpty());
		}
	}

	private VerdictRecord written(List<Verdict> verdicts) throws IOException {
		VerdictRecord written = new VerdictRecord();
		written.add("list", verdicts);
		Path file = this.folder.resolve("verdicts");
		written.write(file);
		return VerdictRecord.read(file);
	}

}
