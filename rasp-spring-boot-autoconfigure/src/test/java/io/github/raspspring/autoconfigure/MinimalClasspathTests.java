package io.github.raspspring.autoconfigure;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that has neither Spring Security nor Actuator: it is protected, and as
 * open as it was. Runs in a Surefire execution of its own, with both removed from the
 * class path.
 */
@Tag("minimal-classpath")
class MinimalClasspathTests {

	private static final String ATTACK = "1'%20or%20'1'='1";

	private ConfigurableApplicationContext application;

	@AfterEach
	void stop() {
		this.application.close();
	}

	@Test
	void classPathHasNeitherSecurityNorActuator() throws Exception {
		start("rasp.mode=block");
		ClassLoader classLoader = getClass().getClassLoader();
		assertThat(ClassUtils.isPresent("org.springframework.security.core.Authentication", classLoader)).isFalse();
		assertThat(ClassUtils.isPresent("org.springframework.boot.actuate.endpoint.annotation.Endpoint", classLoader))
			.isFalse();
	}

	@Test
	void requestWhenHonestThenIsServedWithoutCredentials() throws Exception {
		start("rasp.mode=block");
		assertThat(get("hello").statusCode()).isEqualTo(200);
		assertThat(get("hello").body()).isEqualTo("hello");
	}

	@Test
	void requestWhenAttackAndModeBlockThenIsRefused() throws Exception {
		start("rasp.mode=block");
		assertThat(get(ATTACK).statusCode()).isEqualTo(403);
	}

	@Test
	void requestWhenAttackAndModeMonitorThenIsServed() throws Exception {
		start("rasp.mode=monitor");
		assertThat(get(ATTACK).statusCode()).isEqualTo(200);
	}

	@Test
	void requestWhenInitializationIsLazyThenIsStillRefused() throws Exception {
		start("rasp.mode=block", "spring.main.lazy-initialization=true");
		assertThat(get(ATTACK).statusCode()).isEqualTo(403);
	}

	private void start(String... properties) {
		this.application = new SpringApplicationBuilder(Application.class).properties("server.port=0")
			.properties(properties)
			.run();
	}

	private HttpResponse<String> get(String q) throws Exception {
		String port = this.application.getEnvironment().getProperty("local.server.port");
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/echo?q=" + q)).build();
		return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Echo.class)
	static class Application {

	}

	@RestController
	static class Echo {

		@GetMapping("/echo")
		String echo(@RequestParam String q) {
			return q;
		}

	}

}
