/**
 * Which tokens count no more before they expire, and who says so. Imports token, the
 * engine and Actuator. Start with
 * {@link io.github.raspspring.token.revocation.TokenRevocations}.
 */
@NullMarked
package io.github.raspspring.token.revocation;

import org.jspecify.annotations.NullMarked;
