package io.github.raspspring.behavior;

import java.util.Locale;

/**
 * What is counted all over the application, whoever does it.
 */
public enum Trend {

	/** Logins that fail. */
	FAILED_LOGINS,

	/** Credentials that are refused. */
	REFUSED_TOKENS,

	/** Requests that nothing answers. */
	UNKNOWN_PATHS,

	/** Objects that are missing or belong to others. */
	DENIED_OBJECTS,

	/** Answers that say that the application failed. */
	SERVER_ERRORS;

	/**
	 * Return how the trend is named in reports.
	 * @return lower-case words
	 */
	public String label() {
		return name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

}
