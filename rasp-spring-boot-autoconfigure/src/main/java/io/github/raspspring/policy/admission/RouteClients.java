package io.github.raspspring.policy.admission;

import java.util.List;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Detector;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that only the clients of a route reach it. There is one for each phase:
 * before anybody is authenticated, behind that, and when the handler is known, for paths
 * that the application maps to the route by other means than its pattern. The first route
 * that matches counts. CWE-284.
 */
public final class RouteClients implements Detector {

	private static final Rule RULE = new Rule("client-not-admitted", "CWE-284",
			"The route is open to certain clients only, and this is none of them.",
			"Add the client to the clients of the route in rasp.routes if it is to reach it.");

	private final Phase phase;

	private final List<ClientRule> rules;

	/**
	 * Create a detector.
	 * @param phase when it judges
	 * @param rules a rule for each route in the order in which routes are tried, those
	 * included that are open to everybody
	 */
	public RouteClients(Phase phase, List<ClientRule> rules) {
		this.phase = phase;
		this.rules = List.copyOf(rules);
	}

	@Override
	public String name() {
		return switch (this.phase) {
			case REQUEST -> "route-clients";
			case IDENTITY -> "route-subjects";
			case HANDLER -> "route-handlers";
		};
	}

	@Override
	public Category category() {
		return Category.BUSINESS_LOGIC;
	}

	@Override
	public Phase phase() {
		return this.phase;
	}

	@Override
	public void detect(Inspection inspection, Findings findings) {
		String missing = switch (this.phase) {
			case REQUEST -> atFirst(inspection);
			case IDENTITY -> ofSubject(inspection);
			case HANDLER -> byHandler(inspection);
		};
		if (!missing.isEmpty()) {
			findings.add(Finding.of(this, RULE).confidence(Confidence.CERTAIN).evidence("no such " + missing).build());
		}
	}

	private String atFirst(Inspection inspection) {
		ClientRule rule = ruleOf(inspection);
		return (rule != null) ? rule.missingAtFirst(inspection) : "";
	}

	private String ofSubject(Inspection inspection) {
		ClientRule rule = ruleOf(inspection);
		return (rule != null) ? rule.missingOfSubject(inspection) : "";
	}

	private String byHandler(Inspection inspection) {
		for (ClientRule rule : this.rules) {
			if (!rule.isOpen() && rule.requests().matchesByHandlerOnly(inspection)) {
				return rule.missingOfAll(inspection);
			}
		}
		return "";
	}

	private @Nullable ClientRule ruleOf(Inspection inspection) {
		for (ClientRule rule : this.rules) {
			if (rule.requests().matches(inspection)) {
				return rule.isOpen() ? null : rule;
			}
		}
		return null;
	}

}
