/**
 * Brings classes that JSON names to the guard. Imports sink, Spring and Jackson. Start
 * with {@link io.github.raspspring.sink.jackson.JsonTypeGuard}.
 */
@NullMarked
package io.github.raspspring.sink.jackson;

import org.jspecify.annotations.NullMarked;
