package io.github.raspspring.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Reads a list: one entry per line, empty lines and what follows a number sign left out.
 * An entry may end with the word {@code until} and a time in ISO 8601, behind which it no
 * longer counts. Not thread-safe.
 */
final class ListReader {

	private static final String UNTIL = " until ";

	private final ListedKind kind;

	private final Instant now;

	private final NetworkTable.Builder networks = new NetworkTable.Builder();

	private final Set<String> names = new HashSet<>();

	private Instant nextExpiry = Instant.MAX;

	private ListReader(ListedKind kind, Instant now) {
		this.kind = kind;
		this.now = now;
	}

	/**
	 * Read a file.
	 * @throws IllegalArgumentException if a line is invalid; the message names its number
	 */
	static ListContent read(Path file, ListedKind kind, Instant now) throws IOException {
		ListReader reader = new ListReader(kind, now);
		try (BufferedReader lines = Files.newBufferedReader(file)) {
			int number = 1;
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				reader.readLine(line, number++);
			}
		}
		return new ListContent(reader.networks.build(), Set.copyOf(reader.names), reader.nextExpiry);
	}

	private void readLine(String line, int number) {
		int comment = line.indexOf('#');
		String entry = ((comment < 0) ? line : line.substring(0, comment)).strip();
		int until = entry.indexOf(UNTIL);
		if (until >= 0) {
			Instant expiry = expiry(entry.substring(until + UNTIL.length()).strip(), number);
			if (!expiry.isAfter(this.now)) {
				return;
			}
			this.nextExpiry = expiry.isBefore(this.nextExpiry) ? expiry : this.nextExpiry;
			entry = entry.substring(0, until).strip();
		}
		if (!entry.isEmpty()) {
			add(entry, number);
		}
	}

	private void add(String entry, int number) {
		switch (this.kind) {
			case NETWORK -> {
				NetworkRange range = NetworkRange.parse(entry);
				if (range == null) {
					throw new IllegalArgumentException("Line " + number + " is no address or network");
				}
				this.networks.add(range);
			}
			case AGENT -> this.names.add(entry.toLowerCase(Locale.ROOT));
			case SUBJECT -> this.names.add(entry);
		}
	}

	private static Instant expiry(String text, int number) {
		try {
			return Instant.parse(text);
		}
		catch (DateTimeException ex) {
			throw new IllegalArgumentException(
					"Line " + number + " does not end with a time such as " + "2030-01-31T00:00:00Z", ex);
		}
	}

}
