package io.github.raspspring.token.claims;

import java.util.Set;

/**
 * What is asked of the tokens of one issuer.
 *
 * @param name the exact value of {@code iss}
 * @param algorithms algorithms it signs with, all that are allowed at all if empty
 * @param audiences names this application has with it, any if empty
 */
public record Issuer(String name, Set<String> algorithms, Set<String> audiences) {

	public Issuer {
		algorithms = Set.copyOf(algorithms);
		audiences = Set.copyOf(audiences);
	}

}
