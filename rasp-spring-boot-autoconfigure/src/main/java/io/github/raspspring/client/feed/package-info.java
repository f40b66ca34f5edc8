/**
 * Feeds of threat intelligence: who calls, as others know it. Imports client, the engine
 * and, for JSON, Jackson. Start with {@link io.github.raspspring.client.feed.ClientFeed}.
 */
@NullMarked
package io.github.raspspring.client.feed;

import org.jspecify.annotations.NullMarked;
