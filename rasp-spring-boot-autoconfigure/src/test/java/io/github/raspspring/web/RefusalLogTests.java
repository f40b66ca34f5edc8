package io.github.raspspring.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * A refusal is none of the failures that an application logs, wherever it catches what
 * leaves its handlers, and its own failures are logged as ever.
 */
class RefusalLogTests {

	private static final String ATTACK = "1%27%20UNION%20SELECT%20password%20FROM%20users--%20";

	private static ConfigurableApplicationContext context;

	private final HttpClient client = HttpClient.newHttpClient();

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	@BeforeAll
	static void start() {
		context = new SpringApplicationBuilder(LogApplication.class)
			.properties("server.port=0", "spring.main.banner-mode=off", "rasp.mode=block",
					"rasp.inspection.max-body-size=10KB")
			.run();
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@BeforeEach
	void listen() {
		this.log.list = new CopyOnWriteArrayList<>();
		this.log.start();
		root().addAppender(this.log);
	}

	@AfterEach
	void leave() {
		root().detachAppender(this.log);
	}

	@ParameterizedTest
	@CsvSource({ "/failing, 500", "/failing-later, 500", "/own?number=0&q=x, 500", "/own?number=many&q=x, 500",
			"/query, 500", "/own?number=1, 500", "/none, 500", "/function-failing, 500" })
	void failureOfTheApplicationIsLoggedAsEver(String path, int status) throws Exception {
		assertThat(send(get(path)).statusCode()).isEqualTo(status);
		assertThat(errors()).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/plain/failing", "/plain/failing-forward", "/plain/failing-include" })
	void failureOfServletIsLoggedAsEver(String path) throws Exception {
		assertThat(send(get(path)).statusCode()).isEqualTo(500);
		assertThat(errors()).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/query?q=Dune", "/own?number=2&q=x", "/query?q=It%27s+a+book", "/plain/text?q=Dune",
			"/plain/text-forward?q=Dune", "/plain/text-include?q=Dune" })
	void honestRequestLogsNothing(String path) throws Exception {
		assertThat(send(get(path)).statusCode()).isEqualTo(200);
		assertThat(errors()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/query?q=" + ATTACK, "/own?number=1&q=" + ATTACK, "/sink", "/wrapped", "/callable",
			"/future" })
	void refusalOfGetIsLoggedByNobody(String path) throws Exception {
		assertRefused(send(get(path)), 403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/plain/text?q=" + ATTACK, "/plain/sink", "/plain/wrapped", "/plain/unread",
			"/plain/forward", "/plain/include", "/plain/dispatch", "/filtered/page" })
	void refusalOfServletIsLoggedByNobody(String path) throws Exception {
		assertRefused(send(get(path)), 403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/committed", "/plain/committed", "/plain/swallowed" })
	void refusalBehindTheAnswerIsLoggedByNobody(String path) {
		assertThatIOException().isThrownBy(() -> send(get(path)));
		assertThat(errors()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/function-query?q=" + ATTACK, "/caught?q=" + ATTACK, "/function?q=" + ATTACK })
	void refusalAheadOfTheHandlerIsNotCaughtByIt(String path) throws Exception {
		assertRefused(send(get(path)), 403);
	}

	@ParameterizedTest
	@CsvSource({ "GET, /function, A function failed", "POST, /function, A function failed",
			"GET, /caught, Could not load the order", "POST, /caught, Could not read the order" })
	void refusalThatTheHandlerCatchesIsWhatItLogsInOneLine(String method, String path, String message)
			throws Exception {
		HttpResponse<String> answer = send(
				"GET".equals(method) ? get(path) : post(path, "text/plain", "1' UNION SELECT password FROM users-- "));
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(answer.body()).contains("\"reference\":\"");
		assertThat(errors()).containsExactly("shop " + message);
		assertThat(this.log.list).filteredOn((event) -> event.getLevel() == Level.ERROR)
			.allSatisfy((event) -> assertThat(event.getThrowableProxy().getStackTraceElementProxyArray()).isEmpty());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"/query | application/x-www-form-urlencoded | q=1%27%20UNION%20SELECT%20password%20FROM%20users--%20",
			"/json | application/json | {\"q\":\"1' UNION SELECT password FROM users-- \"}",
			"/text | text/plain | 1' UNION SELECT password FROM users-- ",
			"/raw | text/plain | 1' UNION SELECT password FROM users-- ",
			"/upload | multipart/form-data;boundary=x | --x~Content-Disposition: form-data; name=\"q\"~~1' UNION SELECT "
					+ "password FROM users-- ~--x~Content-Disposition: form-data; name=\"file\"; filename=\"a\"~~a~--x--~" })
	void refusalOfBodyIsLoggedByNobody(String path, String type, String body) throws Exception {
		assertRefused(send(post(path, type, body.replace("~", "\r\n"))), 403);
	}

	@ParameterizedTest
	@CsvSource({ "/json, application/json", "/text, text/plain", "/raw, text/plain", "/json, application/xml",
			"/raw, application/json", "/text, application/json" })
	void bodyThatIsTooLargeIsSaidToBeSo(String path, String type) throws Exception {
		HttpResponse<String> answer = send(post(path, type, "x".repeat(20_000)));
		assertRefused(answer, 413);
		assertThat(answer.body()).contains("\"title\":\"Content Too Large\"", "\"status\":413");
	}

	@ParameterizedTest
	@CsvSource({ "/text, text/plain, 10000", "/raw, application/octet-stream, 20000", "/text, text/plain, 1",
			"/text, text/plain, 10240", "/raw, text/plain, 10239", "/raw, application/json, 1",
			"/text, text/csv, 5000" })
	void bodyThatIsNotTooLargeIsServed(String path, String type, int size) throws Exception {
		assertThat(send(post(path, type, "x".repeat(size))).statusCode()).isEqualTo(200);
	}

	@Test
	void bodyThatIsTooLargeBehindAnAttackIsForbidden() throws Exception {
		assertRefused(send(post("/text?q=" + ATTACK, "text/plain", "x".repeat(20_000))), 403);
	}

	private void assertRefused(HttpResponse<String> answer, int status) {
		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
		assertThat(answer.body()).contains("\"reference\":\"");
		assertThat(errors()).isEmpty();
	}

	private List<String> errors() {
		return List.copyOf(this.log.list)
			.stream()
			.filter((event) -> event.getLevel().isGreaterOrEqual(Level.ERROR))
			.map((event) -> event.getLoggerName() + " " + event.getFormattedMessage())
			.toList();
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.client.send(request.build(), BodyHandlers.ofString());
	}

	private static HttpRequest.Builder get(String path) {
		return HttpRequest.newBuilder(
				URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path));
	}

	private static HttpRequest.Builder post(String path, String type, String body) {
		return get(path).header("Content-Type", type).POST(BodyPublishers.ofString(body));
	}

	private static Logger root() {
		return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
	}

}
