package io.github.raspspring.engine.pipeline;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Rule;

/**
 * What is said of a request of which not everything was judged, because that takes more
 * time than one request may: whatever was left could be an attack.
 */
public final class Unjudged {

	/** The source of such findings. */
	public static final String SOURCE = "inspection-budget";

	private static final Rule BUDGET_EXCEEDED = new Rule("budget-exceeded", "CWE-400",
			"The request takes longer to judge than the budget allows, and not everything in it was judged.",
			"Bound the size of what the route accepts, or raise rasp.inspection.budget and "
					+ "rasp.inspection.max-budget; set unjudged-mode=open on a route to let such requests pass.");

	private Unjudged() {
	}

	/**
	 * Create the finding.
	 * @return a finding that refuses where policies say so
	 */
	public static Finding finding() {
		return Finding.of(SOURCE, Category.PROTOCOL, BUDGET_EXCEEDED).confidence(Confidence.CERTAIN).build();
	}

}
