package io.github.raspspring.engine.event;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Collects the parts of an {@link EventRecord}. Not thread-safe.
 */
public final class EventRecordBuilder {

	private final String reference;

	private final Instant occurredAt;

	private final String type;

	private final Map<String, String> facts = new LinkedHashMap<>();

	private EventOutcome outcome = EventOutcome.REPORTED;

	private String what = "";

	private EventPlace where = EventPlace.NONE;

	private EventReason why = new EventReason("NONE", "-", "");

	private List<EventFinding> findings = List.of();

	private List<String> fix = List.of();

	private @Nullable String trace;

	private boolean alarming = true;

	/**
	 * Start a record.
	 * @param reference the handle by which it is found again
	 * @param occurredAt when it happened
	 * @param type what kind of event it is
	 */
	public EventRecordBuilder(String reference, Instant occurredAt, String type) {
		this.reference = reference;
		this.occurredAt = occurredAt;
		this.type = type;
	}

	/**
	 * Set what came of it; {@link EventOutcome#REPORTED} if never called.
	 * @param outcome the outcome
	 * @return this builder
	 */
	public EventRecordBuilder outcome(EventOutcome outcome) {
		this.outcome = outcome;
		return this;
	}

	/**
	 * Set what happened.
	 * @param what the sentences
	 * @return this builder
	 */
	public EventRecordBuilder what(String what) {
		this.what = what;
		return this;
	}

	/**
	 * Set where it happened.
	 * @param where the place
	 * @return this builder
	 */
	public EventRecordBuilder where(EventPlace where) {
		this.where = where;
		return this;
	}

	/**
	 * Set why it was decided so.
	 * @param why the reason
	 * @return this builder
	 */
	public EventRecordBuilder why(EventReason why) {
		this.why = why;
		return this;
	}

	/**
	 * Set what was seen.
	 * @param findings the findings
	 * @return this builder
	 */
	public EventRecordBuilder findings(List<EventFinding> findings) {
		this.findings = findings;
		return this;
	}

	/**
	 * Set what to do about it.
	 * @param fix sentences
	 * @return this builder
	 */
	public EventRecordBuilder fix(List<String> fix) {
		this.fix = fix;
		return this;
	}

	/**
	 * Add what else is known.
	 * @param name one lower-case word, of the product and never of a client
	 * @param value the value, free of secrets
	 * @return this builder
	 */
	public EventRecordBuilder fact(String name, Object value) {
		this.facts.put(name, String.valueOf(value));
		return this;
	}

	/**
	 * Set the id of the trace.
	 * @param trace the id, or {@code null}
	 * @return this builder
	 */
	public EventRecordBuilder trace(@Nullable String trace) {
		this.trace = trace;
		return this;
	}

	/**
	 * Set whether somebody should look; {@code true} if never called.
	 * @param alarming whether it is a warning
	 * @return this builder
	 */
	public EventRecordBuilder alarming(boolean alarming) {
		this.alarming = alarming;
		return this;
	}

	/**
	 * Build the record.
	 * @return the record
	 */
	public EventRecord build() {
		return new EventRecord(this.reference, this.occurredAt, this.type, this.outcome, this.what, this.where,
				this.why, this.findings, this.fix, this.facts, this.trace, this.alarming, 0, this.occurredAt);
	}

}
