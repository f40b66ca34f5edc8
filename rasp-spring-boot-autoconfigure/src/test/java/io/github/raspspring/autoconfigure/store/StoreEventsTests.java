package io.github.raspspring.autoconfigure.store;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

import io.github.raspspring.engine.SetClock;
import io.github.raspspring.engine.event.SecurityEventPublisher;

import io.github.raspspring.store.RedisSettings;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the log says of a store that does not answer.
 */
@ExtendWith(OutputCaptureExtension.class)
class StoreEventsTests {

	@Test
	void logWhenRedisIsDownThenNamesAddressAndCauseAndNoPassword(CapturedOutput output) {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(RaspStoreAutoConfiguration.class))
			.withPropertyValues("rasp.store.type=redis", "rasp.store.refresh=20ms",
					"rasp.store.redis.url=redis://shop:geheim@127.0.0.1:1/0")
			.run((context) -> Awaitility.await()
				.untilAsserted(() -> assertThat(output.getAll()).containsPattern(
						"The store redis://127.0.0.1:1/0 does not answer \\([A-Za-z]+(: .+)?\\); requests go on without it")));
		assertThat(output.getAll()).doesNotContain("geheim");
	}

	@ParameterizedTest
	@CsvSource({ "redis://localhost, redis://localhost", "rediss://:p@ss@host:6380/1, rediss://host:6380/1",
			"'redis-sentinel://u:p@one:1,two:2/0?x=m', 'redis-sentinel://one:1,two:2/0'",
			"localhost:6379, localhost:6379", "redis://host?timeout=1s, redis://host" })
	void addressHasNoPassword(String url, String address) {
		assertThat(new RedisSettings(url, "rasp:", Duration.ofMillis(50), Duration.ofSeconds(1)).address())
			.isEqualTo(address);
	}

	@ParameterizedTest
	@CsvSource({ "'0', 1", "'0,1', 1", "'0,59', 1", "'0,60', 2", "'0,61,119', 2", "'0,10,20,30,40,50,59', 1",
			"'0,60,120,180', 4", "'5,30,65,66', 2" })
	void logWhenStoreComesAndGoesThenWarnsOnceAMinute(String losses, int warnings, CapturedOutput output) {
		SetClock clock = new SetClock(Instant.EPOCH);
		StoreEvents events = new StoreEvents("redis://cache",
				new StaticListableBeanFactory().getBeanProvider(SecurityEventPublisher.class), clock);
		for (String loss : losses.split(",")) {
			clock.set(Instant.EPOCH.plusSeconds(Long.parseLong(loss)));
			events.lost(new IOException("gone"));
			events.recovered();
		}
		assertThat(output.getAll().split("does not answer", -1)).hasSize(warnings + 1);
	}

}
