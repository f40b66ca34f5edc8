/**
 * Detectors of attacks in values, one file each. Imports the engine and text. Start with
 * {@link io.github.raspspring.inspect.SqlInjectionDetector}.
 */
@NullMarked
package io.github.raspspring.inspect;

import org.jspecify.annotations.NullMarked;
