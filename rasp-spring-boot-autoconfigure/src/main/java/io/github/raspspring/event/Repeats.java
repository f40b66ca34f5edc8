package io.github.raspspring.event;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.raspspring.engine.event.EventOutcome;
import io.github.raspspring.engine.event.EventRecord;
import org.jspecify.annotations.Nullable;

/**
 * Tells the first of its kind from repeats: the same client, or subject, breaks the same
 * rules on the same route again within the window. Bounded, whoever sends what.
 * Thread-safe.
 */
final class Repeats {

	/** Kinds beyond this are told apart by their rules alone, whoever the client is. */
	private static final int MOST_CLIENTS = 4096;

	private static final int MOST_KINDS = 2 * MOST_CLIENTS;

	/** Of what concerns no client only these can happen at every request. */
	private static final Set<String> FREQUENT = Set.of("detector-failed", "inspection-budget-exceeded",
			"answer-aborted");

	private final Duration window;

	private final Map<List<String>, Fold> open = new HashMap<>();

	private final List<Fold> over = new ArrayList<>();

	/**
	 * Create an empty memory.
	 * @param window how long repeats are folded, zero to tell each
	 */
	Repeats(Duration window) {
		this.window = window;
	}

	/**
	 * Take an event.
	 * @return what it is folded into, or {@code null} if it is to be told in full
	 */
	synchronized @Nullable Fold admit(EventRecord event, Instant now) {
		List<String> kind = kind(event);
		if (kind.isEmpty()) {
			return null;
		}
		Fold known = this.open.get(kind);
		if (known != null && now.isBefore(known.end)) {
			known.add(event);
			return known;
		}
		close(known);
		this.open.put(kind, new Fold(event, now.plus(this.window)));
		return null;
	}

	/**
	 * Return what was repeated and is not any longer, and forget it.
	 */
	synchronized List<Fold> closed(Instant now) {
		this.open.values().removeIf((fold) -> {
			boolean ended = !now.isBefore(fold.end);
			if (ended) {
				close(fold);
			}
			return ended;
		});
		List<Fold> closed = List.copyOf(this.over);
		this.over.clear();
		return closed;
	}

	private void close(@Nullable Fold fold) {
		if (fold != null && fold.count > 0) {
			this.over.add(fold);
		}
	}

	private List<String> kind(EventRecord event) {
		if (this.window.isZero() || event.outcome() == EventOutcome.SERVED
				|| event.outcome() == EventOutcome.CLIENT_CHANGED) {
			return List.of();
		}
		if (event.outcome() == EventOutcome.REPORTED) {
			return FREQUENT.contains(event.type()) ? List.of(event.type(), event.facts().getOrDefault("source", ""))
					: List.of();
		}
		String action = event.outcome().label();
		List<String> kind = new ArrayList<>(event.rules());
		kind.add(action);
		if (this.open.size() >= MOST_KINDS) {
			return List.of(action);
		}
		if (this.open.size() < MOST_CLIENTS || this.open.containsKey(ofClient(kind, event))) {
			return ofClient(kind, event);
		}
		return kind;
	}

	private static List<String> ofClient(List<String> kind, EventRecord event) {
		List<String> own = new ArrayList<>(kind);
		own.add(Objects.requireNonNullElse(event.where().route(), ""));
		own.add(Objects.requireNonNullElse(event.where().client(), ""));
		own.add(Objects.requireNonNullElse(event.where().subject(), ""));
		return own;
	}

	/**
	 * An event and its repeats.
	 */
	static final class Fold {

		/** As many as a person looks at. */
		private static final int MOST_REFERENCES = 20;

		private final EventRecord first;

		private final Instant end;

		private final List<String> references = new ArrayList<>(2);

		private long count;

		private Instant last;

		private Fold(EventRecord first, Instant end) {
			this.first = first;
			this.end = end;
			this.last = first.occurredAt();
		}

		private void add(EventRecord repeat) {
			this.count++;
			this.last = repeat.occurredAt();
			if (this.references.size() < MOST_REFERENCES) {
				this.references.add(repeat.reference());
			}
		}

		EventRecord first() {
			return this.first;
		}

		/**
		 * Return the one line that stands for all repeats.
		 */
		EventRecord told() {
			Map<String, String> facts = new LinkedHashMap<>();
			facts.put("repeats", Long.toString(this.count));
			facts.put("last", this.last.toString());
			facts.put("rules", String.join(",", this.first.rules()));
			facts.put("references", String.join(",", this.references));
			return new EventRecord(this.first.reference(), this.first.occurredAt(), this.first.type() + "-again",
					this.first.outcome(), "The same was seen " + this.count + " times more, until " + this.last + ".",
					this.first.where(), this.first.why(), List.of(), List.of(), facts, this.first.trace(),
					this.first.alarming(), this.count, this.last);
		}

	}

}
