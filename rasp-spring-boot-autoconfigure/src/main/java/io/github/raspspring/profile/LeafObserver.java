package io.github.raspspring.profile;

import io.github.raspspring.engine.Inspection;
import org.jspecify.annotations.Nullable;

/**
 * Told of the values that stand at declared places. Called by many threads at once.
 */
@FunctionalInterface
public interface LeafObserver {

	/** Takes note of nothing. */
	LeafObserver NONE = (inspection) -> null;

	/**
	 * Begin to take note of values of an exchange.
	 * @param inspection the exchange they belong to
	 * @return what takes them, or {@code null} if nobody wants to know them
	 */
	@Nullable RequestLeaves begin(Inspection inspection);

}
