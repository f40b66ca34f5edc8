package io.github.raspspring.selfcheck;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.raspspring.engine.EndpointSection;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.selfcheck.Verdict.Result;

/**
 * Tries the samples when asked to and shows what became of them. A sample that is missed
 * is a gap. Thread-safe.
 */
public final class SelfCheck implements EndpointSection {

	private final Laboratory laboratory;

	private volatile List<Verdict> verdicts = List.of();

	/**
	 * Create a check that has not run yet.
	 * @param laboratory makes the trials
	 */
	public SelfCheck(Laboratory laboratory) {
		this.laboratory = laboratory;
	}

	/**
	 * Try all samples under all policies that are not off.
	 */
	public void run() {
		Set<String> present = this.laboratory.detectors();
		List<Verdict> verdicts = new ArrayList<>();
		for (Policy policy : this.laboratory.policies()) {
			if (policy.mode() == EnforcementMode.OFF) {
				continue;
			}
			Trial trial = this.laboratory.trial(policy);
			SampleRequest.all()
				.forEach((sample) -> verdicts.add(trial.of(sample, present.contains(sample.detector()))));
			SampleCall.all().forEach((sample) -> verdicts.add(trial.of(sample)));
		}
		this.verdicts = List.copyOf(verdicts);
	}

	List<Verdict> verdicts() {
		return this.verdicts;
	}

	@Override
	public String name() {
		return "self-check";
	}

	@Override
	public String reason() {
		return "rasp.self-check.enabled";
	}

	@Override
	public String headline() {
		return "self-check " + count(Result.REFUSED) + " refused, " + count(Result.MISSED) + " missed";
	}

	@Override
	public Map<String, Object> overview() {
		Map<String, Object> overview = new LinkedHashMap<>();
		for (Result result : Result.values()) {
			overview.put(result.name().toLowerCase(Locale.ROOT), count(result));
		}
		return overview;
	}

	@Override
	public List<String> gaps() {
		Map<String, List<String>> byReason = this.verdicts.stream()
			.filter((verdict) -> verdict.result() == Result.MISSED)
			.collect(Collectors.groupingBy((verdict) -> "under policy " + verdict.policy() + ". " + verdict.reason(),
					LinkedHashMap::new, Collectors.mapping(Verdict::source, Collectors.toList())));
		return byReason.entrySet()
			.stream()
			.map((gap) -> "An attack of the self-check was missed by " + String.join(", ", gap.getValue()) + ' '
					+ gap.getKey())
			.toList();
	}

	@Override
	public Object content() {
		return Map.of("samples", this.verdicts);
	}

	private long count(Result result) {
		return this.verdicts.stream().filter((verdict) -> verdict.result() == result).count();
	}

}
