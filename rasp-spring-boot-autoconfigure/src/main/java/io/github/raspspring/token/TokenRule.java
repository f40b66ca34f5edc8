package io.github.raspspring.token;

import io.github.raspspring.engine.Rule;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is asked of every token. Beans of this type are asked as well. Called by
 * many threads at once.
 */
public interface TokenRule {

	/**
	 * Return what a token that breaks the rule is reported as.
	 * @return the rule; its id is the name by which it is configured
	 */
	Rule rule();

	/**
	 * Judge a token that was verified.
	 * @param token the token
	 * @return what is wrong, in words that are free of the token's content, or
	 * {@code null} if nothing is
	 */
	@Nullable String violation(VerifiedToken token);

}
