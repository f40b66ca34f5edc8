package io.github.raspspring.sink;

import java.util.List;
import java.util.Map;

/**
 * Brings calls of some kinds to the {@link SinkGuard}. Every bean of this type says what
 * it carries, so that coverage can be shown.
 */
@FunctionalInterface
public interface SinkCarrier {

	/**
	 * Return what is carried by now.
	 * @return an entry per kind of call
	 */
	List<SinkCoverage> coverage();

	/**
	 * Return what an application can do about kinds of calls that nothing carries.
	 * @return a sentence, empty unless this carrier helps there
	 */
	default String advice() {
		return "";
	}

	/**
	 * Return in which state this carrier is, where that depends on how the application
	 * was started.
	 * @return states and their reasons by name, empty unless there is such a state
	 */
	default Map<String, String> state() {
		return Map.of();
	}

}
