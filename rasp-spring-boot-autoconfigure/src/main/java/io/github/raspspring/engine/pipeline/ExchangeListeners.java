package io.github.raspspring.engine.pipeline;

import java.util.List;

import io.github.raspspring.engine.Deliveries;
import io.github.raspspring.engine.InspectionListener;
import io.github.raspspring.engine.Outcome;

/**
 * Those who are told of the end of each exchange: at once, or off the thread of the
 * request. Thread-safe.
 */
public final class ExchangeListeners {

	private final InspectionListener[] immediate;

	private final InspectionListener[] others;

	private final Deliveries deliveries;

	/**
	 * Create the listeners.
	 * @param listeners all listeners, in the order in which they are told
	 * @param deliveries tells those who are not immediate
	 */
	public ExchangeListeners(List<InspectionListener> listeners, Deliveries deliveries) {
		this.immediate = listeners.stream().filter(InspectionListener::isImmediate).toArray(InspectionListener[]::new);
		this.others = listeners.stream()
			.filter((listener) -> !listener.isImmediate())
			.toArray(InspectionListener[]::new);
		this.deliveries = deliveries;
	}

	void tell(Exchange exchange, Outcome outcome, FailureHandler failures) {
		tell(this.immediate, exchange, outcome, failures);
		if (this.others.length > 0) {
			this.deliveries.deliver(exchange.weight(), () -> tell(this.others, exchange, outcome, failures));
		}
	}

	private static void tell(InspectionListener[] listeners, Exchange exchange, Outcome outcome,
			FailureHandler failures) {
		for (InspectionListener listener : listeners) {
			try {
				listener.completed(exchange, outcome);
			}
			catch (Throwable ex) {
				failures.failed(listener.getClass().getSimpleName(), exchange, ex, (finding) -> {
				});
			}
		}
	}

}
