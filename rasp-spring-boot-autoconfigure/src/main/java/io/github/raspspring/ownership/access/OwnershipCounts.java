package io.github.raspspring.ownership.access;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what was judged and what could not be. Thread-safe.
 */
final class OwnershipCounts {

	private static final int MAX_SHAPES = 20;

	private final LongAdder[] counts = new LongAdder[Count.values().length];

	private final Deque<String> unreadable = new ArrayDeque<>();

	OwnershipCounts() {
		for (int i = 0; i < this.counts.length; i++) {
			this.counts[i] = new LongAdder();
		}
	}

	void add(Count count) {
		this.counts[count.ordinal()].increment();
	}

	/**
	 * Keep the shape of a statement that the parser can't read.
	 */
	void unreadable(String shape) {
		add(Count.UNREADABLE_TEXTS);
		synchronized (this.unreadable) {
			if (!this.unreadable.contains(shape)) {
				this.unreadable.addLast(shape);
				if (this.unreadable.size() > MAX_SHAPES) {
					this.unreadable.removeFirst();
				}
			}
		}
	}

	List<String> unreadable() {
		synchronized (this.unreadable) {
			return List.copyOf(this.unreadable);
		}
	}

	Map<String, Long> all() {
		Map<String, Long> all = new LinkedHashMap<>();
		for (Count count : Count.values()) {
			all.put(count.shown(), this.counts[count.ordinal()].sum());
		}
		return all;
	}

	/**
	 * What is counted.
	 */
	enum Count {

		/** Executions of statements on guarded tables for a verified subject. */
		JUDGED,

		/** Executions for nobody's request. */
		BACKGROUND,

		/** Executions for a request without a verified subject. */
		ANONYMOUS,

		/** Executions for a subject without the claim of the rule. */
		CLAIM_MISSING,

		/** Texts that the parser can't read. */
		UNREADABLE_TEXTS,

		/** Results in which the owner can't be told from other columns. */
		OWNER_UNCERTAIN,

		/** Findings of rows that are somebody else's. */
		FOREIGN,

		/** Findings of statements that nothing restricts. */
		UNRESTRICTED;

		private String shown() {
			StringBuilder shown = new StringBuilder();
			for (String word : name().toLowerCase(Locale.ROOT).split("_")) {
				shown.append(shown.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
			}
			return shown.toString();
		}

	}

}
