package io.github.raspspring.event;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.raspspring.engine.JvmErrors;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Tells where a failure came from, once for each source: whoever mends it needs the stack
 * once, and a source that fails on every request must not fill the log. Thread-safe.
 */
final class FailureLog {

	private static final Log logger = LogFactory.getLog("rasp");

	/** There are as many sources as detectors, sinks and listeners. */
	private static final int MOST_SOURCES = 256;

	private final Set<String> known = ConcurrentHashMap.newKeySet();

	/**
	 * Tell of a failure, unless its source is known to fail.
	 * @param source name of what failed
	 * @param failure what it threw
	 */
	void write(String source, Throwable failure) {
		if (this.known.size() < MOST_SOURCES && this.known.add(source)) {
			logger.warn(
					"The source " + source
							+ " failed; further failures of it are events and counted by rasp.failures, and not logged",
					shown(failure));
		}
	}

	/**
	 * A failure of code that the application brings may fail to tell what it is.
	 */
	private static LoggedFailure shown(Throwable failure) {
		try {
			return LoggedFailure.of(failure);
		}
		catch (Throwable ex) {
			JvmErrors.rethrow(ex);
			return LoggedFailure.of(new IllegalStateException(failure.getClass().getName() + " does not tell more"));
		}
	}

}
