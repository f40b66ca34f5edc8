package io.github.raspspring.engine;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How much a request of a route may take.
 *
 * @param bodySize most bytes of a body, {@link Integer#MAX_VALUE} where only the limit of
 * the application holds
 * @param budget time that judging one request may take, or {@code null} for that of the
 * application
 */
public record RouteLimits(int bodySize, @Nullable Duration budget) {

	/** What holds where a route sets none. */
	public static final RouteLimits NONE = new RouteLimits(Integer.MAX_VALUE, null);

	/**
	 * Return whether the route has a limit of its own for bodies.
	 * @return {@code true} if it has
	 */
	public boolean isOfBody() {
		return this.bodySize != Integer.MAX_VALUE;
	}

}
