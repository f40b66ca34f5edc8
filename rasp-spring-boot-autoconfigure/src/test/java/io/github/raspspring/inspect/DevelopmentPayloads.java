package io.github.raspspring.inspect;

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
 * The payloads for development, which lie beside the repository where they are present.
 */
final class DevelopmentPayloads {

	private static final Path FOLDER = Path.of("..", "..", "shared", "corpora");

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private DevelopmentPayloads() {
	}

	/**
	 * Return whether the folder is there.
	 */
	static boolean present() {
		return Files.isDirectory(FOLDER);
	}

	/**
	 * Read the attacks of a class, less those that are listed as inert.
	 */
	static List<String> attacks(String type) {
		Set<String> inert = inert(type);
		return read("payloads.jsonl").filter((node) -> node.get("expect").asString().equals("attack"))
			.filter((node) -> node.get("class").asString().equals(type))
			.map((node) -> node.get("value").asString())
			.filter((value) -> !inert.contains(value))
			.toList();
	}

	/**
	 * Read the innocent values of a class.
	 */
	static List<String> benign(String type) {
		return Stream.concat(read("payloads.jsonl"), read("benign.jsonl"))
			.filter((node) -> node.get("expect").asString().equals("benign"))
			.filter((node) -> node.get("class").asString().equals(type))
			.map((node) -> node.get("value").asString())
			.toList();
	}

	private static Set<String> inert(String type) {
		Path list = Path.of("src", "test", "resources", "corpus", "inert-" + type + ".txt");
		if (!Files.exists(list)) {
			return Set.of();
		}
		return lines(list).filter((line) -> line.startsWith("\""))
			.map((line) -> MAPPER.readTree(line).asString())
			.collect(Collectors.toSet());
	}

	private static Stream<JsonNode> read(String file) {
		return lines(FOLDER.resolve(file)).map(MAPPER::readTree);
	}

	private static Stream<String> lines(Path file) {
		try {
			return Files.readAllLines(file).stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
