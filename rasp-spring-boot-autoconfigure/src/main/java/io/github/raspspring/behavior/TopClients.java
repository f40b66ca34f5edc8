package io.github.raspspring.behavior;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Subject;

/**
 * The clients that do most of something (Metwally et al. 2005, space saving), so that a
 * report may name them. Thread-safe.
 */
public final class TopClients {

	private static final int KEPT = 32;

	private static final int LONGEST = 120;

	private final Map<String, Integer> counts = new HashMap<>();

	/**
	 * Count a request.
	 * @param inspection the request
	 */
	public void add(Inspection inspection) {
		String name = nameOf(inspection);
		synchronized (this) {
			int before = this.counts.getOrDefault(name, 0);
			if (before == 0 && this.counts.size() >= KEPT) {
				Map.Entry<String, Integer> least = this.counts.entrySet()
					.stream()
					.min(Map.Entry.comparingByValue())
					.orElseThrow();
				before = least.getValue();
				this.counts.remove(least.getKey());
			}
			this.counts.put(name, before + 1);
		}
	}

	/**
	 * Return those who did most, and start again.
	 * @param limit how many at most
	 * @return their names, the first did most
	 */
	public synchronized List<String> take(int limit) {
		List<String> names = this.counts.entrySet()
			.stream()
			.sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
				.thenComparing(Map.Entry.comparingByKey()))
			.limit(limit)
			.map(Map.Entry::getKey)
			.toList();
		this.counts.clear();
		return names;
	}

	private static String nameOf(Inspection inspection) {
		Subject subject = inspection.subject();
		return plain((subject != null) ? "subject:" + subject.name() : "network:" + inspection.client().network());
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
