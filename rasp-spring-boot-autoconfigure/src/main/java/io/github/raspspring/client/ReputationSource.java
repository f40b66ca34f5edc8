package io.github.raspspring.client;

import io.github.raspspring.engine.ClientIdentity;

/**
 * Tells what others think of a client. Every bean of this type is asked at the start of
 * every exchange, by many threads at once: it must answer from memory.
 */
@FunctionalInterface
public interface ReputationSource {

	/**
	 * Rate a client.
	 * @param client the client
	 * @return points that count against the client, 0 for none
	 */
	int points(ClientIdentity client);

}
