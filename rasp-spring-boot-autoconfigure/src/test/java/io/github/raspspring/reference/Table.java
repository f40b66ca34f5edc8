package io.github.raspspring.reference;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table in Markdown, written row by row.
 */
final class Table {

	private final StringBuilder text = new StringBuilder();

	Table(String... titles) {
		row(titles);
		row(Stream.of(titles).map((title) -> "---").toArray(String[]::new));
	}

	Table row(String... cells) {
		this.text.append(Stream.of(cells).map(Table::cell).collect(Collectors.joining(" | ", "| ", " |\n")));
		return this;
	}

	@Override
	public String toString() {
		return this.text.toString();
	}

	private static String cell(String text) {
		return text.replaceAll("\\s+", " ").replace("|", "\\|").strip();
	}

}
