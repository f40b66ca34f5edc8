/**
 * Judgement asked for by hand, where nothing carries calls to the guard. Imports the
 * families of attacks, sink, the engine and the JDK. Start with
 * {@link io.github.raspspring.carrier.RaspGuards}.
 */
@NullMarked
package io.github.raspspring.carrier;

import org.jspecify.annotations.NullMarked;
