/**
 * Keeps state for a bounded time, in memory or shared between instances. Imports the
 * engine. Start with {@link io.github.raspspring.store.LocalStores}.
 */
@NullMarked
package io.github.raspspring.store;

import org.jspecify.annotations.NullMarked;
