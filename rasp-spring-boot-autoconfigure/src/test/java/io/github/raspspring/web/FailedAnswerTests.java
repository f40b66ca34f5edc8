package io.github.raspspring.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A plan that counts by the answer sees the error that the container makes of an
 * exception.
 */
class FailedAnswerTests {

	@Test
	void exceptionThatNobodyHandlesCounts() throws Exception {
		try (ConfigurableApplicationContext application = new SpringApplicationBuilder(Application.class)
			.properties("server.port=0", "rasp.mode=block", "rasp.rate-limit.plans.failures.capacity=2",
					"rasp.rate-limit.plans.failures.period=1h", "rasp.rate-limit.plans.failures.consume-on=500")
			.run()) {
			String port = application.getEnvironment().getProperty("local.server.port");
			for (int i = 0; i < 3; i++) {
				assertThat(granted(port, "/works")).isEqualTo(200);
			}
			assertThat(granted(port, "/fails")).isEqualTo(500);
			assertThat(granted(port, "/fails")).isEqualTo(500);
			assertThat(get(port, "/fails")).isEqualTo(429);
		}
	}

	/**
	 * What an answer does not use up comes back when its request has ended, which may be
	 * after the client has got it.
	 */
	private int granted(String port, String path) {
		return Awaitility.await().until(() -> get(port, path), (status) -> status != 429);
	}

	private int get(String port, String path) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
		return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Pages.class)
	static class Application {

		@Bean
		SecurityFilterChain open(HttpSecurity http) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll()).build();
		}

	}

	@RestController
	static class Pages {

		@GetMapping("/works")
		String works() {
			return "works";
		}

		@GetMapping("/fails")
		String fails() {
			throw new IllegalStateException("The handler fails");
		}

	}

}
