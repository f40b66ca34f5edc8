package io.github.raspspring.engine.event;

import org.jspecify.annotations.Nullable;

/**
 * Why something was done.
 *
 * @param action what was done, such as {@code BLOCK}
 * @param score points of all findings
 * @param policy name of the policy that applied, {@code -} if none did
 * @param because the reason in a sentence
 * @param mode how far the policy goes, {@code null} where none applied
 * @param inBlockMode what mode block would have done, {@code null} where that means
 * nothing
 */
public record EventReason(String action, int score, String policy, String because, @Nullable String mode,
		@Nullable String inBlockMode) {

	/**
	 * Create the reason of what no policy decided.
	 * @param action what was done
	 * @param policy name of what decided, {@code -} if nothing did
	 * @param because the reason in a sentence
	 */
	public EventReason(String action, String policy, String because) {
		this(action, 0, policy, because, null, null);
	}

}
