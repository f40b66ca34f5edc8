package io.github.raspspring.event.mark;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.github.raspspring.engine.event.EventFinding;
import io.github.raspspring.engine.event.EventRecord;
import org.jspecify.annotations.Nullable;

/**
 * What ends a false alarm, as narrow as possible: one detector, on one route, for one
 * value, or where no single value shows it or its name was redacted, for the route.
 *
 * @param detector name of the detector or sink
 * @param parameter name of the value, {@code null} if the detector is to watch only
 */
public record Exclusion(String detector, @Nullable String parameter) {

	/** A name of this kind stands for many, so that it excludes none. */
	private static final Pattern REDACTED = Pattern.compile("a{9,}|9{2,}|\\?");

	/**
	 * Find the exclusions of an event.
	 * @param rule the only detector and rule that is wrong, {@code null} for all
	 */
	static Set<Exclusion> of(EventRecord event, @Nullable String rule) {
		Set<Exclusion> exclusions = new LinkedHashSet<>();
		for (EventFinding finding : event.findings()) {
			if (rule == null || rule.equals(finding.ruleName())) {
				String name = finding.name();
				boolean named = name != null && !name.isEmpty() && !REDACTED.matcher(name).find();
				exclusions.add(new Exclusion(finding.detector(), named ? name : null));
			}
		}
		return exclusions;
	}

	static Set<String> rules(EventRecord event, @Nullable String rule) {
		Set<String> rules = new TreeSet<>(event.rules());
		rules.removeIf((known) -> rule != null && !rule.equals(known));
		return rules;
	}

}
