package io.github.raspspring.autoconfigure.actuate;

import java.util.Map;

import io.github.raspspring.event.delivery.EventOutlets;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Counts events that an outlet, such as the audit file, was not able to take.
 */
final class OutletMeters implements MeterBinder {

	private final EventOutlets outlets;

	OutletMeters(EventOutlets outlets) {
		this.outlets = outlets;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		for (String outlet : this.outlets.overview().keySet()) {
			FunctionCounter.builder("rasp.events.dropped", this.outlets, (all) -> dropped(all, outlet))
				.description("Events that an outlet was not able to take")
				.tag("outlet", outlet)
				.register(registry);
		}
	}

	private static long dropped(EventOutlets outlets, String outlet) {
		return outlets.dropped().getOrDefault(outlet, Map.of()).values().stream().mapToLong(Long::longValue).sum();
	}

}
