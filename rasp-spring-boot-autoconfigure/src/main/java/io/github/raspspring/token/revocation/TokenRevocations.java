package io.github.raspspring.token.revocation;

import io.github.raspspring.token.VerifiedToken;
import org.jspecify.annotations.Nullable;

/**
 * Extension point: knows which tokens are no longer good although they have not expired
 * (RFC 7009; OpenID CAEP). A bean of this type takes the place of the product's own,
 * which keeps revocations in the store. Asked by many threads at once, for every token.
 */
@FunctionalInterface
public interface TokenRevocations {

	/**
	 * Tell whether a token is revoked.
	 * @param token the token, verified
	 * @return by what it is revoked, or {@code null} if it is not
	 */
	@Nullable RevocationKind find(VerifiedToken token);

}
