package io.github.raspspring.autoconfigure;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.github.raspspring.engine.event.EventOutlet;
import io.github.raspspring.engine.event.OutletStateChanged;
import io.github.raspspring.engine.event.SecurityEventPublisher;
import io.github.raspspring.event.AuditLog;
import io.github.raspspring.event.delivery.EventOutlets;
import io.github.raspspring.event.delivery.RetryPlan;

import org.springframework.beans.BeansException;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Puts the places to which events are written behind their queues.
 */
final class EventOutletAssembly {

	private static final RetryPlan PATIENT = new RetryPlan(5, Duration.ofMillis(250), Duration.ofSeconds(10));

	private final RaspEventsProperties properties;

	EventOutletAssembly(RaspEventsProperties properties) {
		this.properties = properties;
	}

	EventOutlets outlets(List<EventOutlet> outlets, ObjectProvider<SecurityEventPublisher> publisher) {
		EventOutlets all = new EventOutlets((outlet, cause) -> tell(publisher, outlet, cause));
		if (this.properties.delivery() == RaspEventsProperties.Delivery.INLINE) {
			all.inline(new AuditLog());
		}
		else {
			all.inBackground(new AuditLog(), this.properties.queueSize(), RetryPlan.ONCE);
		}
		outlets.forEach((outlet) -> all.inBackground(outlet, this.properties.queueSize(), PATIENT));
		return all;
	}

	private static void tell(ObjectProvider<SecurityEventPublisher> publisher, String outlet, String cause) {
		OutletStateChanged event = new OutletStateChanged(EventReferences.next(), Clock.systemUTC().instant(), outlet,
				cause.equals("none"), cause);
		try {
			publisher.ifAvailable((available) -> available.publish(event));
		}
		catch (BeansException ex) {
			// The application ends, and nobody is left to be told.
		}
	}

}
