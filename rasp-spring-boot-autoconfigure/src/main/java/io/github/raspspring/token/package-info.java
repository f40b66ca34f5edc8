/**
 * Judges tokens by what they say and how they are used, besides their signature. Imports
 * the engine and Spring Security's resource server. Start with
 * {@link io.github.raspspring.token.TokenAuthority}.
 */
@NullMarked
package io.github.raspspring.token;

import org.jspecify.annotations.NullMarked;
