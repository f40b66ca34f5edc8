package io.github.raspspring.token;

import io.github.raspspring.engine.Decision;

/**
 * A refusal that is on its way to the client.
 *
 * @param decision what was decided
 * @param challenge what the client is told
 */
record Refusal(Decision decision, Challenge challenge) {

}
