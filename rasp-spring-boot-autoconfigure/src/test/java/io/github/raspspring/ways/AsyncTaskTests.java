package io.github.raspspring.ways;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;

import io.github.raspspring.carrier.RaspGuards;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a servlet does in a task that the container runs for it
 * ({@link AsyncContext#start}) is judged against the request that it serves.
 */
class AsyncTaskTests {

	private static final String HONEST = "O'Brien's";

	private static final String ATTACK = "x' or title like '%";

	private static WaysServer server;

	@BeforeAll
	static void start() {
		server = new WaysServer("block", Application.class, "rasp.detectors.sql-injection.mode=off",
				"rasp.detectors.xpath-injection.mode=off", "rasp.detectors.ldap-injection.mode=off");
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	static List<String> tasks() {
		return List.of("/tasks/run", "/tasks/finally", "/tasks/caught", "/tasks/given", "/tasks/found",
				"/tasks/nested");
	}

	@ParameterizedTest
	@MethodSource("tasks")
	void taskWhenItsInputIsHonestThenAnswers(String path) throws Exception {
		assertThat(get(path, HONEST).body()).isEqualTo("found");
		assertThat(post(path, HONEST).body()).isEqualTo("found");
	}

	@ParameterizedTest
	@MethodSource("tasks")
	void taskWhenStatementHoldsAttackThenIsRefused(String path) throws Exception {
		WaysServer.assertRefused(get(path, ATTACK));
		WaysServer.assertRefused(post(path, ATTACK));
	}

	private static HttpResponse<String> get(String path, String title) throws IOException, InterruptedException {
		return server.send(server.request(path + "?title=" + Way.encode(title)).build());
	}

	private static HttpResponse<String> post(String path, String title) throws IOException, InterruptedException {
		return server.send(server.request(path)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString("title=" + Way.encode(title)))
			.build());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		SecurityFilterChain openToAll(HttpSecurity http) {
			return http.csrf(AbstractHttpConfigurer::disable)
				.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
				.build();
		}

		@Bean
		ServletRegistrationBean<Tasks> tasks(RaspGuards guards) {
			ServletRegistrationBean<Tasks> registration = new ServletRegistrationBean<>(new Tasks(guards), "/tasks/*");
			registration.setAsyncSupported(true);
			return registration;
		}

	}

	static final class Tasks extends HttpServlet {

		private static final long serialVersionUID = 1L;

		private final transient RaspGuards guards;

		Tasks(RaspGuards guards) {
			this.guards = guards;
		}

		@Override
		protected void service(HttpServletRequest request, HttpServletResponse response) {
			String title = request.getParameter("title");
			AsyncContext context = request.getPathInfo().equals("/given") ? request.startAsync(request, response)
					: request.startAsync();
			Runnable search = () -> search(title, response);
			switch (request.getPathInfo()) {
				case "/finally" -> context.start(() -> {
					try {
						search.run();
					}
					finally {
						context.complete();
					}
				});
				case "/caught" -> context.start(() -> {
					try {
						search.run();
					}
					catch (RuntimeException ex) {
						answer("failed", response);
					}
					context.complete();
				});
				case "/found" -> request.getAsyncContext().start(() -> complete(context, search));
				case "/nested" -> context.start(() -> context.start(() -> complete(context, search)));
				default -> context.start(() -> complete(context, search));
			}
		}

		private static void complete(AsyncContext context, Runnable search) {
			search.run();
			context.complete();
		}

		private void search(String title, HttpServletResponse response) {
			String folded = title.replace("O'B", "B");
			this.guards.checkSql("select id from books where title = '" + folded.replace("n's", "n") + "'");
			answer("found", response);
		}

		private static void answer(String text, HttpServletResponse response) {
			try {
				response.getWriter().print(text);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
