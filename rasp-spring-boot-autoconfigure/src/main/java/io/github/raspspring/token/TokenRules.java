package io.github.raspspring.token;

import java.util.List;
import java.util.Map;

import io.github.raspspring.engine.EnforcementMode;

/**
 * The rules that hold for every token, and how far each may go.
 *
 * @param rules the rules
 * @param mode how far any of them may go; it can only soften the route's mode
 * @param modes modes of single rules by their id, which can only soften further
 */
public record TokenRules(List<TokenRule> rules, EnforcementMode mode, Map<String, EnforcementMode> modes) {

	/** The name by which policies soften or exclude all rules, and findings name them. */
	public static final String SOURCE = "token";

	public TokenRules {
		rules = List.copyOf(rules);
		modes = Map.copyOf(modes);
	}

	/**
	 * Return how far a rule may go.
	 * @param rule the rule
	 * @return the softer of the mode of all rules and the rule's own
	 */
	EnforcementMode capOf(TokenRule rule) {
		return this.mode.softenedBy(this.modes.getOrDefault(rule.rule().id(), EnforcementMode.BLOCK));
	}

}
