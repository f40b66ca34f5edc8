/**
 * What the claims of a verified token must say: issuer, audience, times, type (RFC 7519,
 * RFC 9068). Imports token, the engine and Spring Security's JWT. Start with
 * {@link io.github.raspspring.token.claims.RulesFactory}.
 */
@NullMarked
package io.github.raspspring.token.claims;

import org.jspecify.annotations.NullMarked;
