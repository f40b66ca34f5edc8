package io.github.raspspring.attack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.params.provider.Arguments;

/**
 * Reads the tables of cases: one case a line, parts divided by two colons, escapes as in
 * Java.
 */
public final class SinkCorpus {

	private SinkCorpus() {
	}

	public static Stream<Arguments> read(String table) {
		try (InputStream stream = Objects.requireNonNull(SinkCorpus.class.getResourceAsStream("/corpus/" + table))) {
			String content = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
			return content.lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("# "))
				.map((line) -> Arguments.of((Object[]) parts(line)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String[] parts(String line) {
		return Stream.of(line.split(" :: ")).map(String::translateEscapes).toArray(String[]::new);
	}

}
