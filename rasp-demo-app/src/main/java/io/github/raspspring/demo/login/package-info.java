/**
 * Turns a password into a token. Imports Spring only. Start with
 * {@link io.github.raspspring.demo.login.LoginController}, open to guessing.
 */
@NullMarked
package io.github.raspspring.demo.login;

import org.jspecify.annotations.NullMarked;
