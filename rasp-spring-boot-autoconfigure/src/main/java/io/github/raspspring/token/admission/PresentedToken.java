package io.github.raspspring.token.admission;

import io.github.raspspring.token.TokenKey;
import io.github.raspspring.token.TokenMarks;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * The token that a request brings, where it may be verified, with what is known of it
 * from before: looked up once, whatever becomes of it.
 *
 * @param text the token as it came, a secret
 * @param key names it, signature included
 * @param standing what became of it when it came last
 */
record PresentedToken(String text, TokenKey key, VerifiedLately.Standing standing) {

	static @Nullable PresentedToken of(HttpServletRequest request) {
		return (request.getAttribute(TokenMarks.PRESENTED) instanceof PresentedToken presented) ? presented : null;
	}

	/**
	 * Return the token of the request that the thread works for, or {@code null} if it
	 * brings none.
	 */
	static @Nullable PresentedToken current() {
		return (TokenMarks.find(TokenMarks.PRESENTED) instanceof PresentedToken presented) ? presented : null;
	}

	@Override
	public String toString() {
		return "PresentedToken[standing=" + this.standing + "]";
	}

}
