/**
 * Where tokens are judged in a request: before their verification, after it, and the
 * answer of RFC 6750. Imports token and the other rooms below it, the engine, the servlet
 * API and Spring Security. Start with
 * {@link io.github.raspspring.token.admission.TokenAuthority}.
 */
@NullMarked
package io.github.raspspring.token.admission;

import org.jspecify.annotations.NullMarked;
