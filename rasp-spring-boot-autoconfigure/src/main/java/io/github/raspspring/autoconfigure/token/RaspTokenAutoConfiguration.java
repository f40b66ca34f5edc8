package io.github.raspspring.autoconfigure.token;

import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.raspspring.autoconfigure.RaspAutoConfiguration;
import io.github.raspspring.autoconfigure.RaspProperties;
import io.github.raspspring.autoconfigure.store.RaspStoreAutoConfiguration;
import io.github.raspspring.engine.EndpointSection;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.FindingReporter;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.token.TokenCheck;
import io.github.raspspring.token.TokenRule;
import io.github.raspspring.token.TokenRules;
import io.github.raspspring.token.TokensSection;
import io.github.raspspring.token.admission.RefusedTokens;
import io.github.raspspring.token.claims.ClaimExpectation;
import io.github.raspspring.token.claims.Glob;
import io.github.raspspring.token.claims.Issuer;
import io.github.raspspring.token.claims.RulesFactory;
import io.github.raspspring.token.claims.TokenRulesValidator;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;

/**
 * Auto-configuration of the checks on tokens: filters around bearer authentication that
 * hold for every set-up, and validators that Boot's decoder picks up. Active where Spring
 * Security's resource server is on the class path; it refuses nothing of requests without
 * tokens.
 */
@AutoConfiguration(before = OAuth2ResourceServerAutoConfiguration.class,
		after = { RaspAutoConfiguration.class, RaspStoreAutoConfiguration.class })
@ConditionalOnClass({ JwtAuthenticationProvider.class, JwtTypeValidator.class,
		OAuth2ResourceServerAutoConfiguration.class })
@ConditionalOnBooleanProperty(name = { "rasp.enabled", "rasp.token.enabled" }, matchIfMissing = true)
@Import({ RaspTokenFilterConfiguration.class, RaspDpopConfiguration.class, RaspTokenEndpointConfiguration.class })
@EnableConfigurationProperties({ RaspProperties.class, RaspTokenProperties.class })
public final class RaspTokenAutoConfiguration {

	@Bean
	TokenRules raspTokenRules(RaspTokenProperties properties, ObjectProvider<TokenRule> additional,
			ObjectProvider<Clock> clock) {
		List<TokenRule> rules = new RulesFactory().lifetimeTolerance(properties.lifetimeTolerance())
			.times(properties.maximumLifetime(), properties.maximumAge(), properties.clockSkew(),
					clock.getIfUnique(Clock::systemUTC))
			.types(properties.acceptedTypes(), !properties.typeRequired())
			.parties(properties.audiences(), issuers(properties))
			.claims(properties.requiredClaims(), properties.deniedClaims(), claims(properties))
			.rules();
		additional.orderedStream().forEach(rules::add);
		checkNames(properties, rules);
		return new TokenRules(rules, properties.mode(), properties.modes(), properties.behavior().mode());
	}

	@Bean
	OAuth2TokenValidator<Jwt> raspTokenRulesValidator(TokenRules rules, InspectionScope scope, FindingReporter reporter,
			RaspProperties properties, ObjectProvider<JwtAuthenticationConverter> converter) {
		return new TokenRulesValidator(rules, scope, reporter, properties.mode(), new TokenSubjects(converter));
	}

	@Bean
	RefusedTokens raspRefusedTokens(InspectionScope scope, FindingReporter reporter, ObjectProvider<Clock> clock) {
		return new RefusedTokens(scope, reporter, clock.getIfUnique(Clock::systemUTC));
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
	EndpointSection raspTokensSection(TokenRules rules, RaspTokenProperties properties, RaspProperties application,
			Environment environment) {
		RaspProperties.DetectorSettings tokens = application.detectors().get(TokenRules.SOURCE);
		EnforcementMode mode = (tokens == null) ? application.mode()
				: tokens.enabled() ? application.mode().softenedBy(tokens.mode()) : EnforcementMode.OFF;
		return new TokensSection(rules, isAudienceChecked(properties, environment), mode);
	}

	private static boolean isAudienceChecked(RaspTokenProperties properties, Environment environment) {
		return !properties.audiences().isEmpty()
				|| properties.issuers().stream().anyMatch((issuer) -> !issuer.audiences().isEmpty())
				|| Binder.get(environment)
					.bind("spring.security.oauth2.resourceserver.jwt.audiences", Bindable.listOf(String.class))
					.isBound();
	}

	private static List<Issuer> issuers(RaspTokenProperties properties) {
		return properties.issuers()
			.stream()
			.map((issuer) -> new Issuer(issuer.name(), issuer.algorithms(), issuer.audiences()))
			.toList();
	}

	private static Map<String, ClaimExpectation> claims(RaspTokenProperties properties) {
		Map<String, ClaimExpectation> expectations = new LinkedHashMap<>();
		properties.claims()
			.forEach((name, claim) -> expectations.put(name, new ClaimExpectation(claim.type(), claim.values(),
					claim.patterns().stream().map(Glob::new).toList())));
		return expectations;
	}

	private static void checkNames(RaspTokenProperties properties, List<TokenRule> rules) {
		Set<String> known = new LinkedHashSet<>();
		Arrays.stream(TokenCheck.values()).forEach((check) -> known.add(check.rule().id()));
		rules.forEach((rule) -> known.add(rule.rule().id()));
		properties.modes().forEach((id, mode) -> {
			if (!known.contains(id)) {
				throw new InvalidConfigurationPropertyValueException("rasp.token.modes." + id, mode,
						"There is no such check; use one of " + String.join(", ", known) + ".");
			}
		});
	}

}
