/**
 * Auto-configuration of the self-check. Imports {@code selfcheck}, {@code autoconfigure},
 * {@code engine}, {@code engine.pipeline} and {@code sink}. Start with
 * {@link io.github.raspspring.autoconfigure.selfcheck.RaspSelfCheckAutoConfiguration}.
 */
@NullMarked
package io.github.raspspring.autoconfigure.selfcheck;

import org.jspecify.annotations.NullMarked;
