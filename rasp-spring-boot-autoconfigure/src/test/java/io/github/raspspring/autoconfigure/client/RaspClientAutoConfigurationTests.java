package io.github.raspspring.autoconfigure.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.raspspring.autoconfigure.store.RaspStoreAutoConfiguration;
import io.github.raspspring.client.ClientAddressResolver;
import io.github.raspspring.client.ClientLists;
import io.github.raspspring.client.ReputationSource;
import io.github.raspspring.client.RuleBreaker;
import io.github.raspspring.engine.ClientScores;
import io.github.raspspring.engine.Detector;
import io.github.raspspring.engine.EndpointSection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class RaspClientAutoConfigurationTests {

	private static final String LISTS = "rasp.client.lists.";

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(RaspStoreAutoConfiguration.class, RaspClientAutoConfiguration.class));

	@Test
	void runWhenNothingIsConfiguredThenTrustsNoProxy() {
		this.runner
			.run((context) -> assertThat(context.getBean(ClientAddressResolver.class).trustsProxies()).isFalse());
	}

	@Test
	void runWhenProxiesAreConfiguredThenBelievesThem() {
		this.runner.withPropertyValues("rasp.client.trusted-proxies=10.0.0.0/8, 2001:db8::/32").run((context) -> {
			ClientAddressResolver resolver = context.getBean(ClientAddressResolver.class);
			assertThat(resolver.resolve("2001:db8::1", List.of("9.9.9.9"), List.of()).address()).isEqualTo("9.9.9.9");
		});
	}

	@Test
	void runWhenHeadersAreConfiguredThenBelievesThoseOnly() {
		this.runner
			.withPropertyValues("rasp.client.trusted-proxies=10.0.0.0/8", "rasp.client.forwarding-headers=forwarded")
			.run((context) -> {
				ClientAddressResolver resolver = context.getBean(ClientAddressResolver.class);
				assertThat(resolver.resolve("10.0.0.1", List.of("9.9.9.9"), List.of()).address()).isEqualTo("10.0.0.1");
			});
	}

	@Test
	void runWhenDisabledThenHasNoBeans() {
		this.runner.withPropertyValues("rasp.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(ClientAddressResolver.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "proxy.example.org", "10.0.0.0/40", "10.*" })
	void runWhenProxyIsInvalidThenNamesPropertyAndMend(String network) {
		this.runner
			.withPropertyValues("rasp.client.trusted-proxies[0]=::1", "rasp.client.trusted-proxies[1]=" + network)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidConfigurationPropertyValueException.class)
				.hasMessageContaining("rasp.client.trusted-proxies[1]")
				.hasMessageContaining("CIDR"));
	}

	@Test
	void runWhenListsAreConfiguredThenEachIsADetector(@TempDir Path folder) throws IOException {
		Path file = Files.writeString(folder.resolve("scanners.txt"), "192.0.2.0/24\n");
		this.runner
			.withPropertyValues(LISTS + "scanners.file=" + file, LISTS + "office.file=" + file,
					LISTS + "office.action=allow")
			.run((context) -> {
				assertThat(context.getBeanProvider(Detector.class).stream().map(Detector::name))
					.containsExactly("client-list-scanners");
				assertThat(context.getBean(ClientLists.class).allowed()).hasSize(1);
			});
	}

	@Test
	void runWhenListIsBrokenThenNamesPropertyAndLine(@TempDir Path folder) throws IOException {
		Path file = Files.writeString(folder.resolve("scanners.txt"), "192.0.2.0/24\nbogus\n");
		this.runner.withPropertyValues(LISTS + "scanners.file=" + file)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidConfigurationPropertyValueException.class)
				.hasMessageContaining(LISTS + "scanners.file")
				.hasMessageContaining("Line 2"));
	}

	@Test
	void runWhenScoreIsEnabledThenClientsAreScored() {
		this.runner.withPropertyValues("rasp.client.score.enabled=true").run((context) -> {
			assertThat(context).hasSingleBean(ClientScores.class).hasSingleBean(RuleBreaker.class);
			assertThat(context.getBeanProvider(Detector.class).stream().map(Detector::name))
				.containsExactlyInAnyOrder("client-score", "client-score-subject");
		});
	}

	@Test
	void runWhenNothingIsConfiguredThenScoresNobody() {
		this.runner
			.run((context) -> assertThat(context).doesNotHaveBean(ClientScores.class).doesNotHaveBean(Detector.class));
	}

	@Test
	void runWhenReputationIsKnownThenItIsADetector() {
		this.runner.withBean(ReputationSource.class, () -> (client) -> 3)
			.run((context) -> assertThat(context).hasSingleBean(Detector.class));
	}

	@Test
	void runWhenFrameworkTrustsForwardingHeadersThenSaysSo() {
		this.runner.withPropertyValues("server.forward-headers-strategy=FRAMEWORK")
			.run((context) -> assertThat(context.getBean("raspClientsSection", EndpointSection.class).gaps())
				.singleElement()
				.asString()
				.contains("server.forward-headers-strategy"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "score.half-life=0s|score.half-life",
			"score.first-block=-1s|score.first-block", "score.tighten=1|score.block", "score.block=40|score.block",
			"score.max-clients=0|score.max-clients", "score.breaker-share=5|score.breaker-share",
			"score.weights.token=-1|score.weights", "list-refresh=1ms|list-refresh",
			"lists.scanners.kind=agent|lists.scanners.file", "lists.scanners.file=missing.txt|lists.scanners.file" })
	void runWhenPropertyIsInvalidThenNamesIt(String property, String named) {
		this.runner.withPropertyValues("rasp.client." + property)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidConfigurationPropertyValueException.class)
				.hasMessageContaining("rasp.client." + named));
	}

}
