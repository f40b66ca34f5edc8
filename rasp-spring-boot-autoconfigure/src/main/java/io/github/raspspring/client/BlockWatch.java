package io.github.raspspring.client;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Told when a client is blocked here, and when somebody ends that. Neither waits nor
 * throws; called by many threads at once.
 */
@FunctionalInterface
public interface BlockWatch {

	/** Wants to know nothing. */
	BlockWatch NONE = (client, until, reason) -> {
	};

	/**
	 * Take note of a change.
	 * @param client kind and name of the client, such as {@code network:192.0.2.1}
	 * @param until when the block ends, {@code null} if it has ended
	 * @param reason the rule that decided, or {@code blocked} and {@code unblocked} where
	 * an operator did
	 */
	void changed(String client, @Nullable Instant until, String reason);

}
