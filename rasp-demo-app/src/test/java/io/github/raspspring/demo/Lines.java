package io.github.raspspring.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * Tables of cases, one per line.
 */
final class Lines {

	private Lines() {
	}

	/**
	 * Read a table: {@code #} starts a comment line, {@code \n} stands for a line feed
	 * and {@code \\} for a backslash.
	 */
	static Stream<String> of(String resource) {
		try (InputStream content = Lines.class.getResourceAsStream(resource)) {
			return new String(content.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("# "))
				.map(Lines::unescape)
				.toList()
				.stream();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String unescape(String line) {
		return line.replace("\\\\", "\0").replace("\\n", "\n").replace('\0', '\\');
	}

}
