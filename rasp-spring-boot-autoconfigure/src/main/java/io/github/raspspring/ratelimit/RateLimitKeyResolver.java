package io.github.raspspring.ratelimit;

import java.util.List;

import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Phase;
import org.jspecify.annotations.Nullable;

/**
 * Tells by what a plan counts a request: one part of the key. A bean of this type is used
 * by every plan whose {@code key} lists its name. Called by many threads at once.
 */
public interface RateLimitKeyResolver {

	/**
	 * Return the name by which plans refer to this part.
	 * @return a unique name, such as {@code ip} or {@code contract}
	 */
	String name();

	/**
	 * Return when the part is known.
	 * @return the earliest phase in which {@link #resolve} can answer
	 */
	Phase phase();

	/**
	 * Find the part of one request. It is hashed before it is kept and never shown.
	 * @param inspection the request
	 * @return the part, or {@code null} if the plan does not concern this request
	 */
	@Nullable String resolve(Inspection inspection);

	/**
	 * Find what else the part may be of a request that is ambiguous, so that it counts
	 * for each of them.
	 * @param inspection the request
	 * @return the readings besides that of {@link #resolve}, empty if there is one only
	 */
	default List<String> alternatives(Inspection inspection) {
		return List.of();
	}

}
