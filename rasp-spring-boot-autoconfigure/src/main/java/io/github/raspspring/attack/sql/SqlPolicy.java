package io.github.raspspring.attack.sql;

import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Rule;

/**
 * What becomes of statements on which judgement is a matter of taste. Each mode is the
 * strictest that such a finding may cause. Immutable.
 *
 * @param identifiers input that chooses a name of the statement, such as the column it is
 * ordered by
 * @param unreadable text that ends within a literal or comment and contains input
 * @param newShapes statements that a route, known well by then, has never run before,
 * whether input occurs in them or not: second-order and transformed injection
 */
public record SqlPolicy(EnforcementMode identifiers, EnforcementMode unreadable, EnforcementMode newShapes) {

	private static final SqlPolicy DEFAULTS = new SqlPolicy(EnforcementMode.OFF, EnforcementMode.BLOCK,
			EnforcementMode.MONITOR);

	/**
	 * Return the policy of an application that says nothing: input may choose names, text
	 * that can't be read is an attack, new shapes are reported.
	 * @return the policy
	 */
	public static SqlPolicy defaults() {
		return DEFAULTS;
	}

	EnforcementMode capOf(Rule rule) {
		if (rule == SqlSinkRules.IDENTIFIER) {
			return this.identifiers;
		}
		return (rule == SqlSinkRules.UNREADABLE) ? this.unreadable : EnforcementMode.BLOCK;
	}

}
