package io.github.raspspring.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The README leads to every guide, every guide says what it is not for, and no link leads
 * nowhere.
 */
class GuideIndexTests {

	private static final Path PROJECT = Path.of("..");

	private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#([^)]*))?\\)");

	static Stream<Path> guides() throws IOException {
		return pages(PROJECT.resolve("docs/guides"));
	}

	static Stream<Path> documents() throws IOException {
		return Stream.concat(Stream.of(PROJECT.resolve("README.md")), pages(PROJECT.resolve("docs")));
	}

	@ParameterizedTest
	@MethodSource("guides")
	void readmeLeadsToTheGuide(Path guide) throws IOException {
		assertThat(Files.readString(PROJECT.resolve("README.md"))).contains("](docs/guides/" + guide.getFileName());
	}

	@ParameterizedTest
	@MethodSource("guides")
	void guideSaysWhatItIsNotFor(Path guide) throws IOException {
		assertThat(Files.readString(guide)).contains("not for");
	}

	@ParameterizedTest
	@MethodSource("documents")
	void linksLeadSomewhere(Path document) throws IOException {
		for (Matcher link = LINK.matcher(withoutCode(document)); link.find();) {
			Path target = document.resolveSibling(link.group(1));
			assertThat(target).as(link.group()).exists();
			if (link.group(2) != null) {
				assertThat(headings(target)).as(link.group()).contains(link.group(2));
			}
		}
	}

	/**
	 * Return the anchors of a page, as they are made of its headings.
	 */
	private static Stream<String> headings(Path page) throws IOException {
		return withoutCode(page).lines()
			.filter((line) -> line.startsWith("#"))
			.map((line) -> line.replaceFirst("^#+ ", "")
				.toLowerCase()
				.replaceAll("[^a-z0-9 _-]", "")
				.replace(' ', '-'));
	}

	private static String withoutCode(Path document) throws IOException {
		return Files.readString(document).replaceAll("(?s)```.*?```", "");
	}

	private static Stream<Path> pages(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter((file) -> file.toString().endsWith(".md")).sorted().toList().stream();
		}
	}

}
