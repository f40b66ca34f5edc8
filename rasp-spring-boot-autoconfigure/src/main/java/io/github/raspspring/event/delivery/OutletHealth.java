package io.github.raspspring.event.delivery;

import java.util.function.BiConsumer;

/**
 * Whether an outlet takes events. Tells of changes, never of each failure. Used by the
 * thread of the queue, shown to any.
 */
final class OutletHealth {

	private final String outlet;

	private final BiConsumer<String, String> changes;

	private volatile String cause = "";

	/**
	 * Create the health of an outlet that works.
	 * @param changes told the name of the outlet, and why it failed, {@code none} if it
	 * works again
	 */
	OutletHealth(String outlet, BiConsumer<String, String> changes) {
		this.outlet = outlet;
		this.changes = changes;
	}

	void works() {
		if (!this.cause.isEmpty()) {
			this.cause = "";
			this.changes.accept(this.outlet, "none");
		}
	}

	void failed(Throwable failure) {
		boolean before = this.cause.isEmpty();
		this.cause = failure.getClass().getName();
		if (before) {
			this.changes.accept(this.outlet, this.cause);
		}
	}

	String shown() {
		return this.cause.isEmpty() ? "works" : "fails: " + this.cause;
	}

}
