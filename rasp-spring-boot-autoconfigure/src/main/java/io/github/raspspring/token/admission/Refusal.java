package io.github.raspspring.token.admission;

import io.github.raspspring.engine.Decision;
import io.github.raspspring.token.Challenge;

/**
 * A refusal that is on its way to the client.
 *
 * @param decision what was decided
 * @param challenge what the client is told
 */
record Refusal(Decision decision, Challenge challenge) {

}
