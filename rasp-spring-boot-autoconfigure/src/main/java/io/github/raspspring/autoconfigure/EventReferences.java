package io.github.raspspring.autoconfigure;

import java.util.UUID;

/**
 * Makes the references by which events are found again.
 */
public final class EventReferences {

	private EventReferences() {
	}

	/**
	 * Make a reference that nobody can guess.
	 * @return a new reference at each call
	 */
	public static String next() {
		return UUID.randomUUID().toString();
	}

}
