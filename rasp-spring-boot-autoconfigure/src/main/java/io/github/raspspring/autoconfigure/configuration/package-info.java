/**
 * Checks names and values of properties, and shows the configuration. Imports everything
 * that it wires; nobody outside of autoconfigure imports it. Start with
 * {@link io.github.raspspring.autoconfigure.configuration.RaspConfigurationAutoConfiguration}.
 */
@NullMarked
package io.github.raspspring.autoconfigure.configuration;

import org.jspecify.annotations.NullMarked;
