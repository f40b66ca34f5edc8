/**
 * How a token must look before its signature is worth checking (RFC 7515, RFC 8725).
 * Imports token, the engine and Nimbus. Start with
 * {@link io.github.raspspring.token.form.TokenForm}.
 */
@NullMarked
package io.github.raspspring.token.form;

import org.jspecify.annotations.NullMarked;
