/**
 * What is normal on each endpoint: what the rooms within share, which are
 * {@code declared}, {@code learnt}, {@code sealed} and {@code answer}. Imports the
 * engine. Start with {@link io.github.raspspring.profile.LeafObserver}.
 */
@NullMarked
package io.github.raspspring.profile;

import org.jspecify.annotations.NullMarked;
