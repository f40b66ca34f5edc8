package io.github.raspspring.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The development share of public lists, which lies beside the repository where it is
 * present.
 */
final class DevelopmentLists {

	private static final Path FOLDER = Path.of("..", "..", "shared", "corpora");

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static final List<String> KINDS_WITH_INERT = List.of("sqli", "xss", "rce", "ldap");

	private DevelopmentLists() {
	}

	/**
	 * Return whether the lists are there.
	 */
	static boolean present() {
		return Files.isReadable(FOLDER.resolve("payloads.jsonl"));
	}

	/**
	 * Read the lists, inert payloads included.
	 */
	static List<Sample> samples() {
		return Stream.of("payloads.jsonl", "benign.jsonl").flatMap(DevelopmentLists::samples).toList();
	}

	/**
	 * Read the payloads of a class, less those that are inert.
	 */
	static List<String> attacks(String kind) {
		Set<String> inert = inert();
		return texts(true).filter((sample) -> sample.kind().equals(kind))
			.map(Sample::text)
			.filter((text) -> !inert.contains(text))
			.toList();
	}

	/**
	 * Read the innocent texts of all classes.
	 */
	static List<String> benign() {
		return texts(false).map(Sample::text).toList();
	}

	/**
	 * Read the payloads that do nothing where input lands in a statement, a page, a
	 * filter or a command; above each of them the file gives the reason.
	 */
	static Set<String> inert() {
		return KINDS_WITH_INERT.stream()
			.flatMap((kind) -> Corpus.lines("inert-" + kind + ".txt").stream())
			.filter((line) -> line.startsWith("\""))
			.map((line) -> MAPPER.readTree(line).asString())
			.collect(Collectors.toUnmodifiableSet());
	}

	private static Stream<Sample> texts(boolean attack) {
		return samples().stream().filter((sample) -> sample.attack() == attack);
	}

	private static Stream<Sample> samples(String file) {
		try {
			return Files.readAllLines(FOLDER.resolve(file)).stream().map(MAPPER::readTree).map(Sample::of);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A text of the lists.
	 */
	record Sample(boolean attack, String kind, String text) {

		private static Sample of(JsonNode node) {
			return new Sample("attack".equals(node.get("expect").asString()), node.get("class").asString(),
					node.get("value").asString());
		}

	}

}
