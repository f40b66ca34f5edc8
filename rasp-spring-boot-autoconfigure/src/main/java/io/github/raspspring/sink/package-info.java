/**
 * Judgement at the moment of execution: does a value of the request change what is about
 * to run? Imports the engine, text, Caffeine and the JDK only; carriers live in the rooms
 * below. Start with {@link io.github.raspspring.sink.SinkGuard}.
 */
@NullMarked
package io.github.raspspring.sink;

import org.jspecify.annotations.NullMarked;
