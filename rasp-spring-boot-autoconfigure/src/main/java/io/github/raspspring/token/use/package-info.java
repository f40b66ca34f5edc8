/**
 * How a verified token is used: replay, binding, scope, tenant, step-up, behavior.
 * Imports token, token.revocation, the engine, Caffeine, Spring and the servlet API.
 * Start with {@link io.github.raspspring.token.use.UseChecks}.
 */
@NullMarked
package io.github.raspspring.token.use;

import org.jspecify.annotations.NullMarked;
