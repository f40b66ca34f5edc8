package io.github.raspspring.attack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The texts of this module under {@code corpus/} on the test class path: a text a line.
 * Empty lines and lines that start with {@code #!} and a blank don't count. A backslash
 * escapes: {@code \n}, {@code \r}, {@code \t}, {@code \0}, {@code \\}, and
 * {@code \}{@code uXXXX} for any UTF-16 unit. Before any other character it is just a
 * backslash.
 */
public final class Corpus {

	private static final String COMMENT = "#! ";

	private static final int UNIT_DIGITS = 4;

	private Corpus() {
	}

	/**
	 * Read the texts of a file.
	 * @param path path below {@code corpus/}, such as {@code sql-injection/attacks.txt}
	 * @return the texts in order, with escapes resolved
	 */
	public static List<String> read(String path) {
		return lines(path).stream().filter((line) -> !line.startsWith(COMMENT)).map(Corpus::unescape).toList();
	}

	/**
	 * Leave out the attacks that are refused as the whole value only.
	 */
	public static Stream<String> withinText(Stream<String> attacks) {
		Set<String> whole = Set.copyOf(read("whole-values.txt"));
		return attacks.filter((attack) -> !whole.contains(attack));
	}

	/**
	 * Read the lines of a file as they stand there, without empty ones.
	 */
	static List<String> lines(String path) {
		try (InputStream stream = Corpus.class.getResourceAsStream("/corpus/" + path)) {
			if (stream == null) {
				throw new IllegalArgumentException("No such corpus: " + path);
			}
			String content = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
			return content.lines().filter((line) -> !line.isEmpty()).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Resolve the escapes of a line.
	 * @param line the line as it stands in the file
	 * @return the text
	 */
	static String unescape(String line) {
		StringBuilder text = new StringBuilder(line.length());
		int i = 0;
		while (i < line.length()) {
			char c = line.charAt(i++);
			int escape = (c == '\\' && i < line.length()) ? "nrt0\\u".indexOf(line.charAt(i)) : -1;
			if (escape < 0) {
				text.append(c);
			}
			else if (line.charAt(i) != 'u') {
				text.append("\n\r\t\0\\".charAt(escape));
				i++;
			}
			else {
				int end = i + 1 + UNIT_DIGITS;
				text.append((char) Integer.parseInt(line.substring(i + 1, end), 16));
				i = end;
			}
		}
		return text.toString();
	}

}
