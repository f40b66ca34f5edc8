/**
 * Judges tokens by their metadata, after the signature was found good. Imports the engine
 * and Spring Security's resource server. Start with
 * {@link io.github.raspspring.token.TokenRulesValidator}.
 */
@NullMarked
package io.github.raspspring.token;

import org.jspecify.annotations.NullMarked;
