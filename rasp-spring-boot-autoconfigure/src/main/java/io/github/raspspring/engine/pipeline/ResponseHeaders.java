package io.github.raspspring.engine.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;

import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.Inspection;
import org.jspecify.annotations.Nullable;

/**
 * Port through which rooms add headers to answers. Every bean of this type takes part.
 * Called by many threads at once, before an answer is committed.
 */
@FunctionalInterface
public interface ResponseHeaders {

	/**
	 * Add headers to the answer of an exchange.
	 * @param inspection the exchange
	 * @param headers takes the name and value of each header
	 */
	void contribute(Inspection inspection, BiConsumer<String, String> headers);

	/**
	 * Return whether there may be more to add right before the handler runs than there
	 * was when the subject became known. Asked once.
	 * @return {@code true} to be asked at both times
	 */
	default boolean areLate() {
		return false;
	}

	/**
	 * Return the policies by which an exchange is throttled and that clients may know,
	 * for the member {@code violated-policies} of the problem that answers it.
	 * @param decision what was decided
	 * @return names of policies as in the headers, free of quotes and control characters
	 */
	default List<String> violatedPolicies(Decision decision) {
		return List.of();
	}

	/**
	 * Return when it makes sense for a refused client to come back.
	 * @param inspection the exchange
	 * @param decision what refuses it
	 * @return the time from now, {@code null} if that is not known here
	 */
	default @Nullable Duration retryAfter(Inspection inspection, Decision decision) {
		return null;
	}

}
