package io.github.raspspring.engine.pipeline;

import java.time.Clock;
import java.util.function.Supplier;

import io.github.raspspring.engine.FailureMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.Redaction;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.event.InspectionBudgetExceeded;
import io.github.raspspring.engine.event.SecurityEventPublisher;

/**
 * Makes a failure of the product itself visible and treats the request by the failure
 * mode of its policy.
 */
final class FailureHandler {

	private static final Rule JUDGED_BY_FAILURE = new Rule("failed", "CWE-754",
			"A detector failed, and the failure mode of the route is closed.",
			"Report the failure named in the detector's event; set rasp.failure-mode=open to let such requests pass.");

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

	/**
	 * Treat a failure, once for each exchange and source.
	 */
	void failed(String source, Exchange exchange, Throwable failure, Findings findings) {
		if (!this.judgements.report(source, exchange, failure)) {
			return;
		}
		Finding refusal = this.judgements.refusal(source, JUDGED_BY_FAILURE, exchange, failure);
		if (refusal != null) {
			findings.add(refusal);
		}
	}

	/**
	 * Treat an exchange of which not all values are judged.
	 */
	void budgetExceeded(Exchange exchange, Findings findings) {
		if (exchange.noteFailure(Unjudged.SOURCE) && exchange.policy().unjudgedMode() == FailureMode.CLOSED) {
			findings.add(Unjudged.finding());
		}
	}

	/**
	 * Publish, at the end of an exchange, how much of it was not judged.
	 */
	void report(Exchange exchange) {
		BudgetAccount budget = exchange.budget();
		if (budget.isExceeded()) {
			this.publisher.publish(new InspectionBudgetExceeded(this.references.get(), this.clock.instant(),
					exchange.method(), Redaction.where(exchange.route(), exchange.path()), budget.judged(),
					budget.left(), exchange.policy().unjudgedMode()));
		}
	}

}
