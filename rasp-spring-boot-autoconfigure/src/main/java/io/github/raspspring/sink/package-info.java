/**
 * What all judgement at the moment of execution shares: the call, the inputs of the
 * request, the guard, coverage. Imports the engine, text, Caffeine and the JDK only;
 * families judge, carriers bring the calls. Start with
 * {@link io.github.raspspring.sink.SinkGuard}.
 */
@NullMarked
package io.github.raspspring.sink;

import org.jspecify.annotations.NullMarked;
