package io.github.raspspring.ways;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The list of the ways in and the tests that attack them tell the same.
 */
class WaysInDocumentTests {

	private static final Pattern ATTACKED = Pattern.compile("`WaysInTests` \\(([a-z -]+)\\)");

	private static final Pattern TESTS = Pattern.compile("`([A-Z]\\w+Tests)`");

	@Test
	void everyRowThatIsSaidToBeAttackedIsAttacked() throws IOException {
		assertThat(new TreeSet<>(firstGroups(ATTACKED))).isEqualTo(new TreeSet<>(WaysIn.byName().keySet()));
	}

	@Test
	void everyRowOfWhatIsReadNamesItsTests() throws IOException {
		List<String> rows = Files.readAllLines(document())
			.stream()
			.takeWhile((line) -> !line.equals("## How long a body is waited for"))
			.filter((line) -> line.startsWith("| ") && !line.endsWith("| shown by |"))
			.toList();
		assertThat(rows).hasSizeGreaterThan(15).allMatch((row) -> TESTS.matcher(row).find());
	}

	@Test
	void everyTestThatIsNamedExists() throws IOException {
		Set<String> existing;
		try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
			existing = files.map((file) -> file.getFileName().toString().replace(".java", ""))
				.collect(Collectors.toSet());
		}
		assertThat(existing).containsAll(firstGroups(TESTS));
	}

	private static List<String> firstGroups(Pattern pattern) throws IOException {
		return pattern.matcher(Files.readString(document()))
			.results()
			.map((MatchResult match) -> match.group(1))
			.toList();
	}

	private static Path document() {
		return Path.of("../docs/rules/ways-in.md");
	}

}
