/**
 * Patterns that a user may write, since none of them can run in other than linear time.
 * Imports the JDK only. Start with
 * {@link io.github.raspspring.policy.pattern.LinearPattern}.
 */
@NullMarked
package io.github.raspspring.policy.pattern;

import org.jspecify.annotations.NullMarked;
