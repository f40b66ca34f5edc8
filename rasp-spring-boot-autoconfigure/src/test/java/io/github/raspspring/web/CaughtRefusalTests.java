package io.github.raspspring.web;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.raspspring.engine.Decision;
import io.github.raspspring.web.answer.RefusedCallException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Whatever an application does with a refusal that it catches, the client gets the
 * refusal; and code that asks whether the client is to blame is told so.
 */
class CaughtRefusalTests {

	private static final String ATTACK = "Dune' or title <> '";

	private static ConfigurableApplicationContext context;

	private final HttpClient client = HttpClient.newHttpClient();

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	@BeforeAll
	static void start() {
		context = new SpringApplicationBuilder(CatchingApplication.class)
			.properties("server.port=0", "rasp.events.delivery=inline", "rasp.events.fold-window=0s",
					"spring.main.banner-mode=off", "rasp.mode=block", "rasp.detectors.sql-injection.mode=monitor",
					"spring.datasource.url=jdbc:h2:mem:caught;DB_CLOSE_DELAY=-1")
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
		orders().attempts();
	}

	@AfterEach
	void leave() {
		root().detachAppender(this.log);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/direct", "/wrapped", "/wrapped-thrice", "/replaced", "/error-response", "/annotated",
			"/transaction", "/retried", "/callable", "/task", "/deferred", "/future", "/soon", "/joined", "/got",
			"/unpacked", "/function", "/filtered-function", "/caught" })
	void honestRequestIsServedAndLogsNothing(String path) throws Exception {
		for (String title : List.of("Dune", "Dune or Ubik", "none")) {
			HttpResponse<String> answer = send(path, title);
			assertThat(answer.statusCode()).isEqualTo(200);
			assertThat(answer.body()).startsWith("found [");
			assertThat(errors()).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/direct", "/wrapped", "/wrapped-thrice", "/replaced", "/error-response", "/transaction",
			"/retried", "/callable", "/task", "/deferred", "/future", "/soon", "/joined", "/got", "/unpacked",
			"/function", "/filtered-function" })
	void failureOfTheApplicationIsItsOwnAsEver(String path) throws Exception {
		assertThat(send(path, "broken").statusCode()).isEqualTo(500);
		assertThat(errors()).contains("orders An order failed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/direct", "/wrapped", "/wrapped-thrice", "/replaced", "/error-response", "/annotated",
			"/transaction", "/retried", "/callable", "/task", "/deferred", "/future", "/soon", "/joined", "/got",
			"/unpacked", "/function", "/filtered-function" })
	void refusalIsAnsweredAsOneAndLoggedByNobody(String path) throws Exception {
		assertRefused(send(path, ATTACK));
		assertThat(errors()).isEmpty();
	}

	@Test
	void refusalThatIsLoggedWithoutAskingIsOneLine() throws Exception {
		assertRefused(send("/caught", ATTACK));
		assertThat(errors()).containsExactly("orders An order failed");
		assertThat(this.log.list).filteredOn((event) -> event.getLevel() == Level.ERROR)
			.allSatisfy((event) -> assertThat(event.getThrowableProxy().getStackTraceElementProxyArray()).isEmpty());
	}

	@Test
	void transactionOfARefusedCallIsRolledBack() throws Exception {
		int before = orders().noted().size();
		assertRefused(send("/transaction", ATTACK));
		assertThat(orders().noted()).hasSize(before);
		assertThat(send("/transaction", "Dune").statusCode()).isEqualTo(200);
		assertThat(orders().noted()).hasSize(before + 1);
	}

	@Test
	void callThatIsTriedAgainIsOneEvent() throws Exception {
		assertRefused(send("/retried", ATTACK));
		assertThat(orders().attempts()).isEqualTo(3);
		assertThat(this.log.list).filteredOn((event) -> "rasp.audit".equals(event.getLoggerName())).hasSize(1);
	}

	@Test
	void refusalOfAMethodThatNobodyWaitsForIsLoggedByNobody() throws Exception {
		assertThat(send("/later", ATTACK).statusCode()).isIn(200, 403);
		await().until(() -> this.log.list.stream().anyMatch((event) -> "rasp.audit".equals(event.getLoggerName())));
		assertThat(errors()).isEmpty();
	}

	@Test
	void failureOfAMethodThatNobodyWaitsForIsLoggedAsEver() throws Exception {
		assertThat(send("/later", "broken").statusCode()).isEqualTo(200);
		await().until(() -> !errors().isEmpty());
		assertThat(errors()).singleElement().asString().contains("SimpleAsyncUncaughtExceptionHandler");
	}

	@Test
	void refusalTellsNothingButItsReference() {
		Decision decision = new Decision(Decision.Action.BLOCK, 100, List.of(), "route", "ref-1", null);
		RefusedCallException refusal = new RefusedCallException(decision);
		assertThat(refusal.getStatusCode().value()).isEqualTo(403);
		assertThat(refusal.getBody().getDetail()).isEqualTo("The request was refused.");
		assertThat(refusal.getBody().getProperties()).containsOnlyKeys("reference").containsEntry("reference", "ref-1");
	}

	private static void assertRefused(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
		assertThat(answer.body()).contains("\"reference\":\"");
	}

	private List<String> errors() {
		return this.log.list.stream()
			.filter((event) -> event.getLevel().isGreaterOrEqual(Level.ERROR))
			.map((event) -> event.getLoggerName() + " " + event.getFormattedMessage())
			.toList();
	}

	private static CatchingApplication.Orders orders() {
		return context.getBean(CatchingApplication.Orders.class);
	}

	private HttpResponse<String> send(String path, String q) throws IOException, InterruptedException {
		return this.client.send(HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port")
					+ path + "?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8)))
			.build(), BodyHandlers.ofString());
	}

	private static Logger root() {
		return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
	}

}
