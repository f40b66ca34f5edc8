package io.github.raspspring.autoconfigure.store;

import java.time.Clock;
import java.time.Duration;

import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.github.raspspring.engine.EndpointSection;
import io.github.raspspring.engine.ExpiringStores;
import io.github.raspspring.engine.StoreCalls;
import io.github.raspspring.engine.event.SecurityEventPublisher;
import io.github.raspspring.ratelimit.BucketStore;
import io.github.raspspring.store.Circuit;
import io.github.raspspring.store.LocalStores;
import io.github.raspspring.store.RedisSettings;
import io.github.raspspring.store.RedisStores;
import io.github.raspspring.store.StoreSection;
import io.lettuce.core.RedisClient;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/**
 * Auto-configuration of where state is kept that outlives a request. A
 * {@code ProxyManager<String>} of the application shares the buckets of rate limits
 * through any engine Bucket4j knows, and goes before Redis.
 */
@AutoConfiguration
@ConditionalOnBooleanProperty(name = "rasp.enabled", matchIfMissing = true)
@EnableConfigurationProperties(RaspStoreProperties.class)
public final class RaspStoreAutoConfiguration {

	@Bean
	@ConditionalOnProperty(name = "rasp.store.type", havingValue = "local", matchIfMissing = true)
	@ConditionalOnMissingBean(ExpiringStores.class)
	LocalStores raspStores() {
		return new LocalStores(System::nanoTime);
	}

	/**
	 * Says why there is no store. A type that doesn't exist is told of when the
	 * properties are bound.
	 */
	@Bean
	@ConditionalOnMissingBean(ExpiringStores.class)
	ExpiringStores raspMissingStores(RaspStoreProperties properties) {
		throw new InvalidConfigurationPropertyValueException("rasp.store.type", properties.type(),
				"Add io.lettuce:lettuce-core or spring-boot-starter-data-redis to the application, without a version.");
	}

	@Bean
	@Order(6)
	EndpointSection raspStoreSection(RaspStoreProperties properties, ObjectProvider<StoreCalls> stores) {
		return new StoreSection(properties.type().name(), stores.orderedStream().toList());
	}

	/**
	 * Where the application brings an engine of its own.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBean(ProxyManager.class)
	static class ProxyManagerConfiguration {

		@Bean
		StoreCalls raspBucketCalls(RaspStoreProperties properties, ObjectProvider<SecurityEventPublisher> publisher) {
			return new Circuit("buckets", properties.timeout(), System::nanoTime,
					new StoreEvents("buckets", publisher, Clock.systemUTC()));
		}

		@Bean
		@ConditionalOnMissingBean
		BucketStore raspBucketStore(ProxyManager<String> manager, StoreCalls raspBucketCalls,
				RaspStoreProperties properties) {
			return new BucketStore(() -> manager, raspBucketCalls, properties.secret());
		}

	}

	/**
	 * Where all instances share Redis.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty(name = "rasp.store.type", havingValue = "redis")
	@ConditionalOnClass({ RedisClient.class, Bucket4jLettuce.class })
	static class RedisConfiguration {

		private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(5);

		@Bean
		RedisStores raspStores(RaspStoreProperties properties, ObjectProvider<SecurityEventPublisher> publisher) {
			try {
				RedisSettings settings = properties.redisSettings();
				return new RedisStores(settings, new StoreEvents(settings.address(), publisher, Clock.systemUTC()),
						Clock.systemUTC());
			}
			catch (IllegalArgumentException ex) {
				throw new InvalidConfigurationPropertyValueException("rasp.store.redis.url", null,
						"Give an address such as redis://localhost:6379.");
			}
		}

		/**
		 * Runs before the application says that it is ready.
		 */
		@Bean
		ApplicationRunner raspStoreWarmUp(RedisStores stores) {
			return (arguments) -> stores.warmUp(LONGEST_WARM_UP);
		}

		@Bean
		StoreCalls raspRedisCalls(RedisStores stores) {
			return stores.calls();
		}

		@Bean
		@ConditionalOnMissingBean
		BucketStore raspRedisBucketStore(RedisStores stores, RaspStoreProperties properties) {
			return new BucketStore(stores::buckets, stores.calls(), properties.secret());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterBinder.class)
	static class Meters {

		@Bean
		MeterBinder raspStoreMeters(ObjectProvider<StoreCalls> stores) {
			return (registry) -> stores.orderedStream()
				.filter(Circuit.class::isInstance)
				.map(Circuit.class::cast)
				.forEach((circuit) -> {
					Gauge.builder("rasp.store.available", circuit, (store) -> store.isAvailable() ? 1 : 0)
						.tag("store", circuit.name())
						.description("Whether the store is asked: 1, or 0 while it does not answer")
						.register(registry);
					FunctionCounter.builder("rasp.store.calls", circuit, Circuit::answered)
						.tags("store", circuit.name(), "outcome", "answered")
						.description("Calls that the store answered in time")
						.register(registry);
					FunctionCounter.builder("rasp.store.calls", circuit, Circuit::unanswered)
						.tags("store", circuit.name(), "outcome", "unanswered")
						.description("Calls that were decided without the store")
						.register(registry);
				});
		}

	}

}
