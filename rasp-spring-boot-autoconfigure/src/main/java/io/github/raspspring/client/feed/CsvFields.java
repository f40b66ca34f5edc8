package io.github.raspspring.client.feed;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes a line of CSV apart (RFC 4180). A field does not go on in the next line.
 */
final class CsvFields {

	private CsvFields() {
	}

	static List<String> of(String line, char delimiter) {
		List<String> fields = new ArrayList<>();
		StringBuilder field = new StringBuilder();
		boolean quoted = false;
		for (int i = 0; i < line.length(); i++) {
			char c = line.charAt(i);
			if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
				field.append(c);
				i++;
			}
			else if (c == '"') {
				quoted = !quoted;
			}
			else if (c == delimiter && !quoted) {
				fields.add(field.toString());
				field.setLength(0);
			}
			else {
				field.append(c);
			}
		}
		fields.add(field.toString());
		return fields;
	}

}
