package io.github.raspspring.policy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.SectionOperation;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.convert.DurationStyle;

/**
 * What operators have set for a policy while the application runs, each for some time:
 * its mode, its score, and parameters that are left alone. Thread-safe.
 */
final class PolicyOverrides {

	private static final Duration LONGEST = Duration.ofDays(30);

	private static final String RULE = "rule has a line mode=off, monitor or block, block-score=<number> "
			+ "or excluded-parameters=<names>";

	private final Clock clock;

	private volatile Map<Policy, Override> overrides = Map.of();

	PolicyOverrides(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Return what applies instead of a policy right now, the policy itself if nothing
	 * does.
	 */
	Policy apply(Policy policy) {
		Map<Policy, Override> current = this.overrides;
		if (current.isEmpty()) {
			return policy;
		}
		Override override = current.get(policy);
		return (override != null && this.clock.instant().isBefore(override.expires)) ? override.policy : policy;
	}

	synchronized Map<String, Object> operate(SectionOperation operation, Stream<Policy> policies) {
		Policy policy = policies.filter((candidate) -> candidate.id().equals(operation.target()))
			.findFirst()
			.orElseThrow(() -> new NoSuchElementException("There is no policy of this name"));
		Map<Policy, Override> changed = new HashMap<>(this.overrides);
		Instant now = this.clock.instant();
		changed.values().removeIf((override) -> !now.isBefore(override.expires));
		switch (operation.name()) {
			case "override" -> changed.put(policy, new Override(overridden(policy, operation.argument("rule")),
					now.plus(duration(operation)), String.valueOf(operation.argument("rule"))));
			case "restore" -> {
				if (changed.remove(policy) == null) {
					throw new NoSuchElementException("The policy is not overridden");
				}
			}
			default -> throw new IllegalArgumentException("Policies can be changed by override and restore");
		}
		this.overrides = Map.copyOf(changed);
		return describe();
	}

	/**
	 * Go on with policies that replace those of the same names. What was set for others
	 * ends.
	 */
	synchronized void moveTo(Stream<Policy> policies) {
		Map<String, Override> named = new HashMap<>();
		this.overrides.forEach((policy, override) -> named.put(policy.id(), override));
		Map<Policy, Override> moved = new HashMap<>();
		policies.forEach((policy) -> {
			Override known = named.get(policy.id());
			if (known != null) {
				moved.put(policy, new Override(overridden(policy, known.rule), known.expires, known.rule));
			}
		});
		this.overrides = Map.copyOf(moved);
	}

	boolean isEmpty() {
		return this.overrides.isEmpty();
	}

	/**
	 * Return what is set, by the names of policies.
	 */
	Map<String, Object> describe() {
		Instant now = this.clock.instant();
		Map<String, Object> description = new TreeMap<>();
		this.overrides.forEach((policy, override) -> {
			if (now.isBefore(override.expires)) {
				description.put(policy.id(),
						Map.of("policy", PolicyDescriptor.of(override.policy), "expires", override.expires.toString()));
			}
		});
		return description;
	}

	private static Policy overridden(Policy policy, @Nullable String rule) {
		EnforcementMode mode = policy.mode();
		int score = policy.blockScore();
		Set<String> parameters = new HashSet<>(policy.excludedParameters());
		List<String> lines = (rule != null) ? rule.lines().map(String::strip).filter((line) -> !line.isEmpty()).toList()
				: List.of();
		if (lines.isEmpty()) {
			throw new IllegalArgumentException(RULE);
		}
		for (String line : lines) {
			int end = Math.max(line.indexOf('='), line.indexOf(':'));
			String value = line.substring(end + 1).strip();
			switch ((end > 0) ? line.substring(0, end).strip() : "") {
				case "mode" -> mode = mode(value);
				case "block-score" -> score = score(value);
				case "excluded-parameters" ->
					parameters.addAll(Stream.of(value.split(",")).map(String::strip).toList());
				default -> throw new IllegalArgumentException(RULE);
			}
		}
		return new Policy(policy.id(), mode, score, policy.failureMode(), policy.excludedDetectors(),
				policy.detectorModes(), policy.jsonRouteModes(), parameters, policy.unjudgedMode(),
				policy.excludedValues(), policy.limits());
	}

	private static EnforcementMode mode(String value) {
		try {
			return EnforcementMode.valueOf(value.toUpperCase(Locale.ROOT));
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException(RULE, ex);
		}
	}

	private static int score(String value) {
		try {
			int score = Integer.parseInt(value);
			if (score > 0) {
				return score;
			}
		}
		catch (NumberFormatException ex) {
			// Told below.
		}
		throw new IllegalArgumentException("block-score is a whole number of 1 or more");
	}

	private static Duration duration(SectionOperation operation) {
		String text = operation.argument("duration");
		try {
			Duration duration = DurationStyle.SIMPLE.parse((text != null) ? text : "");
			if (!duration.isNegative() && !duration.isZero() && duration.compareTo(LONGEST) <= 0) {
				return duration;
			}
		}
		catch (RuntimeException ex) {
			// Told below.
		}
		throw new IllegalArgumentException("duration of an override is a time of at most 30d, such as 15m or 24h");
	}

	/**
	 * What applies instead, and until when.
	 */
	private record Override(Policy policy, Instant expires, String rule) {

	}

}
