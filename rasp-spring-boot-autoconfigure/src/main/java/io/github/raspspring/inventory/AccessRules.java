package io.github.raspspring.inventory;

import java.util.List;

/**
 * Port to who knows what callers of an endpoint need.
 */
@FunctionalInterface
public interface AccessRules {

	/** Knows nothing. */
	AccessRules NONE = (endpoint) -> new AccessRule(AccessRule.Required.UNKNOWN, List.of(), "", "");

	/**
	 * Return what callers need.
	 * @param endpoint an endpoint
	 * @return the rule, {@link AccessRule.Required#UNKNOWN} if it can't be told
	 */
	AccessRule of(Endpoint endpoint);

}
