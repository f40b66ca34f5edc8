package io.github.raspspring.behavior;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Subject;

/**
 * The clients that do most of something (Metwally et al. 2005, space saving), so that a
 * report may name them. Thread-safe.
 */
public final class TopClients {

	private static final int KEPT = 32;

	private static final int LONGEST = 120;

	private final String[] names = new String[KEPT];

	private final boolean[] subjects = new boolean[KEPT];

	private final int[] counts = new int[KEPT];

	private int size;

	/**
	 * Count a request.
	 * @param inspection the request
	 */
	public void add(Inspection inspection) {
		Subject subject = inspection.subject();
		add((subject != null) ? subject.name() : inspection.client().network(), subject != null);
	}

	private synchronized void add(String name, boolean subject) {
		int least = 0;
		for (int i = 0; i < this.size; i++) {
			if (this.subjects[i] == subject && this.names[i].equals(name)) {
				this.counts[i]++;
				return;
			}
			least = (this.counts[i] < this.counts[least]) ? i : least;
		}
		int place = (this.size < KEPT) ? this.size++ : least;
		// Who takes the place of another is counted as if it had done what that one did.
		this.counts[place]++;
		this.names[place] = name;
		this.subjects[place] = subject;
	}

	/**
	 * Return those who did most, and start again.
	 * @param limit how many at most
	 * @return their names, the first did most
	 */
	public synchronized List<String> take(int limit) {
		List<String> taken = IntStream.range(0, this.size)
			.boxed()
			.sorted(Comparator.comparingInt((Integer i) -> -this.counts[i]).thenComparing((i) -> this.names[i]))
			.limit(limit)
			.map((i) -> plain((this.subjects[i] ? "subject:" : "network:") + this.names[i]))
			.toList();
		Arrays.fill(this.names, "");
		Arrays.fill(this.counts, 0);
		this.size = 0;
		return taken;
	}

	/**
	 * What is shown and logged is one short line, whatever a subject calls itself.
	 */
	private static String plain(String name) {
		StringBuilder text = new StringBuilder(Math.min(LONGEST, name.length()));
		for (int i = 0; i < name.length() && i < LONGEST; i++) {
			char c = name.charAt(i);
			boolean shown = c >= ' ' && c != 0x7F && c < 0x80 || Character.isLetterOrDigit(c);
			text.append(shown ? c : '?');
		}
		return text.toString();
	}

}
