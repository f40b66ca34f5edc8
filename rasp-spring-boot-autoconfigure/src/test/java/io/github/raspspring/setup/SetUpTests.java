package io.github.raspspring.setup;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.apache.catalina.loader.WebappClassLoaderBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * However an application is set up, it starts without a warning, serves what it served,
 * and what is about to be run is judged. The edge is off, so that only the sink can
 * refuse.
 */
@ExtendWith(OutputCaptureExtension.class)
class SetUpTests {

	private final HttpClient client = HttpClient.newHttpClient();

	@ParameterizedTest
	@EnumSource
	void applicationIsServedAndProtectedAndWarnsOfNothing(SetUp setUp, CapturedOutput output) throws Exception {
		try (ConfigurableApplicationContext context = start(setUp.application(), setUp.properties())) {
			String url = url(context, "local.server.port") + setUp.path() + "/books?title=";
			for (String honest : List.of("Dune", "O%27%27Reilly", "select+a+book", "1+or+2", "%22or%22", "")) {
				assertThat(send(url + honest).statusCode()).as(honest).isEqualTo(200);
			}
			assertThat(send(url + "Dune").body()).isEqualTo("[\"Dune\"]");
			assertThat(warnings(output)).isEmpty();
			for (String attack : List.of("x' OR '1'='1", "x' UNION SELECT 'y", "x' OR 1=1 -- ", "x'||'y",
					"x' AND 1=2 OR 'a'='a", "'; DROP TABLE books; -- ")) {
				HttpResponse<String> answer = send(url + URLEncoder.encode(attack, StandardCharsets.UTF_8));
				assertThat(answer.statusCode()).as(attack).isEqualTo(403);
				assertThat(answer.body()).contains("\"reference\":\"");
			}
			assertThat(send(health(context, setUp)).statusCode()).isEqualTo(200);
			assertThat(loadersOfOwnThreads()).isNotEmpty().noneMatch(WebappClassLoaderBase.class::isInstance);
		}
		assertThat(warnings(output)).allMatch((line) -> line.contains("rasp.audit"));
	}

	/**
	 * A thread with the loader of the container is a leak to it, once the application
	 * ends.
	 */
	private static List<ClassLoader> loadersOfOwnThreads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().equals("rasp-listeners"))
			.map(Thread::getContextClassLoader)
			.toList();
	}

	@Test
	void applicationOfAClassLoaderThatIsReplacedIsProtectedEachTime() throws Exception {
		for (int i = 0; i < 2; i++) {
			Class<?> application = new Restarted(getClass().getClassLoader()).loadClass(SetUps.Open.class.getName());
			assertThat(application).isNotSameAs(SetUps.Open.class);
			try (ConfigurableApplicationContext context = start(application, List.of())) {
				String url = url(context, "local.server.port") + "/books?title=";
				assertThat(send(url + "Dune").body()).isEqualTo("[\"Dune\"]");
				assertThat(send(url + "x%27+OR+%271%27=%271").statusCode()).isEqualTo(403);
			}
		}
	}

	private static ConfigurableApplicationContext start(Class<?> application, List<String> properties) {
		ClassLoader before = Thread.currentThread().getContextClassLoader();
		Thread.currentThread().setContextClassLoader(application.getClassLoader());
		try {
			return new SpringApplicationBuilder(application)
				.properties("server.port=0", "spring.main.banner-mode=off", "rasp.mode=block",
						"rasp.inspection.enabled=false", "spring.datasource.url=" + SetUps.URL,
						"spring.jpa.open-in-view=false", "spring.security.user.password=password")
				.properties(properties.toArray(String[]::new))
				.run();
		}
		finally {
			Thread.currentThread().setContextClassLoader(before);
		}
	}

	private static String health(ConfigurableApplicationContext context, SetUp setUp) {
		return (setUp == SetUp.MANAGEMENT_PORT) ? url(context, "local.management.port") + "/actuator/health"
				: url(context, "local.server.port") + setUp.path() + "/actuator/health";
	}

	private static String url(ConfigurableApplicationContext context, String port) {
		return "http://127.0.0.1:" + context.getEnvironment().getProperty(port);
	}

	private HttpResponse<String> send(String url) throws Exception {
		return this.client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
	}

	/**
	 * Applications of tests before may be open still: what they had folded a minute ago,
	 * they tell now.
	 */
	private static List<String> warnings(CapturedOutput output) {
		return output.getAll()
			.lines()
			.filter((line) -> line.contains(" WARN ") || line.contains(" ERROR "))
			.filter((line) -> !line.contains("event=threat-detected-again"))
			.toList();
	}

}
