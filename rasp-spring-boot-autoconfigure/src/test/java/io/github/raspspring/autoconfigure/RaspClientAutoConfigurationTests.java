package io.github.raspspring.autoconfigure;

import java.util.List;

import io.github.raspspring.client.ClientAddressResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class RaspClientAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(RaspClientAutoConfiguration.class));

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

}
