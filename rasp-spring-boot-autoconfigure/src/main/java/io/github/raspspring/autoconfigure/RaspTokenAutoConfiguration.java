package io.github.raspspring.autoconfigure;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.github.raspspring.engine.EndpointSection;
import io.github.raspspring.engine.FindingReporter;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.token.AudienceRule;
import io.github.raspspring.token.ExpiryRule;
import io.github.raspspring.token.LifetimeRule;
import io.github.raspspring.token.RefusedTokens;
import io.github.raspspring.token.TokenRule;
import io.github.raspspring.token.TokenRules;
import io.github.raspspring.token.TokenRulesValidator;
import io.github.raspspring.token.TokensSection;
import io.github.raspspring.token.TypeRule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;

/**
 * Auto-configuration of the rules for tokens, which Boot's decoder picks up. Active in
 * applications that are a resource server for JWTs.
 */
@AutoConfiguration(before = OAuth2ResourceServerAutoConfiguration.class, after = RaspAutoConfiguration.class)
@ConditionalOnClass({ JwtAuthenticationProvider.class, JwtTypeValidator.class,
		OAuth2ResourceServerAutoConfiguration.class })
@ConditionalOnBooleanProperty(name = { "rasp.enabled", "rasp.token.enabled" }, matchIfMissing = true)
@Conditional(OnJwtResourceServerCondition.class)
@EnableConfigurationProperties({ RaspProperties.class, RaspTokenProperties.class })
public final class RaspTokenAutoConfiguration {

	@Bean
	TokenRules raspTokenRules(RaspTokenProperties properties, ObjectProvider<TokenRule> additional,
			ObjectProvider<Clock> clock) {
		List<TokenRule> rules = new ArrayList<>();
		rules.add(new ExpiryRule());
		rules.add(new LifetimeRule(properties.maximumLifetime(), clock.getIfUnique(Clock::systemUTC)));
		rules.add(new TypeRule(properties.acceptedTypes(), !properties.typeRequired()));
		if (!properties.audiences().isEmpty()) {
			rules.add(new AudienceRule(properties.audiences()));
		}
		additional.orderedStream().forEach(rules::add);
		checkRuleNames(properties, rules);
		return new TokenRules(rules, properties.mode(), properties.modes());
	}

	@Bean
	OAuth2TokenValidator<Jwt> raspTokenRulesValidator(TokenRules rules, InspectionScope scope, FindingReporter reporter,
			RaspProperties properties) {
		return new TokenRulesValidator(rules, scope, reporter, properties.mode());
	}

	@Bean
	RefusedTokens raspRefusedTokens(InspectionScope scope, FindingReporter reporter) {
		return new RefusedTokens(scope, reporter);
	}

	/**
	 * Replaces the validator by which Spring Security refuses RFC 9068 access tokens, and
	 * goes on to refuse every type that neither it nor the rules accept.
	 */
	@Bean
	@ConditionalOnMissingBean
	JwtTypeValidator raspJwtTypeValidator(RaspTokenProperties properties) {
		Set<String> types = new LinkedHashSet<>();
		types.add("JWT");
		for (String type : properties.acceptedTypes()) {
			types.add(type);
			types
				.add(type.startsWith("application/") ? type.substring("application/".length()) : "application/" + type);
		}
		JwtTypeValidator validator = new JwtTypeValidator(types);
		validator.setAllowEmpty(true);
		return validator;
	}

	@Bean
	@ConditionalOnMissingBean(JwtDecoder.class)
	EndpointSection raspTokensSection(TokenRules rules, RaspTokenProperties properties, Environment environment) {
		return new TokensSection(rules, isAudienceChecked(properties, environment), true);
	}

	/**
	 * Boot's decoder comes later, so a decoder that is already there is the
	 * application's.
	 */
	@Bean
	@ConditionalOnBean(JwtDecoder.class)
	EndpointSection raspTokensSectionOfApplicationDecoder(TokenRules rules, RaspTokenProperties properties,
			Environment environment) {
		return new TokensSection(rules, isAudienceChecked(properties, environment), false);
	}

	private static boolean isAudienceChecked(RaspTokenProperties properties, Environment environment) {
		return !properties.audiences().isEmpty() || Binder.get(environment)
			.bind("spring.security.oauth2.resourceserver.jwt.audiences", Bindable.listOf(String.class))
			.isBound();
	}

	private static void checkRuleNames(RaspTokenProperties properties, List<TokenRule> rules) {
		List<String> known = rules.stream().map((rule) -> rule.rule().id()).toList();
		properties.modes().forEach((id, mode) -> {
			if (!known.contains(id)) {
				throw new InvalidConfigurationPropertyValueException("rasp.token.modes." + id, mode,
						"There is no such rule; use one of " + String.join(", ", known) + ".");
			}
		});
	}

}
