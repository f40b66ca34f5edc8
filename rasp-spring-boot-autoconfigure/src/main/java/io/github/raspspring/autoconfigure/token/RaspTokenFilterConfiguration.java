package io.github.raspspring.autoconfigure.token;

import java.time.Clock;

import com.github.benmanes.caffeine.cache.Ticker;
import io.github.raspspring.autoconfigure.EventReferences;
import io.github.raspspring.autoconfigure.web.RaspTokenStage;
import io.github.raspspring.engine.ExpiringStores;
import io.github.raspspring.engine.ExpiringStores.Reading;
import io.github.raspspring.engine.FindingReporter;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.event.SecurityEventPublisher;
import io.github.raspspring.token.TokenFailures;
import io.github.raspspring.token.TokenRules;
import io.github.raspspring.token.admission.RefusedTokenCounts;
import io.github.raspspring.token.admission.TokenAdmission;
import io.github.raspspring.token.admission.TokenAdmissionFilter;
import io.github.raspspring.token.admission.TokenAuthority;
import io.github.raspspring.token.admission.VerifiedLately;
import io.github.raspspring.token.admission.VerifiedTokenFilter;
import io.github.raspspring.token.form.FormTokenDetector;
import io.github.raspspring.token.form.TokenForm;
import io.github.raspspring.token.revocation.StoredRevocations;
import io.github.raspspring.token.revocation.TokenRevocations;
import io.github.raspspring.token.use.BehaviorSettings;
import io.github.raspspring.token.use.GeoResolver;
import io.github.raspspring.token.use.UseChecks;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;

/**
 * Puts the judgement of tokens around bearer authentication, in every security filter
 * chain, however the tokens are decoded.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({ HttpSecurity.class, BearerTokenAuthenticationFilter.class })
@ConditionalOnBean(ExpiringStores.class)
class RaspTokenFilterConfiguration {

	private static final int COUNTED_CLIENTS = 100_000;

	@Bean
	TokenForm raspTokenForm(RaspTokenProperties properties) {
		return new TokenForm(properties.maximumLength(), properties.algorithms(), properties.deniedHeaders());
	}

	@Bean
	TokenFailures raspTokenFailures(SecurityEventPublisher publisher, ObjectProvider<Clock> clock) {
		return new TokenFailures(publisher, EventReferences::next, clock.getIfUnique(Clock::systemUTC));
	}

	@Bean
	@ConditionalOnMissingBean(TokenRevocations.class)
	StoredRevocations raspTokenRevocations(ExpiringStores stores, RaspTokenProperties properties,
			ObjectProvider<Clock> clock) {
		return new StoredRevocations(
				stores.open("revocation", properties.revocation().maximumEntries(), Reading.EVENTUAL),
				clock.getIfUnique(Clock::systemUTC));
	}

	@Bean
	TokenAdmission raspTokenAdmission(TokenRules rules, TokenForm form, RaspTokenProperties properties,
			FindingReporter reporter, TokenFailures failures) {
		RefusedTokenCounts counts = new RefusedTokenCounts(properties.refusalsPerMinute(), COUNTED_CLIENTS,
				Ticker.systemTicker());
		VerifiedLately verified = new VerifiedLately(COUNTED_CLIENTS, Ticker.systemTicker());
		return new TokenAdmission(rules, form, counts, verified, reporter, failures);
	}

	@Bean
	TokenAuthority raspTokenAuthority(TokenRules rules, TokenForm form, RaspTokenProperties properties,
			TokenRevocations revocations, ExpiringStores stores, ObjectProvider<GeoResolver> geo,
			FindingReporter reporter, TokenFailures failures, ObjectProvider<Clock> clock) {
		UseChecks checks = new UseChecks(clock.getIfUnique(Clock::systemUTC), properties.clockSkew())
			.revocations(revocations)
			.replay(stores.open("replay", properties.replay().maximumEntries(), Reading.CURRENT));
		RaspTokenProperties.Behavior behavior = properties.behavior();
		if (behavior.enabled()) {
			checks.behavior(new BehaviorSettings(behavior.maximumEntries(), behavior.remember(), behavior.networks(),
					behavior.fanOutWindow(), behavior.concurrentWindow()), geo.getIfAvailable());
		}
		return new TokenAuthority(rules, form, TokenRouteFactory.routes(properties.routes()), checks, reporter,
				failures);
	}

	@Bean
	Customizer<HttpSecurity> raspTokenFilterCustomizer(TokenAdmission admission, InspectionScope scope) {
		TokenAdmissionFilter before = new TokenAdmissionFilter(admission, scope);
		return (http) -> http.addFilterBefore(before, BearerTokenAuthenticationFilter.class);
	}

	@Bean
	RaspTokenStage raspTokenStage(TokenAuthority authority, InspectionScope scope) {
		return new RaspTokenStage(new VerifiedTokenFilter(authority, scope));
	}

	@Bean
	FormTokenDetector raspFormTokenDetector() {
		return new FormTokenDetector();
	}

}
