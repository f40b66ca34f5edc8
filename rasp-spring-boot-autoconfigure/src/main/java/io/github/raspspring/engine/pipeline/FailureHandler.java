package io.github.raspspring.engine.pipeline;

import java.time.Clock;
import java.util.function.Supplier;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.FailureMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionBudgetExceeded;
import io.github.raspspring.engine.Redaction;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.SecurityEventPublisher;

/**
 * Makes a failure of the product itself visible and treats the request by the failure
 * mode of its policy.
 */
final class FailureHandler {

	private static final Rule JUDGED_BY_FAILURE = new Rule("failed", "CWE-754",
			"A detector failed, and the failure mode of the route is closed.",
			"Report the failure named in the detector's event; set rasp.failure-mode=open to let such requests pass.");

	private static final Rule JUDGED_BY_BUDGET = new Rule("budget-exceeded", "CWE-400",
			"The values of the request took longer to judge than the budget allows, and the failure mode is closed.",
			"Raise rasp.inspection.budget if honest requests need more; set rasp.failure-mode=open to let them pass.");

	private final SecurityEventPublisher publisher;

	private final Supplier<String> references;

	private final Clock clock;

	private final JudgementFailures judgements;

	FailureHandler(SecurityEventPublisher publisher, Supplier<String> references, Clock clock) {
		this.publisher = publisher;
		this.references = references;
		this.clock = clock;
		this.judgements = new JudgementFailures(publisher, references, clock);
	}

	void failed(String source, Inspection inspection, Throwable failure, Findings findings) {
		Finding finding = this.judgements.failed(source, JUDGED_BY_FAILURE, inspection, failure);
		if (finding != null) {
			findings.add(finding);
		}
	}

	/**
	 * Treat an exchange of which not all values are judged.
	 */
	void budgetExceeded(Inspection inspection, Findings findings) {
		if (inspection.policy().failureMode() == FailureMode.CLOSED) {
			findings.add(Finding.of("inspection-budget", Category.PROTOCOL, JUDGED_BY_BUDGET)
				.confidence(Confidence.CERTAIN)
				.build());
		}
	}

	/**
	 * Publish, at the end of an exchange, how much of it was not judged.
	 */
	void report(Exchange exchange) {
		BudgetAccount budget = exchange.budget();
		if (budget.isExceeded()) {
			String route = exchange.route();
			this.publisher.publish(new InspectionBudgetExceeded(this.references.get(), this.clock.instant(),
					exchange.method(), (route != null) ? route : Redaction.label(exchange.path()), budget.judged(),
					budget.left(), exchange.policy().failureMode()));
		}
	}

}
