package io.github.raspspring.inspect;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * Reads a table of payloads: one a line, with {@code \n}, {@code \r}, {@code \t},
 * {@code \0}, <code>&#92;u{hex}</code> and {@code \\} for the characters that a line
 * can't hold. Lines that begin with two number signs are comments.
 */
final class PayloadFile {

	private PayloadFile() {
	}

	static Stream<String> read(String name) {
		try (InputStream stream = PayloadFile.class.getResourceAsStream("/corpus/" + name);
				BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
			return reader.lines()
				.filter((line) -> !line.isEmpty() && !line.startsWith("##"))
				.map(PayloadFile::unescape)
				.toList()
				.stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String unescape(String line) {
		StringBuilder text = new StringBuilder(line.length());
		for (int i = 0; i < line.length(); i++) {
			char c = line.charAt(i);
			char escaped = (c == '\\' && i + 1 < line.length()) ? line.charAt(i + 1) : ' ';
			int known = "nrt0\\".indexOf(escaped);
			if (known >= 0) {
				text.append("\n\r\t\0\\".charAt(known));
				i++;
			}
			else if (escaped == 'u' && line.startsWith("{", i + 2)) {
				int end = line.indexOf('}', i);
				text.append((char) Integer.parseInt(line.substring(i + 3, end), 16));
				i = end;
			}
			else {
				text.append(c);
			}
		}
		return text.toString();
	}

}
