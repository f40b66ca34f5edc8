/**
 * A greeting made from an expression of the visitor. Imports Spring only. Start with
 * {@link io.github.raspspring.demo.greeting.GreetingController}, open to expression
 * injection.
 */
@NullMarked
package io.github.raspspring.demo.greeting;

import org.jspecify.annotations.NullMarked;
