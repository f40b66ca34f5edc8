package io.github.raspspring.token.revocation;

import java.util.Locale;

import io.github.raspspring.token.VerifiedToken;
import org.jspecify.annotations.Nullable;

/**
 * What can be revoked.
 */
public enum RevocationKind {

	/** One token, by its {@code jti}. */
	TOKEN("jti", false),

	/** All tokens of a subject that were issued until now, by {@code sub}. */
	SUBJECT("sub", true),

	/** All tokens of a session that were issued until now, by {@code sid}. */
	SESSION("sid", true),

	/** All tokens of a client, by {@code client_id} or {@code azp}. */
	CLIENT("client_id", false),

	/** All tokens that are signed with a key, by the header {@code kid}. */
	KEY("kid", false),

	/** All tokens that were issued until now. */
	ISSUED_BEFORE("", true);

	private final String label;

	private final String claim;

	private final boolean untilNow;

	RevocationKind(String claim, boolean untilNow) {
		this.label = name().toLowerCase(Locale.ROOT).replace('_', '-');
		this.claim = claim;
		this.untilNow = untilNow;
	}

	/**
	 * Return whether a revocation leaves alone what is issued later.
	 * @return {@code true} if a new login helps
	 */
	boolean isUntilNow() {
		return this.untilNow;
	}

	/**
	 * Return by what a token is found.
	 * @return the value, or {@code null} if the token has none
	 */
	@Nullable String valueOf(VerifiedToken token) {
		return switch (this) {
			case KEY -> (token.headers().get("kid") instanceof String id) ? id : null;
			case CLIENT -> (token.text("client_id") != null) ? token.text("client_id") : token.text("azp");
			case ISSUED_BEFORE -> "";
			default -> token.text(this.claim);
		};
	}

	String label() {
		return this.label;
	}

}
