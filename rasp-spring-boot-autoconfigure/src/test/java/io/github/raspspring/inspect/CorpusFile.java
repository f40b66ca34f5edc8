package io.github.raspspring.inspect;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A file of payloads under {@code corpus/} on the test class path: one payload a line,
 * empty lines don't count. A backslash escapes: {@code \n}, {@code \r}, {@code \t},
 * {@code \0}, {@code \\}, and {@code \}{@code uXXXX} for any UTF-16 unit. Before any
 * other character it is just a backslash.
 */
final class CorpusFile {

	private CorpusFile() {
	}

	/**
	 * Read the payloads of a file.
	 * @param path path below {@code corpus/}, such as {@code sql-injection/attacks.txt}
	 * @return the payloads in order, with escapes resolved
	 */
	static List<String> read(String path) {
		InputStream stream = CorpusFile.class.getResourceAsStream("/corpus/" + path);
		if (stream == null) {
			throw new IllegalArgumentException("No such corpus: " + path);
		}
		try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
			return reader.lines().filter((line) -> !line.isEmpty()).map(CorpusFile::unescape).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Resolve the escapes of a line.
	 * @param line the line as it stands in the file
	 * @return the payload
	 */
	static String unescape(String line) {
		StringBuilder payload = new StringBuilder(line.length());
		int i = 0;
		while (i < line.length()) {
			char c = line.charAt(i++);
			int escape = (c == '\\' && i < line.length()) ? "nrt0\\u".indexOf(line.charAt(i)) : -1;
			if (escape < 0) {
				payload.append(c);
			}
			else if (escape < 5) {
				payload.append("\n\r\t\0\\".charAt(escape));
				i++;
			}
			else {
				payload.append((char) Integer.parseInt(line.substring(i + 1, i + 5), 16));
				i += 5;
			}
		}
		return payload.toString();
	}

}
