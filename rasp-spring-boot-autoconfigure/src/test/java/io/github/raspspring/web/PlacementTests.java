package io.github.raspspring.web;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.github.raspspring.event.EventHistory;
import io.github.raspspring.inventory.EndpointInventory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Wherever a client can put a value, the value is judged before the handler runs: over
 * real HTTP, on a real server.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlacementTests {

	private static final String MARKER = MarkerApplication.MARKER;

	private final HttpClient client = HttpClient.newHttpClient();

	private ConfigurableApplicationContext application;

	private String base;

	@BeforeAll
	void start() {
		this.application = new SpringApplicationBuilder(MarkerApplication.class)
			.properties("server.port=0", "rasp.events.fold-window=0s", "rasp.mode=block",
					"rasp.inspection.max-body-size=100KB", "rasp.routes[0].pattern=/off/**", "rasp.routes[0].mode=off",
					"rasp.routes[1].pattern=/monitored/**", "rasp.routes[1].mode=monitor")
			.run();
		this.base = "http://localhost:" + this.application.getEnvironment().getProperty("local.server.port");
	}

	@AfterAll
	void stop() {
		this.application.close();
	}

	@BeforeEach
	void forgetCalls() {
		this.application.getBean(MarkerApplication.Calls.class).clear();
	}

	static Stream<Arguments> placements() {
		return Stream.of(placement("query value", get("/query?q=" + MARKER)),
				placement("query name", get("/query?" + MARKER + "=1")),
				placement("undeclared query value", get("/query?q=1&other=" + MARKER)),
				placement("value split over two parameters", get("/query?q=ma&q=rker")),
				placement("path variable", get("/path/" + MARKER)),
				placement("encoded path variable", get("/path/m%61,rker")),
				placement("catch-all path", get("/all/a/" + MARKER + "/b")),
				placement("matrix variable", get("/path/x;m=" + MARKER)),
				placement("header", (request) -> get("/query?q=1").apply(request).header("X-Any", MARKER)),
				placement("second value of a header",
						(request) -> get("/query?q=1").apply(request).header("X-Any", "1").header("X-Any", MARKER)),
				placement("user name of Basic authentication",
						(request) -> get("/query?q=1").apply(request)
							.header("Authorization", basic(MARKER + ":secret"))),
				placement("password of Basic authentication",
						(request) -> get("/query?q=1").apply(request).header("Authorization", basic("ann:" + MARKER))),
				placement("cookie", (request) -> get("/query?q=1").apply(request).header("Cookie", "c=marker")),
				placement("form field", form("/form", "f=" + MARKER)),
				placement("form name", form("/form", "f=1&" + MARKER + "=2")),
				placement("form bound to an object", form("/bean", "text=" + MARKER)),
				placement("form bound to a map", form("/formmap", "any=" + MARKER)),
				placement("JSON leaf in a record", json("/record", "{\"text\":\"" + MARKER + "\"}")),
				placement("JSON leaf unknown to the record", json("/record", "{\"other\":\"" + MARKER + "\"}")),
				placement("JSON key", json("/record", "{\"" + MARKER + "\":1}")),
				placement("escaped JSON leaf", json("/record", "{\"text\":\"ma\\u002crker\"}")),
				placement("first of two equal JSON keys",
						json("/record", "{\"text\":\"" + MARKER + "\",\"text\":\"x\"}")),
				placement("JSON leaf in a class", json("/class", "{\"text\":\"" + MARKER + "\"}")),
				placement("JSON leaf in a map", json("/map", "{\"a\":[{\"b\":\"" + MARKER + "\"}]}")),
				placement("JSON leaf in a node", json("/node", "[[\"" + MARKER + "\"]]")),
				placement("JSON leaf in a list", json("/list", "[\"" + MARKER + "\"]")),
				placement("JSON body as text", json("/text", "{\"a\":\"" + MARKER + "\"}")),
				placement("JSON body as bytes", json("/bytes", "{\"a\":\"" + MARKER + "\"}")),
				placement("JSON body as entity", json("/entity", "{\"a\":\"" + MARKER + "\"}")),
				placement("broken JSON as text", json("/text", "{\"a\": " + MARKER)),
				placement("plain text", body("/text", "text/plain", "so " + MARKER)),
				placement("XML text", body("/text", "application/xml", "<a>" + MARKER + "</a>")),
				placement("XML attribute", body("/text", "application/xml", "<a b='" + MARKER + "'/>")),
				placement("XML text in UTF-16",
						(request) -> request.uri(resolve(request, "/bytes"))
							.header("Content-Type", "application/xml")
							.POST(BodyPublishers.ofString("<a>" + MARKER + "</a>", StandardCharsets.UTF_16))),
				placement("JSON that calls itself text", body("/text", "text/plain", "[\"m\\u0061rker\"]")),
				placement("JSON that calls itself binary",
						body("/bytes", "application/octet-stream", "[\"m\\u0061rker\"]")),
				placement("text that calls itself a picture, behind padding",
						body("/stream", "image/png", " ".repeat(5_000) + MARKER)),
				placement("text of an unknown type", body("/text", "application/x-anything", "so " + MARKER)),
				placement("JSON in UTF-16 that calls itself binary",
						(request) -> request.uri(resolve(request, "/bytes"))
							.header("Content-Type", "application/octet-stream")
							.POST(BodyPublishers.ofString("[\"m\\u0061rker\"]", StandardCharsets.UTF_16))),
				placement("text of a part that calls itself binary",
						part("/textpart", "application/octet-stream", " ".repeat(100) + MARKER)),
				placement("JSON read as a stream", json("/stream", "{\"a\":\"" + MARKER + "\"}")),
				placement("JSON read from the request", json("/request", "{\"a\":\"" + MARKER + "\"}")),
				placement("JSON read by a functional route", json("/functional", "{\"a\":\"" + MARKER + "\"}")),
				placement("query of a functional route", get("/functional?q=" + MARKER)),
				placement("JSON part", body("/part", "multipart/form-data; boundary=b",
						"--b\r\nContent-Disposition: form-data; name=\"p\"\r\nContent-Type: application/json\r\n\r\n"
								+ "{\"text\":\"" + MARKER + "\"}\r\n--b--\r\n")),
				placement("multipart field", multipart("name=\"f\"", MARKER)),
				placement("multipart file name", multipart("name=\"file\"; filename=\"" + MARKER + ".txt\"", "x")),
				placement("multipart file name in another encoding",
						multipart("name=\"file\"; filename*=UTF-8''ma%2Crker.txt", "x")),
				placement("multipart field of declared type",
						multipart("name=\"f\"\r\nContent-Type: text/plain", MARKER)),
				placement("text of a part", part("/textpart", "text/plain", MARKER)),
				placement("text of a part without type", multipartTo("/textpart", "name=\"p\"", MARKER)),
				placement("field of a nested object", form("/nested", "inner.text=" + MARKER)),
				placement("encoded matrix variable", get("/path/x;m=m%61rker")),
				placement("path of an exchange interface", json("/exchange/" + MARKER + "?q=1", "{\"text\":\"x\"}")),
				placement("query of an exchange interface", json("/exchange/p?q=" + MARKER, "{\"text\":\"x\"}")),
				placement("body of an exchange interface", json("/exchange/p?q=1", "{\"text\":\"" + MARKER + "\"}")),
				placement("asynchronous handler", get("/async?q=" + MARKER)));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("placements")
	void requestWhenMarkerIsPlacedThenHandlerNeverRuns(String place, UnaryOperator<HttpRequest.Builder> request)
			throws Exception {
		HttpResponse<String> response = send(request);
		assertThat(response.statusCode()).isEqualTo(403);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(response.body()).contains("\"reference\":\"").doesNotContain("marker");
		assertThat(calls()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "application/xml", "application/x-www-form-urlencoded",
			"application/octet-stream" })
	void requestWhenBodyLiesToAHandlerThatDeclaresWhatItConsumesThenIsNotRead(String contentType) throws Exception {
		EventHistory history = this.application.getBean(EventHistory.class);
		int before = history.latest().size();
		assertThat(send(body("/consumes", contentType, "{\"text\":\"fine\"}")).statusCode()).isEqualTo(415);
		Awaitility.await().untilAsserted(() -> assertThat(history.latest()).hasSize(before + 1));
		assertThat(calls()).isZero();
	}

	@Test
	void requestWhenBodyIsWhatTheHandlerConsumesThenHandlerRuns() throws Exception {
		assertThat(send(json("/consumes", "{\"text\":\"fine\"}")).body()).isEqualTo("fine");
		assertThat(send(json("/exchange/a?q=b", "{\"text\":\"c\"}")).body()).isEqualTo("abc");
		assertThat(send(part("/textpart", "text/plain", "fine")).body()).isEqualTo("fine");
		assertThat(send(form("/nested", "inner.text=fine")).body()).isEqualTo("fine");
	}

	/**
	 * The container takes the bytes of a header for ISO-8859-1, an application may take
	 * them for UTF-8: full-width letters show that both are read.
	 */
	@Test
	void requestWhenHeaderIsUtf8ThenItIsReadAsSuch() throws Exception {
		assertThat(statusOf("GET /query?q=1 HTTP/1.1\r\nHost: localhost\r\nX-Any: \uFF4D\uFF41rker\r\n"
				+ "Connection: close\r\n\r\n"))
			.isEqualTo("HTTP/1.1 403 ");
		assertThat(statusOf(
				"GET /query?q=1 HTTP/1.1\r\nHost: localhost\r\nX-Any: M\u00FCller\r\n" + "Connection: close\r\n\r\n"))
			.isEqualTo("HTTP/1.1 200 ");
		assertThat(calls()).isOne();
	}

	@Test
	void requestWhenPathHasAnEncodedSlashThenHandlerDoesNotRun() throws Exception {
		assertThat(send(get("/path/a%2Fb")).statusCode()).isEqualTo(400);
		assertThat(calls()).isZero();
	}

	@Test
	void inventoryHasEveryHandler() {
		assertThat(this.application.getBean(EndpointInventory.class).endpoints())
			.anySatisfy((endpoint) -> assertThat(endpoint.handler()).isEqualTo("Exchanges.exchange"))
			.anySatisfy((endpoint) -> assertThat(endpoint.handler()).isEqualTo("functional"));
	}

	private String statusOf(String request) throws IOException {
		URI server = URI.create(this.base);
		try (Socket socket = new Socket(server.getHost(), server.getPort())) {
			socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
			socket.getOutputStream().flush();
			return new String(socket.getInputStream().readNBytes(13), StandardCharsets.US_ASCII);
		}
	}

	@Test
	void requestWhenNothingIsPlacedThenHandlerRuns() throws Exception {
		assertThat(send(json("/record", "{\"text\":\"fine\"}")).body()).isEqualTo("fine");
		assertThat(calls()).isOne();
	}

	@Test
	void requestWhenRouteIsMonitoredThenHandlerRunsAndEventIsKept() throws Exception {
		EventHistory history = this.application.getBean(EventHistory.class);
		int before = history.latest().size();
		assertThat(send(get("/monitored/" + MARKER)).statusCode()).isEqualTo(200);
		Awaitility.await().untilAsserted(() -> assertThat(history.latest()).hasSize(before + 1));
	}

	@Test
	void requestWhenRouteIsOffThenHandlerRunsAndNothingIsKept() throws Exception {
		EventHistory history = this.application.getBean(EventHistory.class);
		int before = history.latest().size();
		assertThat(send(get("/off/" + MARKER)).statusCode()).isEqualTo(200);
		assertThat(history.latest()).hasSize(before);
	}

	@Test
	void requestWhenApplicationSwallowsTheRefusalThenClientStillGetsIt() throws Exception {
		assertThat(send(get("/swallow")).statusCode()).isEqualTo(403);
	}

	@Test
	void requestWhenApplicationHandlesEveryExceptionThenClientStillGetsTheRefusal() throws Exception {
		assertThat(send(get("/sink")).statusCode()).isEqualTo(403);
	}

	@Test
	void requestWhenRefusalIsRaisedOnAnAsyncThreadThenClientGetsIt() throws Exception {
		assertThat(send(get("/asyncsink")).statusCode()).isEqualTo(403);
	}

	@Test
	void requestWhenBodyIsLargerThanWhatIsJudgedThenIsRefused() throws Exception {
		String padding = " ".repeat(200_000);
		assertThat(send(json("/record", padding + "{\"text\":\"" + MARKER + "\"}")).statusCode()).isEqualTo(413);
	}

	@Test
	void requestWhenBodyIsBinaryThenHandlerGetsItWhole() throws Exception {
		HttpResponse<String> response = send(
				body("/bytes", "application/octet-stream", "\u0000" + "x".repeat(200_000)));
		assertThat(response.body()).isEqualTo("200001");
	}

	@Test
	void requestWhenHandlerIsUnknownThenAnswersNotFound() throws Exception {
		assertThat(send(get("/nothing")).statusCode()).isEqualTo(404);
	}

	private int calls() {
		return this.application.getBean(MarkerApplication.Calls.class).count();
	}

	private HttpResponse<String> send(UnaryOperator<HttpRequest.Builder> request)
			throws IOException, InterruptedException {
		HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(this.base));
		HttpRequest relative = request.apply(builder).build();
		return this.client.send(relative, BodyHandlers.ofString());
	}

	private static Arguments placement(String place, UnaryOperator<HttpRequest.Builder> request) {
		return Arguments.of(place, request);
	}

	private static String basic(String credentials) {
		return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
	}

	private static UnaryOperator<HttpRequest.Builder> get(String path) {
		return (request) -> request.uri(resolve(request, path));
	}

	private static UnaryOperator<HttpRequest.Builder> json(String path, String body) {
		return body(path, "application/json", body);
	}

	private static UnaryOperator<HttpRequest.Builder> form(String path, String body) {
		return body(path, "application/x-www-form-urlencoded", body);
	}

	private static UnaryOperator<HttpRequest.Builder> part(String path, String contentType, String content) {
		return multipartTo(path, "name=\"p\"\r\nContent-Type: " + contentType, content);
	}

	private static UnaryOperator<HttpRequest.Builder> multipart(String disposition, String content) {
		return multipartTo("/multipart", disposition, content);
	}

	private static UnaryOperator<HttpRequest.Builder> multipartTo(String path, String disposition, String content) {
		return body(path, "multipart/form-data; boundary=b",
				"--b\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n--b--\r\n");
	}

	private static UnaryOperator<HttpRequest.Builder> body(String path, String contentType, String body) {
		return (request) -> request.uri(resolve(request, path))
			.header("Content-Type", contentType)
			.POST(BodyPublishers.ofString(body));
	}

	private static URI resolve(HttpRequest.Builder request, String path) {
		return request.build().uri().resolve(path);
	}

}
