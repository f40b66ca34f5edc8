package io.github.raspspring.engine.event;

/**
 * Port that counts security events. Told of each at once, on the thread of the request
 * and even if so many wait for listeners that some are dropped; so it must neither wait
 * nor throw. Called by many threads at once.
 */
@FunctionalInterface
public interface SecurityEventTally {

	/**
	 * Count an event.
	 * @param event what happened
	 */
	void count(SecurityEvent event);

}
