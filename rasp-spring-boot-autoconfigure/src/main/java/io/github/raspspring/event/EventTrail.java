package io.github.raspspring.event;

import io.github.raspspring.engine.SecurityEvent;
import io.github.raspspring.engine.SecurityEventPublisher;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.context.ApplicationEventPublisher;

/**
 * Takes every security event and tells the history, the audit log and the application's
 * listeners. A listener that throws harms neither the request nor the others.
 */
public final class EventTrail implements SecurityEventPublisher {

	private static final Log logger = LogFactory.getLog(EventTrail.class);

	private final EventHistory history;

	private final AuditLog auditLog;

	private final ApplicationEventPublisher applicationEvents;

	/**
	 * Create the trail.
	 * @param history keeps the latest events
	 * @param auditLog writes a line per event
	 * @param applicationEvents tells the application
	 */
	public EventTrail(EventHistory history, AuditLog auditLog, ApplicationEventPublisher applicationEvents) {
		this.history = history;
		this.auditLog = auditLog;
		this.applicationEvents = applicationEvents;
	}

	@Override
	public void publish(SecurityEvent event) {
		this.history.add(event);
		this.auditLog.write(event);
		try {
			this.applicationEvents.publishEvent(event);
		}
		catch (RuntimeException ex) {
			logger.warn("A listener of security events failed on " + event.reference(), ex);
		}
	}

}
