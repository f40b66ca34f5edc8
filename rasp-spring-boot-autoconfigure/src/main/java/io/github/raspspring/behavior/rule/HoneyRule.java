package io.github.raspspring.behavior.rule;

import java.util.List;
import java.util.Set;

import io.github.raspspring.behavior.UsageRule;
import io.github.raspspring.behavior.Visit;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Rule;

/**
 * Somebody touches what was laid out for nobody to touch: a path that nothing links to, a
 * parameter that no client sends, an id that was given to nobody. AppSensor HT, CWE-425.
 */
public final class HoneyRule implements UsageRule {

	/** The name under {@code rasp.behavior.detectors}. */
	public static final String KEY = "honey";

	private static final Rule ROUTE = new Rule("honey-route", "CWE-425",
			"The client asks for a path that was laid out as a trap.", "Nothing is to be fixed in the application.");

	private static final Rule PARAMETER = new Rule("canary-parameter", "CWE-425",
			"The client sends a parameter that was laid out as a trap.", "Nothing is to be fixed in the application.");

	private static final Rule ID = new Rule("canary-id", "CWE-639",
			"The client asks for an object that was laid out as a trap.", "Find out where the client has the id from.");

	private static final int POINTS = 20;

	private final EnforcementMode mode;

	private final List<Requests> routes;

	private final Set<String> parameters;

	private final Set<String> ids;

	/**
	 * Create the rule.
	 * @param mode the strictest mode of its findings
	 * @param routes path patterns that are traps
	 * @param parameters names of parameters and fields that are traps
	 * @param ids values of path variables, parameters and fields that are traps
	 */
	public HoneyRule(EnforcementMode mode, List<String> routes, Set<String> parameters, Set<String> ids) {
		this.mode = mode;
		this.routes = routes.isEmpty() ? List.of() : List.of(new Requests(routes, Set.of()));
		this.parameters = Set.copyOf(parameters);
		this.ids = Set.copyOf(ids);
	}

	@Override
	public String name() {
		return Report.nameOf(KEY);
	}

	@Override
	public Set<Phase> phases() {
		return Set.of(Phase.REQUEST, Phase.HANDLER);
	}

	@Override
	public void judge(Visit visit, Findings findings) {
		boolean first = visit.inspection().phase() == Phase.REQUEST;
		if (first && !this.routes.isEmpty() && this.routes.get(0).contain(visit.inspection())) {
			add(ROUTE, findings);
		}
		if (this.parameters.isEmpty() && this.ids.isEmpty()) {
			return;
		}
		for (InputValue value : visit.inspection().values()) {
			if (first != (value.location() == InputLocation.QUERY) || isOfBrowser(value)) {
				continue;
			}
			if (this.parameters.contains(nameOf(value))) {
				add(PARAMETER, findings);
				return;
			}
			if (this.ids.contains(value.value()) && value.kind() == InputValue.Kind.VALUE) {
				add(ID, findings);
				return;
			}
		}
	}

	private static String nameOf(InputValue value) {
		String name = value.lastName();
		return name.substring(name.lastIndexOf('/') + 1);
	}

	private static boolean isOfBrowser(InputValue value) {
		return value.location() == InputLocation.HEADER || value.location() == InputLocation.COOKIE;
	}

	private void add(Rule rule, Findings findings) {
		findings.add(Report.forbidden(name(), rule, this.mode, Confidence.CERTAIN, POINTS, ""));
	}

}
