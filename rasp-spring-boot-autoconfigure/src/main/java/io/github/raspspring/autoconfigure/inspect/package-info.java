/**
 * Wires the detectors that judge values at the edge. Imports everything that it wires;
 * nobody outside of autoconfigure imports it. Start with
 * {@link io.github.raspspring.autoconfigure.inspect.RaspInspectionAutoConfiguration}.
 */
@NullMarked
package io.github.raspspring.autoconfigure.inspect;

import org.jspecify.annotations.NullMarked;
