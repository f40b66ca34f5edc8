package io.github.raspspring.engine.event;

/**
 * Port that takes security events and tells everybody who should know. There is one; to
 * be told, listen to the Spring application events. Never throws. Called by many threads
 * at once, on the thread of the request.
 */
@FunctionalInterface
public interface SecurityEventPublisher {

	/**
	 * Take an event.
	 * @param event the event
	 */
	void publish(SecurityEvent event);

}
