/**
 * What requests look like by declaration: types of bodies, forms and parameters, and what
 * is bound to none of them. Imports the engine, profile and profile.sealed. Start with
 * {@link io.github.raspspring.profile.declared.DeclaredBodyAdvice}.
 */
@NullMarked
package io.github.raspspring.profile.declared;

import org.jspecify.annotations.NullMarked;
