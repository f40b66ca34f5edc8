/**
 * The words in which tokens are judged: the verified token, its use, rules and
 * violations; rooms below are divided by what is asked of a token. Imports the engine and
 * Spring Security's resource server. Start with
 * {@link io.github.raspspring.token.admission.TokenAuthority}.
 */
@NullMarked
package io.github.raspspring.token;

import org.jspecify.annotations.NullMarked;
