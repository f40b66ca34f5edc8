package io.github.raspspring.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The commands that the README and the guides show are run by the build server, in the
 * application that they say, and what they print is compared.
 */
class GuideCommandTests {

	private static final Path PROJECT = Path.of("..");

	private static final Pattern MARKER = Pattern.compile("<!-- command: (\\w+) -->");

	static Stream<String> documents() {
		return GuideBlock.in("console").map(GuideCommandTests::name).distinct();
	}

	static Stream<GuideBlock> starts() {
		return GuideBlock.in("sh")
			.filter((block) -> name(block).startsWith("docs/guides/"))
			.filter((block) -> block.text().contains("rasp-demo-app.jar"));
	}

	@ParameterizedTest
	@MethodSource("documents")
	void commandsRun(String document) throws IOException {
		assertThat(steps()).contains("tour " + document);
	}

	@Test
	void guidesShowCommands() {
		assertThat(documents()).contains("README.md").hasSizeGreaterThan(4);
	}

	@Test
	void requestsOfGuidesShowTheirAnswers() {
		assertThat(GuideBlock.in("sh")).filteredOn((block) -> name(block).startsWith("docs/guides/"))
			.noneMatch((block) -> block.text().contains("curl "));
	}

	@Test
	void applicationsOfGuidesAreStartedAsShown() throws IOException {
		List<GuideBlock> shown = starts().toList();
		Set<String> steps = steps();
		List<String> started = shown.stream()
			.filter((block) -> steps.stream().anyMatch((step) -> step.startsWith(start(block))))
			.map(GuideBlock::text)
			.toList();
		assertThat(started).hasSizeGreaterThan(2);
		assertThat(shown).extracting(GuideBlock::text).allMatch(started::contains);
	}

	/**
	 * Return the step that starts what a block shows, as the marker above the block names
	 * it.
	 */
	private static String start(GuideBlock block) {
		try {
			// The line of a block is the one below its fence, counted from 1.
			String above = Files.readAllLines(block.file()).get(block.line() - 3);
			return "start " + MARKER.matcher(above).replaceFirst("$1") + " " + name(block);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Set<String> steps() throws IOException {
		try (Stream<String> lines = Files.lines(PROJECT.resolve(".ci/run"))) {
			return lines.collect(Collectors.toSet());
		}
	}

	private static String name(GuideBlock block) {
		return PROJECT.relativize(block.file()).toString();
	}

}
