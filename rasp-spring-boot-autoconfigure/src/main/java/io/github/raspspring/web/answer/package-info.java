/**
 * The headers that an answer would have had, for refusals that are given ahead of those
 * who write them. Imports web. Start with
 * {@link io.github.raspspring.web.answer.WalkedHeaders}.
 */
@NullMarked
package io.github.raspspring.web.answer;

import org.jspecify.annotations.NullMarked;
