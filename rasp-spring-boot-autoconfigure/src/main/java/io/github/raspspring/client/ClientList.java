package io.github.raspspring.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A list of clients that is kept in a file. Looking somebody up never reads the file;
 * {@link #refresh} does, when the file has changed or an entry has expired. Thread-safe.
 */
public final class ClientList {

	private final String name;

	private final Path file;

	private final ListedKind kind;

	private volatile ListContent content = ListContent.EMPTY;

	private volatile @Nullable FileTime read;

	private volatile @Nullable String failure;

	/**
	 * Create a list that is still empty.
	 * @param name lower-case words joined by hyphens
	 * @param file where it is kept
	 * @param kind what it names
	 */
	public ClientList(String name, Path file, ListedKind kind) {
		this.name = name;
		this.file = file;
		this.kind = kind;
	}

	/**
	 * Return the name of the list.
	 * @return the name
	 */
	public String name() {
		return this.name;
	}

	/**
	 * Return what the list names.
	 * @return the kind
	 */
	public ListedKind kind() {
		return this.kind;
	}

	/**
	 * Read the file.
	 * @param now the time, behind which entries have to expire
	 * @throws IOException if it can't be read
	 * @throws IllegalArgumentException if a line is invalid
	 */
	public synchronized void load(Instant now) throws IOException {
		FileTime modified = Files.getLastModifiedTime(this.file);
		this.content = ListReader.read(this.file, this.kind, now);
		this.read = modified;
	}

	/**
	 * Read the file again if need be. A file that can't be read leaves the list as it is;
	 * see {@link #failure()}.
	 * @param now the time
	 */
	public void refresh(Instant now) {
		try {
			boolean changed = !Files.getLastModifiedTime(this.file).equals(this.read);
			if (changed || !now.isBefore(this.content.nextExpiry())) {
				load(now);
			}
			this.failure = null;
		}
		catch (IOException | IllegalArgumentException ex) {
			this.failure = (ex instanceof IOException) ? "The file can't be read" : ex.getMessage();
		}
	}

	/**
	 * Return why the list could not be refreshed.
	 * @return a sentence, or {@code null} if it could
	 */
	public @Nullable String failure() {
		return this.failure;
	}

	/**
	 * Return how many entries the list has.
	 * @return the number after nested networks were united
	 */
	public int size() {
		return this.content.size();
	}

	/**
	 * Return whether the client of an exchange is on the list.
	 * @param inspection the exchange
	 * @return {@code true} if it is, as far as the client is known by now
	 */
	public boolean names(Inspection inspection) {
		ListContent current = this.content;
		return switch (this.kind) {
			case NETWORK -> inspection.client().isKnown() && namesNetwork(current, inspection.client().address());
			case AGENT -> namesAgent(current.names(), inspection.value(InputLocation.HEADER, "user-agent"));
			case SUBJECT -> namesSubject(current.names(), inspection.subject());
		};
	}

	/**
	 * Return whether the client of an exchange may be on the list. Where it is unknown,
	 * all addresses count that it may have. A trusted proxy is on no such list.
	 */
	boolean mayName(Inspection inspection) {
		ClientIdentity client = inspection.client();
		if (this.kind != ListedKind.NETWORK || !client.proxy()) {
			return names(inspection);
		}
		ListContent current = this.content;
		return client.candidates().stream().anyMatch((candidate) -> namesNetwork(current, candidate));
	}

	private static boolean namesNetwork(ListContent content, String text) {
		IpAddress address = (content.size() > 0) ? IpAddress.parse(text) : null;
		return address != null && content.networks().contains(address);
	}

	private static boolean namesSubject(Set<String> names, @Nullable Subject subject) {
		return subject != null && names.contains(subject.name());
	}

	/**
	 * Look up each product, so that the cost does not grow with the list.
	 */
	private static boolean namesAgent(Set<String> names, @Nullable String agent) {
		if (agent == null || names.isEmpty()) {
			return false;
		}
		String text = agent.toLowerCase(Locale.ROOT);
		int start = 0;
		for (int i = 0; i <= text.length(); i++) {
			if (i == text.length() || isDelimiter(text.charAt(i))) {
				if (i > start && names.contains(text.substring(start, i))) {
					return true;
				}
				start = i + 1;
			}
		}
		return false;
	}

	private static boolean isDelimiter(char c) {
		return c == ' ' || c == '/' || c == ';' || c == ',' || c == '(' || c == ')';
	}

}
