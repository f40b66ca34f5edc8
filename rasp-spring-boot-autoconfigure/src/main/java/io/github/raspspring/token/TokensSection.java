package io.github.raspspring.token;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.raspspring.engine.EndpointSection;
import io.github.raspspring.engine.EnforcementMode;

/**
 * What is asked of tokens, and what could be asked if more were known.
 */
public final class TokensSection implements EndpointSection {

	private final TokenRules rules;

	private final boolean audienceChecked;

	private final EnforcementMode applicationMode;

	/**
	 * Create the section.
	 * @param rules the rules
	 * @param audienceChecked whether the audience is asked for, here or by Spring
	 * Security
	 * @param applicationMode how far token rules may go where no route says otherwise
	 */
	public TokensSection(TokenRules rules, boolean audienceChecked, EnforcementMode applicationMode) {
		this.applicationMode = applicationMode;
		this.rules = rules;
		this.audienceChecked = audienceChecked;
	}

	@Override
	public String name() {
		return "tokens";
	}

	@Override
	public String reason() {
		return "Spring Security's resource server is there";
	}

	@Override
	public String headline() {
		return "token rules";
	}

	@Override
	public Map<String, Object> overview() {
		return Map.of("rules", content());
	}

	@Override
	public List<String> gaps() {
		List<String> gaps = new ArrayList<>();
		if (!this.audienceChecked) {
			gaps.add("Tokens issued for other applications are accepted: set rasp.token.audiences.");
		}
		return gaps;
	}

	@Override
	public Map<String, EnforcementMode> content() {
		Map<String, EnforcementMode> modes = new LinkedHashMap<>();
		this.rules.rules()
			.forEach((rule) -> modes.putIfAbsent(rule.rule().id(),
					this.applicationMode.softenedBy(this.rules.capOf(rule.rule().id()))));
		return modes;
	}

}
