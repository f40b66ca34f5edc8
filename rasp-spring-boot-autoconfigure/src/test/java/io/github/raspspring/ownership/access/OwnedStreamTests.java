package io.github.raspspring.ownership.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Answers that are on their way when a row of somebody else comes: they are cut, and
 * nothing of that row is in them.
 */
@TestInstance(Lifecycle.PER_CLASS)
class OwnedStreamTests {

	private static final int OWN = 200;

	private ConfigurableApplicationContext application;

	private final HttpClient client = HttpClient.newHttpClient();

	@BeforeAll
	void open() {
		this.application = new SpringApplicationBuilder(StreamApplication.class)
			.properties("server.port=0", "spring.datasource.url=jdbc:h2:mem:streams", "rasp.mode=block",
					"rasp.ownership.rules[0].tables=letters", "rasp.ownership.rules[0].column=owner",
					"spring.security.user.name=bob", "spring.security.user.password=secret",
					"spring.jpa.hibernate.ddl-auto=none", "spring.main.banner-mode=off", "logging.level.root=off")
			.run();
		JdbcTemplate jdbc = this.application.getBean(JdbcTemplate.class);
		jdbc.execute("create table letters (id bigint primary key, owner varchar(20), text varchar(200))");
		for (int i = 0; i < OWN; i++) {
			jdbc.update("insert into letters values (?, 'bob', ?)", i, "mine".repeat(40));
		}
		jdbc.update("insert into letters values (?, 'alice', 'theirs')", OWN);
		jdbc.update("insert into letters values (?, 'bob', 'last')", OWN + 1);
	}

	@AfterAll
	void close() {
		this.application.close();
	}

	@Test
	void answerOfOwnRowsIsComplete() throws Exception {
		assertThat(get("/written?to=" + (OWN - 1)).body()).contains("mine").endsWith("end");
		assertThat(get("/streamed?to=" + (OWN - 1)).body()).contains("mine").endsWith("end");
	}

	@Test
	void answerThatIsNotBegunIsRefused() throws Exception {
		HttpResponse<String> response = get("/written?from=" + OWN);
		assertThat(response.statusCode()).isEqualTo(403);
		assertThat(response.body()).contains("reference").doesNotContain("theirs");
	}

	@Test
	void answerThatIsOnItsWayIsCut() throws Exception {
		assertCut("/written");
	}

	@Test
	void answerThatIsStreamedByAnotherThreadIsCut() throws Exception {
		assertCut("/streamed");
	}

	private void assertCut(String path) throws Exception {
		HttpResponse<InputStream> response = this.client.send(request(path), HttpResponse.BodyHandlers.ofInputStream());
		assertThat(response.statusCode()).isEqualTo(200);
		StringBuilder read = new StringBuilder();
		assertThatIOException().isThrownBy(() -> {
			byte[] buffer = new byte[1024];
			int length = response.body().read(buffer);
			while (length >= 0) {
				read.append(new String(buffer, 0, length, StandardCharsets.UTF_8));
				length = response.body().read(buffer);
			}
		});
		assertThat(read.toString()).contains("mine").doesNotContain("theirs", "last", "end");
	}

	private HttpResponse<String> get(String path) throws Exception {
		return this.client.send(request(path), HttpResponse.BodyHandlers.ofString());
	}

	private HttpRequest request(String path) {
		String port = this.application.getEnvironment().getProperty("local.server.port");
		String credentials = Base64.getEncoder().encodeToString("bob:secret".getBytes(StandardCharsets.UTF_8));
		return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
			.header("Authorization", "Basic " + credentials)
			.build();
	}

	/**
	 * What it is made of.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(LetterController.class)
	static class StreamApplication {

	}

	/**
	 * Writes letters as the database brings them.
	 */
	@RestController
	static class LetterController {

		private final JdbcTemplate jdbc;

		LetterController(JdbcTemplate jdbc) {
			this.jdbc = jdbc;
		}

		@GetMapping("/written")
		void written(HttpServletResponse response, Integer from, Integer to) throws IOException {
			write(response.getOutputStream(), from, to);
		}

		@GetMapping("/streamed")
		StreamingResponseBody streamed(Integer from, Integer to) {
			return (out) -> write(out, from, to);
		}

		private void write(OutputStream out, Integer from, Integer to) throws IOException {
			this.jdbc.query("select id, owner, text from letters where id >= ? and id <= ? order by id", (rows) -> {
				try {
					out.write(rows.getString("text").getBytes(StandardCharsets.UTF_8));
					out.flush();
				}
				catch (IOException ex) {
					throw new IllegalStateException(ex);
				}
			}, (from != null) ? from : 0, (to != null) ? to : 1000);
			out.write("end".getBytes(StandardCharsets.UTF_8));
		}

	}

}
