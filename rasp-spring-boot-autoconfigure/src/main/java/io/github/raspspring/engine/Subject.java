package io.github.raspspring.engine;

import org.jspecify.annotations.Nullable;

/**
 * The verified user or machine behind the request. Never made from an unverified claim.
 *
 * @param name the name the application knows, for a JWT its {@code sub}
 * @param issuer who vouches for the name, or {@code null} when the application itself
 * does
 */
public record Subject(String name, @Nullable String issuer) {

}
