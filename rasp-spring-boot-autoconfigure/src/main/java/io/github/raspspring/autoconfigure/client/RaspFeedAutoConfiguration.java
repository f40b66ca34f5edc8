package io.github.raspspring.autoconfigure.client;

import java.time.Clock;

import io.github.raspspring.autoconfigure.EventReferences;
import io.github.raspspring.client.ClientLists;
import io.github.raspspring.client.ClientsSection;
import io.github.raspspring.client.feed.ClientFeeds;
import io.github.raspspring.client.feed.FeedDetector;
import io.github.raspspring.engine.event.SecurityEventPublisher;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/**
 * Auto-configuration of feeds of threat intelligence. Stands before that of clients,
 * which asks for sources of reputations.
 */
@AutoConfiguration(before = RaspClientAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "rasp.enabled", matchIfMissing = true)
@Conditional(FeedsConfigured.class)
@EnableConfigurationProperties(RaspFeedProperties.class)
public final class RaspFeedAutoConfiguration {

	@Bean
	ClientFeeds raspClientFeeds(RaspFeedProperties properties, ObjectProvider<SecurityEventPublisher> publisher,
			ObjectProvider<Clock> clock) {
		return new ClientFeeds(properties.clientFeeds(),
				(event) -> publisher.ifAvailable((available) -> available.publish(event)), EventReferences::next,
				clock.getIfUnique(Clock::systemUTC));
	}

	@Bean
	ClientFeedRefresh raspClientFeedRefresh(ClientFeeds feeds) {
		return new ClientFeedRefresh(feeds);
	}

	@Bean
	FeedDetector raspFeedDetector(ClientFeeds feeds, ClientLists lists) {
		return new FeedDetector(feeds, lists);
	}

	@Bean
	SmartInitializingSingleton raspShownFeeds(ClientFeeds feeds, ObjectProvider<ClientsSection> section) {
		return () -> section.ifAvailable((shown) -> shown.showing(feeds::describe, feeds::gaps));
	}

}
