/**
 * Checks names and values of properties, and shows the configuration. Imports the other
 * packages of autoconfigure, the engine and Spring Boot. Start with
 * {@link io.github.raspspring.autoconfigure.configuration.RaspConfigurationAutoConfiguration}.
 */
@NullMarked
package io.github.raspspring.autoconfigure.configuration;

import org.jspecify.annotations.NullMarked;
