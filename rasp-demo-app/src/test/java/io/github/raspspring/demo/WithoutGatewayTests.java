package io.github.raspspring.demo;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The gateway is on the class path of the bookshop, and without its profile that changes
 * nothing.
 */
@BookshopTest({ "rasp.mode=block", "rasp.rate-limit.enabled=false" })
class WithoutGatewayTests {

	@Test
	void bookshopWithoutTheProfileHasNothingOfTheGateway(@Autowired ApplicationContext context) {
		assertThat(Arrays.stream(context.getBeanDefinitionNames()).map(context::getType).map(String::valueOf))
			.isNotEmpty()
			.noneMatch((type) -> type.contains("org.springframework.cloud"));
	}

	@Test
	void defaultsThatTheGatewayWouldChangeAreThoseOfSpringBoot(@Autowired Environment environment) {
		assertThat(environment.getProperty("spring.servlet.multipart.enabled")).isEqualTo("true");
		assertThat(environment.getProperty("spring.http.clients.redirects")).isEqualTo("follow-when-possible");
	}

	@Test
	void actuatorTellsNothingOfTheGateway(@LocalServerPort int port) {
		assertThat(new Bookshop(port).get("/actuator").body()).contains("rasp").doesNotContain("gateway", "refresh");
	}

}
