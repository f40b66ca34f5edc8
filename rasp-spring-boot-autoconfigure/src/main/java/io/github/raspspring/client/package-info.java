/**
 * Tells who calls: the address behind proxies that are trusted. Imports the engine. Start
 * with {@link io.github.raspspring.client.ClientAddressResolver}.
 */
@NullMarked
package io.github.raspspring.client;

import org.jspecify.annotations.NullMarked;
