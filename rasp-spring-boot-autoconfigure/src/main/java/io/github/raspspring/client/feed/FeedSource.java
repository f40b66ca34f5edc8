package io.github.raspspring.client.feed;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/**
 * Where a feed comes from. Called on a thread of the background, one call at a time.
 */
public interface FeedSource {

	/**
	 * Read the feed.
	 * @return its content, or {@code null} if it has not changed since the last call
	 * @throws IOException if it can't be read, or is larger than allowed; the message
	 * says why and is free of secrets
	 */
	byte @Nullable [] read() throws IOException;

	/**
	 * Forget what was read last, so that the next call reads all of it.
	 */
	default void forget() {
	}

}
