package io.github.raspspring.event.evidence;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.raspspring.engine.EndpointSection;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Redaction;
import io.github.raspspring.engine.pipeline.EvidenceKeeper;

/**
 * Adds values to evidence where somebody has asked for that: for a route, a detector or
 * both, until a date. Fields that are named as secrets are never kept. Thread-safe.
 */
public final class KeptValues implements EvidenceKeeper, EndpointSection {

	private final List<KeptValue> wishes;

	private final Clock clock;

	/**
	 * Create it.
	 * @param wishes what is kept, the first that matches applies
	 * @param clock tells until when
	 */
	public KeptValues(List<KeptValue> wishes, Clock clock) {
		this.wishes = List.copyOf(wishes);
		this.clock = clock;
	}

	/**
	 * Return what is kept right now.
	 * @return the wishes whose end has not come
	 */
	public List<KeptValue> active() {
		Instant now = this.clock.instant();
		return this.wishes.stream().filter((wish) -> now.isBefore(wish.until())).toList();
	}

	@Override
	public Finding keep(Inspection inspection, Finding finding) {
		if (this.wishes.isEmpty() || finding.name() == null || Redaction.isSecret(finding.location(), finding.name())) {
			return finding;
		}
		for (KeptValue wish : active()) {
			if (wish.concerns(inspection, finding)) {
				return inspection.values()
					.stream()
					.filter((value) -> isSeenIn(value, finding))
					.findFirst()
					.map((value) -> finding.withEvidence(wish.form().keep(value.value())))
					.orElse(finding);
			}
		}
		return finding;
	}

	private static boolean isSeenIn(InputValue value, Finding finding) {
		return value.kind() == InputValue.Kind.VALUE && value.location() == finding.location()
				&& Redaction.name(value.name()).equals(finding.name());
	}

	@Override
	public String name() {
		return "evidence";
	}

	@Override
	public Map<String, Object> overview() {
		return Map.of("keeps", active().size());
	}

	@Override
	public Object content() {
		return Map.of("keeps", this.wishes.stream().map(KeptValues::describe).toList());
	}

	@Override
	public List<String> gaps() {
		Instant now = this.clock.instant();
		return this.wishes.stream()
			.filter((wish) -> !now.isBefore(wish.until()))
			.map((wish) -> "rasp.evidence.keep of " + wish.label() + " has ended at " + wish.until()
					+ " and keeps nothing: remove it.")
			.toList();
	}

	private static Map<String, Object> describe(KeptValue wish) {
		Map<String, Object> description = new LinkedHashMap<>();
		description.put("what", wish.label());
		description.put("form", wish.form().name());
		description.put("until", wish.until().toString());
		return description;
	}

}
