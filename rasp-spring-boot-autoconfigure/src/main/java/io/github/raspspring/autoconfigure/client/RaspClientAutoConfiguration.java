package io.github.raspspring.autoconfigure.client;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;

import io.github.raspspring.autoconfigure.EventReferences;
import io.github.raspspring.autoconfigure.RaspAutoConfiguration;
import io.github.raspspring.autoconfigure.store.RaspStoreAutoConfiguration;
import io.github.raspspring.autoconfigure.store.RaspStoreProperties;
import io.github.raspspring.client.BlockEnds;
import io.github.raspspring.client.ClientAddressResolver;
import io.github.raspspring.client.ClientKeys;
import io.github.raspspring.client.ClientLists;
import io.github.raspspring.client.ClientScoreDetector;
import io.github.raspspring.client.ClientScoreboard;
import io.github.raspspring.client.ClientsSection;
import io.github.raspspring.client.OperatorPaths;
import io.github.raspspring.client.ReputationDetector;
import io.github.raspspring.client.ReputationSource;
import io.github.raspspring.client.RuleBreaker;
import io.github.raspspring.client.ScoredTreatment;
import io.github.raspspring.engine.ClientScores;
import io.github.raspspring.engine.ClientTreatment;
import io.github.raspspring.engine.ExpiringStores;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.event.ClientStateChanged;
import io.github.raspspring.engine.event.SecurityEventPublisher;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration that tells who calls, and whom to trust.
 */
@AutoConfiguration(before = RaspAutoConfiguration.class, after = RaspStoreAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "rasp.enabled", matchIfMissing = true)
@EnableConfigurationProperties({ RaspClientProperties.class, RaspStoreProperties.class })
@Import(BlockListDetectorRegistrar.class)
public final class RaspClientAutoConfiguration {

	private static final Log logger = LogFactory.getLog("rasp");

	private static final int SECRET_BYTES = 32;

	@Bean
	@ConditionalOnMissingBean
	ClientAddressResolver raspClientAddressResolver(RaspClientProperties properties) {
		return new ClientAddressResolver(properties.trustedRanges(), properties.forwardingHeaders());
	}

	@Bean
	ClientLists raspClientLists(RaspClientProperties properties, ObjectProvider<Clock> clock) {
		return ClientListFactory.load(properties, clock.getIfUnique(Clock::systemUTC).instant());
	}

	@Bean
	ClientListRefresh raspClientListRefresh(ClientLists lists, RaspClientProperties properties,
			ObjectProvider<Clock> clock) {
		return new ClientListRefresh(lists, clock.getIfUnique(Clock::systemUTC), properties.listRefresh());
	}

	@Bean
	@ConditionalOnBean(ReputationSource.class)
	ReputationDetector raspReputationDetector(List<ReputationSource> sources, ClientLists lists) {
		return new ReputationDetector(sources, lists);
	}

	@Bean
	@ConditionalOnMissingBean
	ClientKeys raspClientKeys(RaspClientProperties properties, RaspStoreProperties store) {
		byte[] secret = store.secret().getBytes(StandardCharsets.UTF_8);
		if (secret.length == 0 && store.type() == RaspStoreProperties.Type.LOCAL) {
			secret = new byte[SECRET_BYTES];
			new SecureRandom().nextBytes(secret);
		}
		return new ClientKeys(properties.apiKeyHeaders(), secret);
	}

	@Bean
	@ConditionalOnBooleanProperty(name = "rasp.client.breaker.enabled", matchIfMissing = true)
	RuleBreaker raspRuleBreaker(RaspClientProperties properties, ObjectProvider<Clock> clock) {
		return new RuleBreaker(properties.breaker().share(), clock.getIfUnique(Clock::systemUTC));
	}

	@Bean
	@ConditionalOnMissingBean(ClientTreatment.class)
	ScoredTreatment raspClientTreatment(ObjectProvider<ClientScores> scores, ObjectProvider<RuleBreaker> breaker) {
		return new ScoredTreatment(scores.getIfAvailable(() -> ClientScores.NONE), breaker.getIfAvailable());
	}

	@Bean
	OperatorPaths raspOperatorPaths(Environment environment) {
		return OperatorPathsFactory.paths(environment);
	}

	@Bean
	ClientsSection raspClientsSection(ClientAddressResolver addresses, ClientLists lists,
			ObjectProvider<ClientScoreboard> scoreboard, ObjectProvider<RuleBreaker> breaker, Environment environment,
			ObjectProvider<InspectionScope> scope) {
		boolean forgeable = "framework".equalsIgnoreCase(environment.getProperty("server.forward-headers-strategy"));
		if (forgeable) {
			logger.warn("Clients can forge their address: server.forward-headers-strategy=framework believes "
					+ "forwarding headers of everybody before they can be judged. Set it to native, or to none with "
					+ "rasp.client.trusted-proxies.");
		}
		return new ClientsSection(addresses, lists, scoreboard.getIfAvailable(), breaker.getIfAvailable(), forgeable,
				scope.getIfAvailable(InspectionScope::new));
	}

	/**
	 * Where clients are scored.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBooleanProperty("rasp.client.score.enabled")
	static class ScoreConfiguration {

		@Bean
		ClientScoreboard raspClientScoreboard(RaspClientProperties properties, ObjectProvider<Clock> clock,
				ExpiringStores stores, ObjectProvider<SecurityEventPublisher> publisher) {
			return new ClientScoreboard(properties.score().settings(), clock.getIfUnique(Clock::systemUTC), stores,
					(client, until, reason) -> publisher
						.ifAvailable((available) -> available.publish(new ClientStateChanged(EventReferences.next(),
								Clock.systemUTC().instant(), client, until != null, until, reason))));
		}

		@Bean
		ClientScoreDetector raspClientScoreDetector(ClientScoreboard scoreboard, ClientLists lists,
				Environment environment) {
			return new ClientScoreDetector(scoreboard, lists, Phase.REQUEST, OperatorPathsFactory.paths(environment));
		}

		@Bean
		ClientScoreDetector raspClientScoreSubjectDetector(ClientScoreboard scoreboard, ClientLists lists,
				Environment environment) {
			return new ClientScoreDetector(scoreboard, lists, Phase.IDENTITY, OperatorPathsFactory.paths(environment));
		}

		@Bean
		BlockEnds raspBlockEnds(ClientScoreboard scoreboard) {
			return new BlockEnds(scoreboard);
		}

	}

}
