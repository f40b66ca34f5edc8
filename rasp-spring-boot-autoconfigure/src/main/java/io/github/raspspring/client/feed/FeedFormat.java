package io.github.raspspring.client.feed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How a feed is written.
 *
 * @param kind lines, a column of CSV, or JSON
 * @param selector the column, by number from 1 or by its heading, or the path within the
 * JSON document, such as {@code /data/&#42;/ip} where a star stands for all members
 * @param delimiter what stands between columns
 */
public record FeedFormat(Kind kind, String selector, char delimiter) {

	/**
	 * Create a format.
	 * @throws IllegalArgumentException if it lacks what it selects
	 */
	public FeedFormat {
		if (kind == Kind.CSV && selector.isBlank()) {
			throw new IllegalArgumentException("Name the column, by number from 1 or by its heading");
		}
		if (kind == Kind.JSON && !selector.startsWith("/")) {
			throw new IllegalArgumentException("Name the path within the document, such as /data/*/ip");
		}
	}

	/**
	 * Find the entries.
	 * @param content the feed
	 * @return the texts of the entries, in order
	 * @throws IllegalArgumentException if the feed is not written so
	 */
	List<String> entries(byte[] content) {
		return switch (this.kind) {
			case PLAIN, CIDR -> lines(content);
			case CSV -> column(content);
			case JSON -> JsonEntries.at(this.selector, content);
		};
	}

	private static List<String> lines(byte[] content) {
		List<String> entries = new ArrayList<>();
		text(content).lines().forEach((line) -> {
			int end = end(line);
			String entry = line.substring(0, end).strip();
			if (!entry.isEmpty()) {
				entries.add(firstWord(entry));
			}
		});
		return entries;
	}

	private static String text(byte[] content) {
		String text = new String(content, StandardCharsets.UTF_8);
		return text.startsWith("\uFEFF") ? text.substring(1) : text;
	}

	/**
	 * Lists have remarks behind a number sign or a semicolon.
	 */
	private static int end(String line) {
		for (int i = 0; i < line.length(); i++) {
			if (line.charAt(i) == '#' || line.charAt(i) == ';') {
				return i;
			}
		}
		return line.length();
	}

	private static String firstWord(String entry) {
		for (int i = 0; i < entry.length(); i++) {
			if (entry.charAt(i) <= ' ' || entry.charAt(i) == ',') {
				return entry.substring(0, i);
			}
		}
		return entry;
	}

	private List<String> column(byte[] content) {
		List<String> entries = new ArrayList<>();
		int column = columnByNumber();
		boolean heading = column < 0;
		for (String line : (Iterable<String>) text(content).lines()::iterator) {
			if (line.isBlank() || line.startsWith("#")) {
				continue;
			}
			List<String> fields = CsvFields.of(line, this.delimiter);
			if (heading) {
				column = columnByHeading(fields);
				heading = false;
			}
			else if (column < fields.size()) {
				entries.add(fields.get(column).strip());
			}
		}
		return entries;
	}

	private int columnByNumber() {
		boolean number = this.selector.chars().allMatch(Character::isDigit) && this.selector.length() < 4;
		return number ? Integer.parseInt(this.selector) - 1 : -1;
	}

	private int columnByHeading(List<String> headings) {
		for (int i = 0; i < headings.size(); i++) {
			if (headings.get(i).strip().toLowerCase(Locale.ROOT).equals(this.selector.toLowerCase(Locale.ROOT))) {
				return i;
			}
		}
		throw new IllegalArgumentException("It has no column of this heading");
	}

	/**
	 * How entries are written.
	 */
	public enum Kind {

		/** One address or network a line. */
		PLAIN,

		/** One network in CIDR notation a line. */
		CIDR,

		/** One column of lines with several. */
		CSV,

		/** Strings within a JSON document. */
		JSON

	}

}
