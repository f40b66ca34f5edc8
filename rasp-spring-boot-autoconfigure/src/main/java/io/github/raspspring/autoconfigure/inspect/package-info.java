/**
 * Wires the detectors that judge values at the edge. Imports autoconfigure,
 * autoconfigure.sink, the families of attacks and Spring Boot. Start with
 * {@link io.github.raspspring.autoconfigure.inspect.RaspInspectionAutoConfiguration}.
 */
@NullMarked
package io.github.raspspring.autoconfigure.inspect;

import org.jspecify.annotations.NullMarked;
