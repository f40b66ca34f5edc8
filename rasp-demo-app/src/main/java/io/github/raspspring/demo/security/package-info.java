/**
 * Who may call what, and the key that signs the tokens. Imports Spring only. Start with
 * {@link io.github.raspspring.demo.security.SecurityConfiguration}.
 */
@NullMarked
package io.github.raspspring.demo.security;

import org.jspecify.annotations.NullMarked;
