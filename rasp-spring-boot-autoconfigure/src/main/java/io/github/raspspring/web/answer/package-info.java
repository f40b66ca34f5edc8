/**
 * The headers that an answer would have had, for refusals that are given ahead of those
 * who write them, and refusals as Spring MVC knows them. Imports web and the engine.
 * Start with {@link io.github.raspspring.web.answer.WalkedHeaders}.
 */
@NullMarked
package io.github.raspspring.web.answer;

import org.jspecify.annotations.NullMarked;
