package io.github.raspspring.engine;

import java.util.function.BiConsumer;

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

}
