package io.github.raspspring.engine.event;

/**
 * Told of every security event, repeats included, in order and off the threads of
 * requests unless {@code rasp.events.delivery=inline}. Every bean of this type takes
 * part. Whatever it throws is an event itself and goes no further.
 */
@FunctionalInterface
public interface SecurityEventListener {

	/**
	 * Take note of an event.
	 * @param event what happened, with names in clear: it stays in the application
	 */
	void happened(SecurityEvent event);

}
