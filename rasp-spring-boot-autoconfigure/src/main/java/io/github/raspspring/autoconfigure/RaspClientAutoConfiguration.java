package io.github.raspspring.autoconfigure;

import java.time.Clock;
import java.util.List;

import io.github.raspspring.client.ClientAddressResolver;
import io.github.raspspring.client.ClientLists;
import io.github.raspspring.client.ClientScoreDetector;
import io.github.raspspring.client.ClientScoreboard;
import io.github.raspspring.client.ClientsSection;
import io.github.raspspring.client.ReputationDetector;
import io.github.raspspring.client.ReputationSource;
import io.github.raspspring.engine.EndpointSection;
import io.github.raspspring.engine.Phase;
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
@AutoConfiguration(before = RaspAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "rasp.enabled", matchIfMissing = true)
@EnableConfigurationProperties(RaspClientProperties.class)
@Import(BlockListDetectorRegistrar.class)
public final class RaspClientAutoConfiguration {

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
	EndpointSection raspClientsSection(ClientAddressResolver addresses, ClientLists lists,
			ObjectProvider<ClientScoreboard> scoreboard, Environment environment) {
		boolean forgeable = "framework".equalsIgnoreCase(environment.getProperty("server.forward-headers-strategy"));
		return new ClientsSection(addresses, lists, scoreboard.getIfAvailable(), forgeable);
	}

	/**
	 * Where clients are scored.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBooleanProperty("rasp.client.score.enabled")
	static class ScoreConfiguration {

		@Bean
		ClientScoreboard raspClientScoreboard(RaspClientProperties properties, ObjectProvider<Clock> clock) {
			return new ClientScoreboard(properties.score().settings(), clock.getIfUnique(Clock::systemUTC));
		}

		@Bean
		ClientScoreDetector raspClientScoreDetector(ClientScoreboard scoreboard, ClientLists lists) {
			return new ClientScoreDetector(scoreboard, lists, Phase.REQUEST);
		}

		@Bean
		ClientScoreDetector raspClientScoreSubjectDetector(ClientScoreboard scoreboard, ClientLists lists) {
			return new ClientScoreDetector(scoreboard, lists, Phase.IDENTITY);
		}

	}

}
