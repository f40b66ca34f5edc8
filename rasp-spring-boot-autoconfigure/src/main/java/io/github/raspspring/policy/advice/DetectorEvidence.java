package io.github.raspspring.policy.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Inspection;

/**
 * What a detector saw on a route. Not thread-safe.
 */
final class DetectorEvidence {

	private static final int MOST_PARAMETERS = 50;

	/** So many names may come up first with one caller. */
	private static final int MOST_OF_CALLER = 10;

	private static final int MOST_CALLERS = 1_000;

	private final Callers callers = new Callers();

	private final Map<String, Parameter> parameters = new TreeMap<>();

	private final Map<Integer, Integer> introduced = new HashMap<>();

	private long findings;

	private long strong;

	void add(Inspection inspection, Finding finding, boolean served) {
		this.findings++;
		if (finding.confidence() == Confidence.WEAK) {
			return;
		}
		this.strong++;
		this.callers.add(inspection);
		String name = (finding.name() != null) ? finding.name() : "";
		String key = (finding.location() != null) ? finding.location().label() + ' ' + name : "request";
		if (this.parameters.containsKey(key) || mayIntroduce(inspection)) {
			this.parameters.computeIfAbsent(key, (unknown) -> new Parameter(name)).add(inspection, served);
		}
	}

	/**
	 * Names are chosen by clients: those that one caller has made up must not keep out
	 * what many send, nor push it out.
	 */
	private boolean mayIntroduce(Inspection inspection) {
		int caller = Callers.hash(inspection);
		if (this.introduced.size() >= MOST_CALLERS && !this.introduced.containsKey(caller)) {
			return false;
		}
		if (this.introduced.merge(caller, 1, Integer::sum) > MOST_OF_CALLER) {
			return false;
		}
		if (this.parameters.size() >= MOST_PARAMETERS) {
			forgetRarest();
		}
		return this.parameters.size() < MOST_PARAMETERS;
	}

	private void forgetRarest() {
		this.parameters.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().callers.count() <= 1)
			.min(Comparator.comparingLong((entry) -> entry.getValue().findings))
			.ifPresent((entry) -> this.parameters.remove(entry.getKey()));
	}

	/**
	 * Return the parameters whose findings many callers cause, all of whom the
	 * application serves.
	 */
	List<String> suspected(AdviceSettings settings) {
		List<String> suspected = new ArrayList<>();
		this.parameters.forEach((key, parameter) -> {
			if (isPlain(parameter.name) && parameter.isSuspected(settings)) {
				suspected.add(parameter.name);
			}
		});
		return suspected;
	}

	/**
	 * Clients choose names. What is written into a configuration is a name as
	 * applications give them.
	 */
	private static boolean isPlain(String name) {
		return !name.isEmpty() && name.chars()
			.allMatch(
					(c) -> c >= '0' && c <= '9' || (c | 0x20) >= 'a' && (c | 0x20) <= 'z' || "_-./[]".indexOf(c) >= 0);
	}

	boolean isReady(AdviceSettings settings) {
		return this.parameters.values().stream().noneMatch((parameter) -> parameter.isSuspected(settings));
	}

	Map<String, Object> describe(AdviceSettings settings) {
		Map<String, Object> description = new LinkedHashMap<>();
		description.put("ready", isReady(settings));
		description.put("findings", this.findings);
		description.put("strongFindings", this.strong);
		description.put("callers", this.callers.count());
		description.put("parameters",
				this.parameters.entrySet()
					.stream()
					.sorted(Comparator.comparing((entry) -> -entry.getValue().findings))
					.map((entry) -> entry.getValue().describe(entry.getKey(), settings))
					.toList());
		return description;
	}

	/**
	 * One value by its name.
	 */
	private static final class Parameter {

		private final Callers callers = new Callers();

		private final String name;

		private long findings;

		private long served;

		private Parameter(String name) {
			this.name = name;
		}

		private void add(Inspection inspection, boolean served) {
			this.findings++;
			this.served += served ? 1 : 0;
			this.callers.add(inspection);
		}

		/**
		 * An attacker is one or few, and gets errors. What many callers send who are all
		 * served is how the application is used.
		 */
		private boolean isSuspected(AdviceSettings settings) {
			return this.callers.count() >= settings.suspiciousCallers() && 2 * this.served >= this.findings;
		}

		private Map<String, Object> describe(String key, AdviceSettings settings) {
			Map<String, Object> description = new LinkedHashMap<>();
			description.put("parameter", key);
			description.put("findings", this.findings);
			description.put("callers", this.callers.count());
			description.put("served", this.served);
			description.put("suspectedFalseAlarm", isSuspected(settings));
			return description;
		}

	}

}
