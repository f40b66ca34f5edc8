package io.github.raspspring.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.raspspring.autoconfigure.ConfigurableNames;
import io.github.raspspring.token.TokenCheck;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The committed reference says what the code says. With {@code -Dreference=renew} it is
 * written anew first.
 */
class ReferenceTests {

	private static final Path PROJECT = Path.of("..");

	private static final String RENEW = "To renew the reference run ./mvnw -pl rasp-spring-boot-autoconfigure test "
			+ "-Dtest=ReferenceTests -Dreference=renew";

	private static final Map<String, String> made = new TreeMap<>();

	@BeforeAll
	static void make(@TempDir Path folder) throws IOException {
		List<ReferencePage> pages = new ArrayList<>();
		ReferenceApplication.describe(folder, (all) -> all.forEach((page) -> {
			pages.add(page);
			made.put(page.file(), page.text());
		}));
		if ("renew".equals(System.getProperty("reference"))) {
			for (Map.Entry<String, String> page : made.entrySet()) {
				Files.createDirectories(PROJECT.resolve(page.getKey()).getParent());
				Files.writeString(PROJECT.resolve(page.getKey()), page.getValue());
			}
		}
	}

	@Test
	void committedPagesAreThoseOfTheCode() {
		made.forEach((file, text) -> assertThat(PROJECT.resolve(file)).as(RENEW).content().isEqualTo(text));
	}

	@Test
	void everyPropertyOfTheMetadataIsDescribedAsThere() {
		String page = made.get("docs/reference/properties.md");
		Map<String, String> described = new PropertiesPage().described();
		assertThat(described).hasSizeGreaterThan(200);
		described.forEach((name, description) -> assertThat(page).containsPattern("\\| `" + Pattern.quote(name)
				+ "` \\| [^|]+ \\| [^|]* \\| " + Pattern.quote(description.replace("|", "\\|")) + " \\|"));
	}

	@Test
	void everyMeterOfTheSourcesIsDescribed() {
		Set<String> named = new TreeSet<>();
		Pattern registration = Pattern.compile("(?:builder|counter|gauge|timer|summary)\\(\\s*\"(rasp\\.[a-z.]+)\"");
		SourceText.all()
			.forEach((source) -> registration.matcher(source.text())
				.results()
				.forEach((meter) -> named.add("`" + meter.group(1) + "`")));
		assertThat(named).hasSizeGreaterThan(9);
		assertThat(firstCells("docs/reference/meters.md")).containsExactlyInAnyOrderElementsOf(named);
	}

	@ParameterizedTest
	@ValueSource(strings = { "properties", "meters", "events", "detectors", "endpoints" })
	void noDescriptionIsMissing(String page) {
		List<String> rows = made.get("docs/reference/" + page + ".md")
			.lines()
			.filter((line) -> line.startsWith("| `"))
			.toList();
		int described = switch (page) {
			case "properties", "meters" -> 4;
			case "events" -> 3;
			default -> 2;
		};
		assertThat(rows).isNotEmpty()
			.allSatisfy((row) -> assertThat(row.split("(?<!\\\\)\\|")[described]).isNotBlank());
	}

	@Test
	void everyDetectorHasItsWeaknessesAndItsPage() {
		assertThat(made.get("docs/reference/detectors.md").lines().filter((line) -> line.startsWith("| `")))
			.hasSizeGreaterThan(60)
			.allSatisfy((row) -> assertThat(row).contains("](../"))
			.filteredOn((row) -> !row.matches("\\| `behavior-(trend|endpoint-health)` .*"))
			.allSatisfy(
					(row) -> assertThat(row).containsPattern("\\| [^|]*CWE-\\d+[^|]* \\| [^|]*API\\d+:20[^|]* \\| "));
	}

	@Test
	void hintsNameExactlyWhatTheCodeKnows() {
		assertThat(hinted("rasp.detectors.keys")).containsExactlyElementsOf(ConfigurableNames.detectors());
		assertThat(hinted("rasp.token.modes.keys")).containsExactlyElementsOf(
				Stream.of(TokenCheck.values()).map((check) -> check.rule().id()).sorted().toList());
		assertThat(hinted("rasp.behavior.detectors.keys")).containsExactlyElementsOf(ConfigurableNames.detectors()
			.stream()
			.filter((name) -> name.startsWith("behavior-"))
			.map((name) -> name.substring("behavior-".length()))
			.toList());
		assertThat(hinted("rasp.token.algorithms"))
			.allSatisfy((name) -> assertThat(SignatureAlgorithm.from(name) != null || MacAlgorithm.from(name) != null)
				.isTrue());
	}

	private static List<String> hinted(String property) {
		JsonNode hints = new JsonMapper()
			.readTree(made.get("rasp-spring-boot-autoconfigure/src/main/resources/META-INF/"
					+ "additional-spring-configuration-metadata.json"))
			.get("hints");
		return hints.valueStream()
			.filter((hint) -> hint.get("name").asString().equals(property))
			.flatMap((hint) -> hint.get("values").valueStream())
			.map((value) -> value.get("value").asString())
			.toList();
	}

	private static Stream<String> firstCells(String page) {
		return made.get(page)
			.lines()
			.filter((line) -> line.startsWith("| `"))
			.map((line) -> line.split("\\|")[1].strip());
	}

}
