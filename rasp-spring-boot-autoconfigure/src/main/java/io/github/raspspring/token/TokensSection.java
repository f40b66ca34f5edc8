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

	private final boolean decoderReached;

	/**
	 * Create the section.
	 * @param rules the rules
	 * @param audienceChecked whether the audience is asked for, here or by Spring
	 * Security
	 * @param decoderReached whether the rules are part of the decoder; they are not where
	 * the application brings a decoder of its own
	 */
	public TokensSection(TokenRules rules, boolean audienceChecked, boolean decoderReached) {
		this.rules = rules;
		this.audienceChecked = audienceChecked;
		this.decoderReached = decoderReached;
	}

	@Override
	public String name() {
		return "tokens";
	}

	@Override
	public String reason() {
		return "the application is a resource server";
	}

	@Override
	public Map<String, Object> overview() {
		return Map.of("rules", content());
	}

	@Override
	public List<String> gaps() {
		List<String> gaps = new ArrayList<>();
		if (!this.decoderReached) {
			gaps.add("Tokens are decoded by the application's own JwtDecoder bean, which token rules don't reach: "
					+ "add the OAuth2TokenValidator<Jwt> beans to it.");
		}
		if (!this.audienceChecked) {
			gaps.add("Tokens issued for other applications are accepted: set rasp.token.audiences.");
		}
		return gaps;
	}

	@Override
	public Map<String, EnforcementMode> content() {
		Map<String, EnforcementMode> modes = new LinkedHashMap<>();
		this.rules.rules().forEach((rule) -> modes.put(rule.rule().id(), this.rules.capOf(rule)));
		return modes;
	}

}
