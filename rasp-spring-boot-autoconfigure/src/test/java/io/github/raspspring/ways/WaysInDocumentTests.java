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

	private static final Pattern ATTACKED = Pattern
		.compile("`WaysInTests` \\(([a-z -]+)(?:; cannot carry ([a-z, -]+))?(?:; (not )?judged for ([a-z, -]+))?\\)");

	private static final Pattern TESTS = Pattern.compile("`([A-Z]\\w+Tests)`");

	@Test
	void everyRowOfWhatIsReadIsAttacked() throws IOException {
		assertThat(rows("## What is known when", "## How long a body")).hasSizeGreaterThan(20)
			.allSatisfy((row) -> assertThat(ATTACKED.matcher(row).results()).as(row).hasSize(1));
		assertThat(names("## What is known when", "## How long a body"))
			.containsExactlyInAnyOrderElementsOf(WaysIn.byName().keySet());
	}

	@Test
	void everyRowOfWhatIsNotReadShowsThatOrNamesItsTests() throws IOException {
		assertThat(rows("## What is deliberately not read", null)).hasSizeGreaterThan(7)
			.filteredOn((row) -> !TESTS.matcher(row).find())
			.singleElement()
			.asString()
			.startsWith("| messages of a WebSocket");
		assertThat(names("## What is deliberately not read", null))
			.containsExactlyInAnyOrderElementsOf(WaysNotRead.byName().keySet());
	}

	/** A class that a way cannot carry, or is not judged for, is told of in its row. */
	@Test
	void everyRowTellsItsExceptions() throws IOException {
		for (MatchResult row : ATTACKED.matcher(section("## What is known when", "## How long a body"))
			.results()
			.toList()) {
			Set<String> unjudged = (row.group(4) != null && row.group(3) == null) ? allBut(classes(row.group(4)))
					: classes(row.group(4));
			assertThat(WaysIn.byName().get(row.group(1))).as(row.group(1)).isNotEmpty().allSatisfy((way) -> {
				assertThat(way.cannotCarry()).as(way.name()).isEqualTo(classes(row.group(2)));
				assertThat(way.unjudged()).as(way.name()).isEqualTo(unjudged);
			});
		}
	}

	@Test
	void everyTestThatIsNamedExists() throws IOException {
		Set<String> existing;
		try (Stream<Path> files = Files.walk(Path.of("src/test/java"));
				Stream<Path> demo = Files.walk(Path.of("../rasp-demo-app/src/test/java"))) {
			existing = Stream.concat(files, demo)
				.map((file) -> file.getFileName().toString().replace(".java", ""))
				.collect(Collectors.toSet());
		}
		assertThat(existing).containsAll(firstGroups(TESTS));
	}

	private static Set<String> classes(String list) {
		return (list != null) ? Set.of(list.split(", ")) : Set.of();
	}

	private static Set<String> allBut(Set<String> classes) {
		Set<String> others = new TreeSet<>(Attacks.byClass().keySet());
		assertThat(others).containsAll(classes);
		others.removeAll(classes);
		return others;
	}

	private static List<String> rows(String begin, String end) throws IOException {
		return section(begin, end).lines()
			.filter((line) -> line.startsWith("| ") && !line.endsWith("| shown by |"))
			.toList();
	}

	private static List<String> names(String begin, String end) throws IOException {
		return ATTACKED.matcher(section(begin, end)).results().map((match) -> match.group(1)).toList();
	}

	private static String section(String begin, String end) throws IOException {
		String text = Files.readString(document());
		return text.substring(text.indexOf(begin), (end != null) ? text.indexOf(end) : text.length());
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
