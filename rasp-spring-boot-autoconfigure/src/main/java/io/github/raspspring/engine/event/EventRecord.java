package io.github.raspspring.engine.event;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One event as it is kept, sent and shown: flat text, redacted, free of secrets, and of
 * names of people unless those are configured. Immutable.
 *
 * @param reference the handle by which it is found again, the same everywhere
 * @param occurredAt when it happened
 * @param type what kind of event it is, such as {@code threat-detected}
 * @param outcome what came of it
 * @param what what happened, in sentences
 * @param where where, and who was there
 * @param why why it was decided so
 * @param findings what was seen, empty for events that concern no request
 * @param fix what to do about it, in sentences
 * @param facts what else is known, by name, in the order of importance
 * @param trace id of the distributed trace, {@code null} where there is none
 * @param alarming whether somebody should look
 * @param repeats how often the same was seen again and is not told apart
 * @param lastAt when it was seen last
 */
public record EventRecord(String reference, Instant occurredAt, String type, EventOutcome outcome, String what,
		EventPlace where, EventReason why, List<EventFinding> findings, List<String> fix, Map<String, String> facts,
		@Nullable String trace, boolean alarming, long repeats, Instant lastAt) {

	public EventRecord {
		findings = List.copyOf(findings);
		fix = List.copyOf(fix);
		facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
	}

	/**
	 * Start a record.
	 * @param event what happened
	 * @param type what kind of event it is
	 * @return a builder for the rest
	 */
	public static EventRecordBuilder of(SecurityEvent event, String type) {
		return new EventRecordBuilder(event.reference(), event.occurredAt(), type);
	}

	/**
	 * Return this record with more repeats.
	 * @param more how many more
	 * @param at when it was seen last
	 * @return the copy
	 */
	public EventRecord repeated(long more, Instant at) {
		return new EventRecord(this.reference, this.occurredAt, this.type, this.outcome, this.what, this.where,
				this.why, this.findings, this.fix, this.facts, this.trace, this.alarming, this.repeats + more,
				at.isAfter(this.lastAt) ? at : this.lastAt);
	}

	/**
	 * Return this record for somebody who asks by the reference of a repeat.
	 * @param asked the reference
	 * @return a copy of that reference, which names the first in its facts
	 */
	public EventRecord askedAs(String asked) {
		if (asked.equals(this.reference)) {
			return this;
		}
		Map<String, String> extended = new LinkedHashMap<>(this.facts);
		extended.put("repeat-of", this.reference);
		return new EventRecord(asked, this.occurredAt, this.type, this.outcome, this.what, this.where, this.why,
				this.findings, this.fix, extended, this.trace, this.alarming, this.repeats, this.lastAt);
	}

	/**
	 * Return how often it happened.
	 * @return at least one
	 */
	public long times() {
		return this.repeats + 1;
	}

	/**
	 * Return the rules that were broken.
	 * @return each once, as detector and rule
	 */
	public List<String> rules() {
		return this.findings.stream().map(EventFinding::ruleName).distinct().toList();
	}

}
