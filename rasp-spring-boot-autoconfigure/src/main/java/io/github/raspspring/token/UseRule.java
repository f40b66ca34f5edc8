package io.github.raspspring.token;

import java.util.function.Consumer;

import io.github.raspspring.engine.Decision;

/**
 * One thing that is asked of how a token is used. Called by many threads at once.
 */
public interface UseRule {

	/**
	 * Judge the use of a token.
	 * @param use the token and the request
	 * @param violations takes what is wrong
	 */
	void check(TokenUse use, Consumer<Violation> violations);

	/**
	 * Be told what was decided, to remember what was let pass.
	 * @param use the token and the request
	 * @param decision what was decided by now
	 */
	default void decided(TokenUse use, Decision decision) {
	}

}
