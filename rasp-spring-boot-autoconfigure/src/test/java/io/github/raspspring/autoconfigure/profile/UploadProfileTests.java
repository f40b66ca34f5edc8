package io.github.raspspring.autoconfigure.profile;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.raspspring.engine.event.ThreatDetected;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What is told of an uploaded file, its name and the headers of its part, is no property
 * that the client sets; a field beside it is.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UploadProfileTests {

	private final HttpClient client = HttpClient.newHttpClient();

	private ConfigurableApplicationContext application;

	@BeforeAll
	void start() {
		this.application = new SpringApplicationBuilder(Application.class)
			.properties("server.port=0", "rasp.mode=block", "logging.level.root=error",
					"spring.datasource.url=jdbc:h2:mem:uploads")
			.run();
	}

	@AfterAll
	void stop() {
		this.application.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/named", "/bound" })
	void uploadWhenFileHasNameAndTypeThenOnlyUndeclaredFieldIsTold(String path) throws Exception {
		Uploads uploads = this.application.getBean(Uploads.class);
		uploads.seen.clear();
		assertThat(post(path, "title")).isEqualTo(200);
		assertThat(post(path, "title", "colour")).isEqualTo(200);
		await().until(() -> !uploads.seen.isEmpty());
		assertThat(uploads.seen).containsExactly("unknown-property colour");
	}

	private int post(String path, String... fields) throws Exception {
		StringBuilder body = new StringBuilder();
		for (String field : fields) {
			body.append("--part\r\nContent-Disposition: form-data; name=\"").append(field).append("\"\r\n\r\nblue\r\n");
		}
		body.append("--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"track.json\"\r\n")
			.append("Content-Type: application/json\r\nX-Checksum: 17\r\n\r\n{\"a\":[1,2]}\r\n--part--\r\n");
		int port = this.application.getEnvironment().getRequiredProperty("local.server.port", int.class);
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
			.header("Content-Type", "multipart/form-data; boundary=part")
			.POST(HttpRequest.BodyPublishers.ofString(body.toString()))
			.build();
		return this.client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Uploads.class)
	static class Application {

		@Bean
		SecurityFilterChain open(HttpSecurity http) throws Exception {
			return http.csrf((csrf) -> csrf.disable())
				.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
				.build();
		}

	}

	record Upload(String title, MultipartFile file) {
	}

	@RestController
	static class Uploads {

		private final List<String> seen = new CopyOnWriteArrayList<>();

		@EventListener
		void on(ThreatDetected event) {
			event.decision().findings().forEach((finding) -> this.seen.add(finding.rule().id() + " " + finding.name()));
		}

		@PostMapping("/named")
		long named(@RequestParam String title, @RequestParam MultipartFile file) {
			return title.length() + file.getSize();
		}

		@PostMapping("/bound")
		long bound(@ModelAttribute Upload upload) {
			return upload.title().length() + upload.file().getSize();
		}

	}

}
