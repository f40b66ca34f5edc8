package io.github.raspspring.event;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionListener;
import io.github.raspspring.engine.Outcome;
import io.github.raspspring.engine.Subject;
import io.github.raspspring.engine.event.RequestServed;
import io.github.raspspring.engine.event.SecurityEventPublisher;

/**
 * Publishes that requests were served: each, or one of so many. Thread-safe.
 */
public final class AccessRecorder implements InspectionListener {

	private final SecurityEventPublisher publisher;

	private final int share;

	private final Supplier<String> references;

	private final AtomicLong served = new AtomicLong();

	/**
	 * Create a recorder.
	 * @param publisher takes the events
	 * @param share one of how many requests is told of, 1 for each
	 * @param references makes a new unique reference at each call
	 */
	public AccessRecorder(SecurityEventPublisher publisher, int share, Supplier<String> references) {
		this.publisher = publisher;
		this.share = share;
		this.references = references;
	}

	@Override
	public boolean isImmediate() {
		return true;
	}

	@Override
	public void completed(Inspection inspection, Outcome outcome) {
		if (this.served.getAndIncrement() % this.share != 0) {
			return;
		}
		Subject subject = inspection.subject();
		this.publisher.publish(new RequestServed(this.references.get(), inspection.startedAt(), inspection.method(),
				inspection.route(), inspection.path(), inspection.client().address(),
				(subject != null) ? subject.name() : null, outcome.status(), outcome.duration(), outcome.bytes(),
				outcome.decision().action(), outcome.decision().reference()));
	}

}
