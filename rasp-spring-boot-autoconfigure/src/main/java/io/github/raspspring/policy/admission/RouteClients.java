package io.github.raspspring.policy.admission;

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

	private static final Rule ANONYMOUS = new Rule("authentication-needed", "CWE-306",
			"The route asks for scopes, and nobody is authenticated.",
			"Send credentials with the request, or leave scopes of the route in rasp.routes out.");

	private final Phase phase;

	private final ClientRules rules;

	/**
	 * Create a detector.
	 * @param phase when it judges
	 * @param rules who reaches which route
	 */
	public RouteClients(Phase phase, ClientRules rules) {
		this.phase = phase;
		this.rules = rules;
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
			Rule rule = (ClientRule.isScope(missing) && inspection.subject() == null) ? ANONYMOUS : RULE;
			findings.add(Finding.of(this, rule).confidence(Confidence.CERTAIN).evidence("no such " + missing).build());
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
		ClientRule rule = this.rules.first(inspection,
				(candidate) -> !candidate.isOpen() && candidate.requests().matchesByHandlerOnly(inspection));
		return (rule != null) ? rule.missingOfAll(inspection) : "";
	}

	private @Nullable ClientRule ruleOf(Inspection inspection) {
		ClientRule rule = this.rules.first(inspection, (candidate) -> true);
		return (rule == null || rule.isOpen()) ? null : rule;
	}

}
