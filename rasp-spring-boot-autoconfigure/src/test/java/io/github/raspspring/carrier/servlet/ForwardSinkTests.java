package io.github.raspspring.carrier.servlet;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.github.raspspring.sink.SinkCarrier;
import io.github.raspspring.sink.SinkCoverage;
import io.github.raspspring.sink.SinkKind;
import jakarta.servlet.Filter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * Forwards, includes and views are carried to the guard, on a server and in tests without
 * one.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ForwardSinkTests {

	private static final String ATTACKS = """
			forward,           ../secret/key
			forward,           ..;/secret/key
			forward,           %2e%2e/secret/key
			forward,           x/../../secret/key
			whole,             /secret/key
			whole,             /WEB-INF/web.xml
			include,           ../secret/key
			include,           ..;x/secret/key
			view,              redirect:/orders
			view,              redirect:http://evil.example/
			view,              forward:/secret/key
			view,              /../secret/key
			view,              WEB-INF/web.xml
			view,              http://evil.example/page
			model,             ${x}
			model,             x/../../y
			functional,        __${7*7}__
			""";

	private static final String HONEST = """
			forward,           list,                page list
			forward,           about.html,          page about.html
			include,           list,                included page list
			include-parameter, ../secret/key,       page list
			include-parameter, /actuator/env,       page list
			context,           list,                page list
			context-include,   list,                page list
			model,             list,                view page-list
			functional,        list,                view page-list
			view,              page-list,           view page-list
			static,            x,                   page list
			exception,         page-list,           view page-list
			exception-model,   list,                view page-list
			dispatch,          list,                page list
			dispatch,          about.html,          page about.html
			dispatch,          2,                   page 2
			dispatch-again,    list,                page list
			""";

	private static final String DISPATCHES = """
			exception,         redirect:/orders
			exception,         redirect:http://evil.example/
			exception,         forward:/secret/key
			exception,         /../secret/key
			exception,         WEB-INF/web.xml
			exception-model,   ${x}
			exception-model,   x/../../y
			dispatch,          ../secret/key
			dispatch,          ..;/secret/key
			dispatch,          %2e%2e/secret/key
			dispatch,          x/../../secret/key
			dispatch,          ..;x/secret/key
			dispatch,          x/..;/../secret/key
			dispatch-again,    ../secret/key
			""";

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private ConfigurableApplicationContext application;

	private MockMvc mvc;

	@BeforeAll
	void start() {
		this.application = new SpringApplicationBuilder(ForwardApplication.class)
			.properties("server.port=0", "rasp.mode=block", "rasp.inspection.enabled=false", "logging.level.root=off",
					"spring.main.banner-mode=off")
			.run();
		DefaultMockMvcBuilder builder = MockMvcBuilders.webAppContextSetup((WebApplicationContext) this.application);
		this.mvc = builder.addFilters(filters()).build();
	}

	private Filter[] filters() {
		return this.application.getBeanProvider(FilterRegistrationBean.class)
			.orderedStream()
			.map(FilterRegistrationBean::getFilter)
			.toArray(Filter[]::new);
	}

	@AfterAll
	void stop() {
		this.application.close();
	}

	@ParameterizedTest
	@CsvSource(textBlock = ATTACKS)
	void answerWhenInputSteersTheTargetThenIsRefused(String way, String page) throws Exception {
		HttpResponse<String> answer = send(way, page);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
		assertThat(answer.body()).contains("\"reference\"").doesNotContain("secret key");
	}

	@ParameterizedTest
	@CsvSource(textBlock = DISPATCHES)
	void answerWhenInputSteersExceptionViewOrDispatchThenIsRefused(String way, String page) throws Exception {
		HttpResponse<String> answer = send(way, page);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
		assertThat(answer.body()).contains("\"reference\"").doesNotContain("secret key");
	}

	@ParameterizedTest
	@CsvSource({ "context, ../secret/key", "context, x/../../secret/key", "context-include, ../secret/key" })
	void answerWhenContextDispatchesToWhatInputClimbedToThenIsRefused(String way, String page) throws Exception {
		assertThat(send(way, page).body()).contains("\"reference\"").doesNotContain("secret key");
	}

	@ParameterizedTest
	@CsvSource(textBlock = HONEST)
	void answerWhenInputCompletesTheTargetThenIsServed(String way, String page, String body) throws Exception {
		HttpResponse<String> answer = send(way, page);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		assertThat(answer.body()).isEqualTo(body);
	}

	@Test
	void answerWhenRedirectLeadsToLocalPathThenIsSent() throws Exception {
		HttpResponse<String> answer = send("redirect", "/pages/list");
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(answer.headers().firstValue("Location")).get().asString().endsWith("/pages/list");
	}

	@Test
	void answerWhenErrorIsDispatchedThenIsNoForward() throws Exception {
		assertThat(send("failing", "/error").statusCode()).isEqualTo(409);
	}

	@ParameterizedTest
	@CsvSource(textBlock = ATTACKS)
	void performWhenInputSteersTheTargetThenIsRefused(String way, String page) throws Exception {
		var response = this.mvc.perform(get("/" + way).param("page", page)).andReturn().getResponse();
		assertThat(response.getStatus()).isEqualTo(403);
		assertThat(response.getForwardedUrl()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "forward, list, /pages/list", "static, x, /pages/list", "forward, a.b, /pages/a.b" })
	void performWhenInputCompletesTheTargetThenIsForwarded(String way, String page, String target) throws Exception {
		var response = this.mvc.perform(get("/" + way).param("page", page)).andReturn().getResponse();
		assertThat(response.getStatus()).isEqualTo(200);
		assertThat(response.getForwardedUrl()).isEqualTo(target);
	}

	@Test
	void coverageWhenApplicationRunsThenTellsWhatCarriesForwards() {
		SinkCoverage forwards = SinkCoverage.of(this.application.getBeansOfType(SinkCarrier.class).values())
			.stream()
			.filter((coverage) -> coverage.kind() == SinkKind.FORWARD)
			.findFirst()
			.orElseThrow();
		assertThat(forwards.carriedBy()).containsExactlyInAnyOrder("HttpServletRequest", "ServletContext",
				"names of views", "views of exception handlers");
	}

	private HttpResponse<String> send(String way, String page) throws Exception {
		String port = this.application.getEnvironment().getProperty("local.server.port");
		URI uri = URI.create(
				"http://localhost:" + port + "/" + way + "?page=" + URLEncoder.encode(page, StandardCharsets.UTF_8));
		return this.client.send(HttpRequest.newBuilder(uri).timeout(Duration.ofMinutes(1)).build(),
				BodyHandlers.ofString());
	}

}
