package io.github.raspspring.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Texts to test detectors with: the files of this module and, where it is present, the
 * development share of public lists.
 */
final class Corpus {

	private static final Path DEVELOPMENT = Path.of("..", "..", "shared", "corpora");

	private static final String COMMENT = "#! ";

	private Corpus() {
	}

	/**
	 * Read a file of this module: a text a line, with the escapes of Java, without lines
	 * that start with {@code #!} and a blank.
	 */
	static List<String> lines(String name) {
		return read(name).filter((line) -> !line.isEmpty() && !line.startsWith(COMMENT)).map(Corpus::unescape).toList();
	}

	private static Stream<String> read(String name) {
		try (InputStream stream = Corpus.class.getResourceAsStream("/corpus/" + name)) {
			if (stream == null) {
				throw new IllegalArgumentException("no corpus " + name);
			}
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Read the payloads of the development lists that do nothing where input lands in a
	 * statement, a page or a command; above each of them the file gives the reason.
	 */
	static List<String> inert(String kind) {
		JsonMapper mapper = JsonMapper.builder().build();
		return read("inert-" + kind + ".txt").filter((line) -> line.startsWith("\""))
			.map((line) -> mapper.readTree(line).asString())
			.toList();
	}

	static boolean developmentListsPresent() {
		return Files.isReadable(DEVELOPMENT.resolve("payloads.jsonl"));
	}

	/**
	 * Read the development lists.
	 */
	static List<Sample> developmentSamples() {
		List<Sample> samples = new ArrayList<>();
		JsonMapper mapper = JsonMapper.builder().build();
		for (String name : List.of("payloads.jsonl", "benign.jsonl")) {
			try {
				for (String line : Files.readAllLines(DEVELOPMENT.resolve(name))) {
					JsonNode node = mapper.readTree(line);
					samples.add(new Sample("attack".equals(node.get("expect").asString()), node.get("class").asString(),
							node.get("value").asString()));
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return samples;
	}

	static String unescape(String line) {
		StringBuilder text = new StringBuilder(line.length());
		for (int i = 0; i < line.length(); i++) {
			char c = line.charAt(i);
			if (c != '\\' || i + 1 == line.length()) {
				text.append(c);
				continue;
			}
			i++;
			switch (line.charAt(i)) {
				case 'n' -> text.append('\n');
				case 't' -> text.append('\t');
				case 'r' -> text.append('\r');
				case '0' -> text.append('\0');
				case 'u' -> {
					text.append((char) Integer.parseInt(line.substring(i + 1, i + 5), 16));
					i += 4;
				}
				default -> text.append(line.charAt(i));
			}
		}
		return text.toString();
	}

	/**
	 * A text of the development lists.
	 */
	record Sample(boolean attack, String kind, String text) {

	}

}
