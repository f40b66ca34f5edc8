package io.github.raspspring.token;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.raspspring.engine.EnforcementMode;

/**
 * The rules that hold for every token, and how far each check may go.
 *
 * @param rules the rules
 * @param mode how far any check may go; it can only soften the route's mode
 * @param modes modes of single checks by their id, which can only soften further
 * @param behaviorMode how far checks of how tokens are used may go
 */
public record TokenRules(List<TokenRule> rules, EnforcementMode mode, Map<String, EnforcementMode> modes,
		EnforcementMode behaviorMode) {

	/**
	 * The name by which policies soften or exclude all checks, and findings name them.
	 */
	public static final String SOURCE = "token";

	private static final Set<String> BEHAVIOR = Arrays.stream(TokenCheck.values())
		.filter(TokenCheck::isBehavior)
		.map((check) -> check.rule().id())
		.collect(Collectors.toUnmodifiableSet());

	public TokenRules {
		rules = List.copyOf(rules);
		modes = Map.copyOf(modes);
	}

	/**
	 * Create rules without blocking on behavior.
	 * @param rules the rules
	 * @param mode how far any check may go
	 * @param modes modes of single checks by their id
	 */
	public TokenRules(List<TokenRule> rules, EnforcementMode mode, Map<String, EnforcementMode> modes) {
		this(rules, mode, modes, EnforcementMode.MONITOR);
	}

	/**
	 * Return how far a check may go.
	 * @param check its id
	 * @return the softest of the modes that apply to it
	 */
	public EnforcementMode capOf(String check) {
		EnforcementMode cap = this.mode.softenedBy(this.modes.getOrDefault(check, EnforcementMode.BLOCK));
		return BEHAVIOR.contains(check) ? cap.softenedBy(this.behaviorMode) : cap;
	}

}
