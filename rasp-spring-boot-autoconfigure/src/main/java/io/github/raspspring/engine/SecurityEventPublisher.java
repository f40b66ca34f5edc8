package io.github.raspspring.engine;

/**
 * Port that takes security events. Every bean of this type is told of every event. Called
 * by many threads at once, on the thread of the request: it must be quick.
 */
@FunctionalInterface
public interface SecurityEventPublisher {

	/**
	 * Take an event.
	 * @param event the event
	 */
	void publish(SecurityEvent event);

}
