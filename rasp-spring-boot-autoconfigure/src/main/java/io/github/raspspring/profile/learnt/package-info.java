/**
 * What values of each endpoint are usually like, learnt from requests that were honest.
 * Imports the engine and profile. Start with
 * {@link io.github.raspspring.profile.learnt.LearntProfiles}.
 */
@NullMarked
package io.github.raspspring.profile.learnt;

import org.jspecify.annotations.NullMarked;
