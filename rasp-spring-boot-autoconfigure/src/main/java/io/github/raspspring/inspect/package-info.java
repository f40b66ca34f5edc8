/**
 * How a value becomes readings that detectors of all families judge. Imports the engine
 * and text. Start with {@link io.github.raspspring.inspect.CanonicalValueReader}.
 */
@NullMarked
package io.github.raspspring.inspect;

import org.jspecify.annotations.NullMarked;
