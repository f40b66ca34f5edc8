package io.github.raspspring.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A block of code in the README or below {@code docs}.
 *
 * @param file where it is
 * @param line at which line it begins, from 1
 * @param text the code
 */
public record GuideBlock(Path file, int line, String text) {

	private static final Path PROJECT = Path.of("..");

	private static final String FENCE = "```";

	/**
	 * Find all blocks of a language.
	 * @param language what stands behind the fence, such as {@code yaml}
	 * @return the blocks in order
	 */
	public static Stream<GuideBlock> in(String language) {
		try (Stream<Path> docs = Files.walk(PROJECT.resolve("docs"))) {
			return Stream.concat(Stream.of(PROJECT.resolve("README.md")), docs.sorted())
				.filter((file) -> file.toString().endsWith(".md"))
				.flatMap((file) -> in(file, language).stream())
				.toList()
				.stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<GuideBlock> in(Path file, String language) {
		List<GuideBlock> blocks = new ArrayList<>();
		List<String> lines = lines(file);
		for (int i = 0; i < lines.size(); i++) {
			if (lines.get(i).strip().startsWith(FENCE)) {
				int end = i + 1;
				while (!lines.get(end).strip().equals(FENCE)) {
					end++;
				}
				if (lines.get(i).strip().equals(FENCE + language)) {
					String text = String.join("\n", lines.subList(i + 1, end)).stripIndent();
					blocks.add(new GuideBlock(file, i + 2, text));
				}
				i = end;
			}
		}
		return blocks;
	}

	private static List<String> lines(Path file) {
		try {
			return Files.readAllLines(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public String toString() {
		return this.file + ":" + this.line;
	}

}
