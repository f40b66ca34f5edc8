package io.github.raspspring.autoconfigure.policy;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.HiddenHttpMethodFilter;
import org.springframework.web.filter.UrlHandlerFilter;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Virtual patches over real HTTP: what they stop, in whatever way it is sent, and what
 * they let pass.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VirtualPatchTests {

	private static final String FORM = "application/x-www-form-urlencoded";

	private final HttpClient client = HttpClient.newHttpClient();

	private ConfigurableApplicationContext application;

	@BeforeAll
	void start() {
		this.application = new SpringApplicationBuilder(PatchedApplication.class)
			.properties("server.port=0", "rasp.mode=block", "rasp.detectors.profile-declared.mode=monitor",
					"management.endpoints.web.exposure.include=*", "management.endpoint.rasp.access=unrestricted",
					"logging.level.root=error", "spring.mvc.hiddenmethod.filter.enabled=false")
			.properties(PatchedApplication.PATCHES)
			.run();
	}

	@AfterAll
	void stop() {
		this.application.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "quantity=1001", "quantity=-1", "quantity=5&quantity=1001", "quantity=1e3",
			"quantity=0x10", "%71uantity=1001", "quantity=%31%30%30%31", "Quantity=1001", "!quantity=1001",
			"quantity[0]=1001", "quantity=5;1001", "quantity=99999999999999999999", "quantity=1001&_method=post",
			"quantity=1,001", "other=x&quantity=5%00" })
	void orderWhenQuantityOfFormIsOutOfRangeThenIsRefused(String form) throws Exception {
		assertThat(post("/orders", FORM, form)).isEqualTo(403);
		assertThat(post("/orders?" + form.replace("!", "%21").replace("[", "%5B").replace("]", "%5D"), FORM, "a=b"))
			.as("in the query")
			.isEqualTo(403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "quantity=1", "quantity=1000", "quantity=%2B7", "quantity=5&quantity=6", "quantity=",
			"quantityUnit=1001", "amount=1001", "quantity=%205%20", "note=quantity%3D1001" })
	void orderWhenQuantityOfFormIsInRangeThenPasses(String form) throws Exception {
		assertThat(post("/orders", FORM, form)).isNotEqualTo(403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'items':[{'quantity':1001}]}", "{'items':[{'quantity':1},{'quantity':-5}]}",
			"{'items':[{'quantity':'1001'}]}", "{'items':[{'quantity':1,'quantity':1001}]}",
			"{'items':[{'\\u0071uantity':1001}]}", "{'items':[{'Quantity':1001}]}", "{'items':[{'quantity':1e9}]}",
			"{'items':[{'quantity':{'a':1}}]}", "{'items':[{'quantity':[1001]}]}", "{'items':[{'quantity':true}]}",
			"{'items':[{'quantity':1.5}]}" })
	void orderWhenQuantityOfJsonIsOutOfRangeThenIsRefused(String json) throws Exception {
		for (String type : List.of("application/json", "application/vnd.shop+json", "application/json;charset=UTF-8")) {
			assertThat(send("PUT", "/orders/7", type, json.replace('\'', '"'))).as(type).isEqualTo(403);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'items':[{'quantity':1000}]}", "{'items':[{'quantity':1},{'quantity':5}]}",
			"{'items':[]}", "{'items':[{'quantity':null}]}", "{'items':[{'price':1001}]}", "{'quantity':1001}",
			"{'items':[{'detail':{'quantity':1001}}]}" })
	void orderWhenQuantityOfJsonIsInRangeThenPasses(String json) throws Exception {
		assertThat(send("PUT", "/orders/7", "application/json", json.replace('\'', '"'))).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "PUT|/orders/7/|403", "PUT|/orders/7;a=b|403", "PUT|/%6Frders/7|403",
			"DELETE|/orders/7|200", "PUT|/orders|405" })
	void orderWhenPathOrMethodVariesThenIsRefusedWhereItIsServed(String method, String path, int status)
			throws Exception {
		String json = "{\"items\":[{\"quantity\":1001}]}";
		int actual = send(method, path, "application/json", json);
		assertThat(actual == 400 ? 403 : actual).as("or refused by the firewall").isEqualTo(status);
	}

	/**
	 * The lines of a case are the document and its variables.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "mutation {order(quantity: 1000)}|{}", "mutation {order(quantity: 5, price: 1001)}|{}",
			"mutation($quantity: Int!) {order(quantity: $quantity)}|{'quantity':1000}",
			"mutation($n: Int = 7) {order(quantity: $n)}|{'n':8}", "{quantity(id: 1001)}|{}",
			"query {order(id: 1001) {quantity}} # quantity: 1001|{}", "{order(note: \"quantity: 1001\")}|{}",
			"mutation($p: Int) {order(price: $p)}|{'p':1001}", "mutation {order(quantity: null)}|{'other':1001}",
			"mutation {order(unit: {quantity: 1001})}|{'unit':{'quantity':1001}}" })
	void graphQlWhenVariableIsInRangeThenPasses(String request) throws Exception {
		for (GraphQlWay way : GraphQlWay.values()) {
			assertThat(graphQl(way, request)).as(way.name()).isNotEqualTo(403);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "mutation($quantity: Int!) {order(quantity: $quantity)}|{'quantity':1001}",
			"mutation($q: Int!) {order(quantity: $q)}|{'q':1001}",
			"mutation($a: Int, $q: [Int!]! = [1] @b(c: 2)) {order(price: $a, quantity: $q)}|{'q':[1,1001]}",
			"mutation {order(quantity: 1001)}|{}", "mutation {order(quantity\n# five\n: -1,)}|{}",
			"mutation($q: Int = 1001) {a: order(quantity: $q)}|{}", "mutation {order(quantity: [5, 1e9])}|{}",
			"mutation {order(quantity: \"\"\"1001\"\"\")}|{}", "mutation {order(quantity: \"\\u0031001\")}|{}",
			"fragment f on Shop {order(quantity: 1001)} mutation {...f}|{}",
			"mutation {order(note: \"a) \\\" b\", quantity: 1001)}|{}" })
	void graphQlWhenVariableIsOutOfRangeThenIsRefused(String request) throws Exception {
		for (GraphQlWay way : GraphQlWay.values()) {
			assertThat(graphQl(way, request)).as(way.name()).isEqualTo(403);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"mutation($i: In) {order(input: $i)}|{'i':{'items':[{'size':3},{'size':9}]}}|403",
			"mutation($input: In) {order(input: $input)}|{'input':{'items':{'size':9}}}|403",
			"mutation {order(input: {items: [{size: 3}, {size: 9}]})}|{}|403",
			"mutation($s: Int) {order(input: {items: [{size: $s}]})}|{'s':9}|403",
			"mutation($s: [Item]) {order(input: {items: $s})}|{'s':[{'size':9}]}|403",
			"mutation {order(input: {items: {size: 9}})}|{}|403", "persisted|{'any':{'secret':'x'}}|403",
			"mutation {order(input: {items: [{size: 3}]})}|{}|200", "mutation {order(items: [{size: 9}])}|{}|200",
			"mutation($i: In) {order(input: $i)}|{'i':{'items':[{'size':3}],'size':9}}|200",
			"mutation($i: In) {order(input: $i)}|{'i':{'other':[{'size':9}]}}|200", "persisted|{'secret':'x'}|200",
			"mutation($i: In) {order(input: {items: []}, other: $i)}|{'i':{'items':[{'size':9}]}}|200" })
	void graphQlWhenPatchIsAboutAFieldWithinThenTheWayThereCounts(String document, String variables, int status)
			throws Exception {
		for (GraphQlWay way : GraphQlWay.values()) {
			int actual = graphQl(way, document + "|" + variables);
			assertThat(actual == 403).as(way + " " + actual).isEqualTo(status == 403);
		}
	}

	private int graphQl(GraphQlWay way, String request) throws Exception {
		String document = request.substring(0, request.lastIndexOf('|'));
		String variables = request.substring(request.lastIndexOf('|') + 1).replace('\'', '"');
		String json = "{\"query\":" + quoted(document) + ",\"variables\":" + variables + "}";
		return switch (way) {
			case BODY -> send("POST", "/graphql", "application/json", json);
			case BATCH -> send("POST", "/graphql", "application/json", "[{\"query\":\"{a}\"}," + json + "]");
			case TEXT_OF_VARIABLES -> send("POST", "/graphql", "application/json",
					"{\"variables\":" + quoted(variables) + ",\"query\":" + quoted(document) + "}");
			case ADDRESS -> get("/graphql?query=" + encoded(document) + "&variables=" + encoded(variables), "A", "b");
			case FORM_FIELDS ->
				post("/graphql", FORM, "query=" + encoded(document) + "&variables=" + encoded(variables));
			case OPERATIONS -> sendBytes("/graphql", "POST", "multipart/form-data; boundary=x",
					("--x\r\nContent-Disposition: form-data; name=\"operations\"\r\n\r\n" + json + "\r\n--x--\r\n")
						.getBytes(StandardCharsets.UTF_8))
				.statusCode();
		};
	}

	private static String quoted(String text) {
		return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	/**
	 * How a request of GraphQL is sent.
	 */
	private enum GraphQlWay {

		BODY, BATCH, TEXT_OF_VARIABLES, ADDRESS, FORM_FIELDS, OPERATIONS

	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32BE", "UTF-32LE" })
	void orderWhenJsonIsInAnotherEncodingThenIsRefused(String charset) throws Exception {
		byte[] body = "{\"items\":[{\"quantity\":1001}]}".getBytes(charset);
		assertThat(sendBytes("/orders/7", "PUT", "application/json", body).statusCode()).isEqualTo(403);
		byte[] honest = "{\"items\":[{\"quantity\":100}]}".getBytes(charset);
		assertThat(sendBytes("/orders/7", "PUT", "application/json", honest).statusCode()).isNotEqualTo(403);
	}

	/**
	 * Whether it is refused or not taken for the field: it is never ordered.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "form-data; name=\"quantity\"", "form-data; name=quantity", "form-data; NAME=\"quantity\"",
			"FORM-DATA; name=\"Quantity\"", "form-data; name=\"!quantity\"", "form-data; name=\"quantity[0]\"",
			"form-data; name=\"quan\\tity\"", "form-data; name*=UTF-8''quantity; name=\"other\"",
			"form-data; name=\"other\"; name=\"quantity\"", "form-data; name=\"quantity\"; filename=\"a.txt\"",
			"form-data; name=\"quantity\"\r\nContent-Type: text/plain; charset=utf-8",
			"form-data; name=\"quantity\"\r\nContent-Type: application/json" })
	void orderWhenQuantityIsAPartThenIsNotOrdered(String disposition) throws Exception {
		String body = "--x\r\nContent-Disposition: " + disposition + "\r\n\r\n1001\r\n--x--\r\n";
		HttpResponse<String> answer = sendBytes("/orders", "POST", "multipart/form-data; boundary=x",
				body.getBytes(StandardCharsets.UTF_8));
		assertThat(answer.body()).doesNotContain("ordered 1001");
		assertThat(sendBytes("/orders", "POST", "multipart/form-data; boundary=x",
				body.replace("1001", "100").getBytes(StandardCharsets.UTF_8))
			.statusCode()).isNotEqualTo(403);
	}

	@ParameterizedTest
	@CsvSource({ "size=1001,403", "size=5; size=1001,403", "size=1001; size=5,403", "size=\"1001\",403",
			"a=b; size=abc,403", "size=5;size=x,403", "size=5,200", "size=999,200", "other=1001,200", "sized=1001,200",
			"size=,200", "SIZE=1001,200" })
	void basketWhenCookieIsOutOfRangeThenIsRefused(String cookies, int status) throws Exception {
		assertThat(get("/basket", "Cookie", cookies)).isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource({ "cover,403", "Cover,403", "!cover,403", "cover[],403", "_cover,200", "other,200" })
	void uploadWhenFileIsBoundToABeanThenItsNameVaries(String part, int status) throws Exception {
		assertThat(upload("/bean-covers", part, "cover.png", "plain text")).isEqualTo(status);
		assertThat(upload("/bean-covers", part, "cover.png", "GIF89a")).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<o><quantity>1001</quantity></o>", "<o><quantity>&#49;001</quantity></o>",
			"<o><quantity><![CDATA[1001]]></quantity></o>", "<o><q:quantity xmlns:q='a'>1001</q:quantity></o>",
			"<o quantity='1001'/>", "<o><quantity> 1001 </quantity></o>", "<o><QUANTITY>1001</QUANTITY></o>",
			"<!DOCTYPE o [<!ENTITY a '1001'>]><o><quantity>&a;</quantity></o>" })
	void orderWhenXmlIsWrittenInAnotherWayThenIsRefused(String xml) throws Exception {
		assertThat(send("PUT", "/xml", "application/xml", xml)).isEqualTo(403);
	}

	@Test
	void orderWhenMethodIsNamedByAFormThenIsRefused() throws Exception {
		assertThat(post("/orders/9/state", FORM, "_method=put&state=hacked")).isEqualTo(403);
		assertThat(post("/orders/9/state", FORM, "_method=PUT&state=paid")).isEqualTo(200);
		assertThat(post("/orders/9/state?_method=put", FORM, "state=hacked")).isEqualTo(403);
	}

	@Test
	void orderWhenBodyIsXmlThenElementCounts() throws Exception {
		String xml = "<order><items><quantity>%s</quantity></items></order>";
		assertThat(send("PUT", "/xml", "application/xml", xml.formatted("1001"))).isEqualTo(403);
		assertThat(send("PUT", "/xml", "application/xml", xml.formatted("10<!-- -->01"))).isEqualTo(403);
		assertThat(send("PUT", "/xml", "application/xml", xml.formatted("10"))).isEqualTo(200);
		assertThat(send("PUT", "/xml", "text/plain", "{\"quantity\":1001}")).as("called something else").isEqualTo(403);
	}

	@ParameterizedTest
	@CsvSource({ "svg,403", "zip,403", "text,403", "html,403", "script,403", "empty,403", "gif,200", "png,200",
			"jpeg,200" })
	void uploadWhenContentIsNotOfTheTypeThenIsRefused(String kind, int status) throws Exception {
		String content = switch (kind) {
			case "svg" -> "<svg onload=alert(1)>";
			case "zip" -> "PK\u0003\u0004jar";
			case "html" -> "\n\n <!doctype html><p>a";
			case "script" -> "#!/bin/sh\nid";
			case "empty" -> "";
			case "gif" -> "GIF89a";
			case "png" -> "\u0089PNG\r\n\u001a\n";
			case "jpeg" -> "\u00ff\u00d8\u00ff\u00e0";
			default -> "plain text";
		};
		assertThat(upload("cover", "cover.png", content)).isEqualTo(status);
	}

	@Test
	void uploadWhenAnotherPartThenPasses() throws Exception {
		assertThat(upload("other", "cover.png", "plain text")).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "en,200", "de-AT,200", "en;q=1,403", "../etc,403", "EN,403" })
	void readWhenHeaderIsNotLikeThePatternThenIsRefused(String language, int status) throws Exception {
		assertThat(get("/books/5", "X-Language", language)).isEqualTo(status);
		assertThat(get("/books/5", "x-language", language)).isEqualTo(status);
		assertThat(send("HEAD", "/books/5", "X-Language", language, null)).isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource({ "/books/5,200", "/books/abc,403", "/books/5%20or%201,403", "/books/-1,403", "/books/%35,200" })
	void readWhenPathVariableIsNotOfTheTypeThenIsRefused(String path, int status) throws Exception {
		assertThat(get(path, "X-Language", "en")).isEqualTo(status);
	}

	@Test
	void readWhenRequiredHeaderIsMissingThenIsRefusedAndWithItPasses() throws Exception {
		assertThat(get("/token", "X-Other", "1")).isEqualTo(403);
		assertThat(get("/token", "X-Csrf", " ")).isEqualTo(403);
		assertThat(get("/token", "X-Csrf", "abc")).isEqualTo(200);
	}

	@Test
	void searchWhenParameterIsForbiddenThenIsRefusedWhateverItSays() throws Exception {
		assertThat(get("/search?q=a", "A", "b")).isEqualTo(200);
		assertThat(get("/search?q=a&debug=false", "A", "b")).isEqualTo(403);
		assertThat(get("/search?q=a&Debug=", "A", "b")).isEqualTo(403);
		assertThat(get("/search?q=debug", "A", "b")).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "sort=asc|200", "sort=desc|200", "sort=|200", "sort=ASC|403", "sort=asc,desc|403",
					"tags=a,b,c|200", "tags=a&tags=b|200", "tags=a,b,c,d|403", "tags=a&tags=b&tags=c&tags=d|403",
					"tags=a,b&tags=c,d|403", "tags=abcdef|403", "path=a/b|200", "path=..%2Fb|403", "path=..%252Fb|403",
					"path=%252e%252e%252Fb|403", "path=a..b|200" })
	void searchWhenEnumerationListOrForbiddenPatternIsMetThenDecides(String query, int status) throws Exception {
		assertThat(get("/search?q=a&" + query, "A", "b")).isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "quantity=1|application/x-www-form-urlencoded|200",
			"a=1|application/x-www-form-urlencoded|403", "quantity=|application/x-www-form-urlencoded|403" })
	void functionalWhenRequiredFieldOfBodyIsMissingThenIsRefused(String body, String type, int status)
			throws Exception {
		assertThat(post("/functional", type, body)).isEqualTo(status);
	}

	@Test
	void operateWhenPatchIsAddedThenStopsWhatPassedBeforeAndIsGoneWhenRemoved() throws Exception {
		assertThat(get("/late?name=ab!", "A", "b")).isEqualTo(200);
		HttpResponse<String> added = operate("""
				{"operation":"add","target":"cve-2026-1","duration":"24h","reason":"CVE-2026-1","rule":"pattern=/late
				methods=GET
				parameter=name
				type: alphanumeric
				max-length=20"}""".replace("\n", "\\n"));
		assertThat(added.statusCode()).as(added.body()).isEqualTo(200);
		assertThat(added.body()).contains("\"source\":\"operator\"", "\"reference\":\"CVE-2026-1\"");
		assertThat(get("/late?name=ab!", "A", "b")).isEqualTo(403);
		assertThat(get("/late?name=ab", "A", "b")).isEqualTo(200);
		assertThat(body("/actuator/rasp/events")).contains("operator-acted", "patches cve-2026-1");
		assertThat(operate("""
				{"operation":"remove","target":"cve-2026-1"}""").statusCode()).isEqualTo(200);
		assertThat(get("/late?name=ab!", "A", "b")).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "add | x | pattern=/late;parameter=name;value-pattern=(a+ | Mend the pattern",
					"add | x | pattern=/late;parameter=name;value-pattern=(?=a) | linear time",
					"add | x | pattern=/late;parameter=name | Say what the value",
					"add | x | pattern=late;parameter=name;type=uuid | slash",
					"add | x | pattern=/late;parameter=name;typo=uuid | no patch",
					"add | x | pattern=/late;parameter=name;type=colour | no patch", "add | x | pattern | name=value",
					"add | A B | pattern=/late;parameter=name;type=uuid | name of lower-case", "add | y | `` | slash",
					"add | sort | pattern=/late;parameter=n;type=uuid | configuration",
					"add | x | pattern=/late;parameter=n;type=uuid;expires=soon | 2026-12-31",
					"remove | sort | a=b | rasp.patches", "change | sort | a=b | add and remove" })
	void operateWhenPatchIsInvalidThenIsRefusedWithTheReason(String operation, String id, String rule, String reason)
			throws Exception {
		HttpResponse<String> answer = operate("""
				{"operation":"%s","target":"%s","rule":"%s"}""".formatted(operation, id, rule.replace(";", "\\n")));
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).contains(reason);
	}

	@Test
	void startWhenPatchIsOverdueThenSaysSoAndIsEnforced() throws Exception {
		assertThat(body("/actuator/rasp/events")).contains("patch-overdue");
		assertThat(body("/actuator/rasp")).contains("The virtual patch quantity-of-form is overdue");
		assertThat(body("/actuator/rasp/patches")).contains("\"id\":\"quantity-of-form\"", "\"overdue\":true",
				"CVE-2026-0001");
	}

	private int get(String path, String header, String value) throws Exception {
		return send("GET", path, header, value, null);
	}

	private int post(String path, String type, String body) throws Exception {
		return send("POST", path, type, body);
	}

	private int send(String method, String path, String type, String body) throws Exception {
		return send(method, path, "Content-Type", type, body);
	}

	private int send(String method, String path, String header, String value, String body) throws Exception {
		HttpRequest.BodyPublisher publisher = (body != null) ? HttpRequest.BodyPublishers.ofString(body)
				: HttpRequest.BodyPublishers.noBody();
		return this.client
			.send(request(path).header(header, value).method(method, publisher).build(),
					HttpResponse.BodyHandlers.ofString())
			.statusCode();
	}

	private HttpResponse<String> sendBytes(String path, String method, String type, byte[] body) throws Exception {
		return this.client.send(request(path).header("Content-Type", type)
			.method(method, HttpRequest.BodyPublishers.ofByteArray(body))
			.build(), HttpResponse.BodyHandlers.ofString());
	}

	private int upload(String part, String file, String content) throws Exception {
		return upload("/covers", part, file, content);
	}

	private int upload(String path, String part, String file, String content) throws Exception {
		String body = "--x\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\"" + file
				+ "\"\r\nContent-Type: image/png\r\n\r\n" + content + "\r\n--x--\r\n";
		return this.client
			.send(request(path).header("Content-Type", "multipart/form-data; boundary=x")
				.POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1))
				.build(), HttpResponse.BodyHandlers.ofString())
			.statusCode();
	}

	private HttpResponse<String> operate(String body) throws Exception {
		return this.client.send(request("/actuator/rasp/patches").header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build(), HttpResponse.BodyHandlers.ofString());
	}

	private String body(String path) throws Exception {
		return this.client.send(request(path).build(), HttpResponse.BodyHandlers.ofString()).body();
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI
			.create("http://localhost:" + this.application.getEnvironment().getProperty("local.server.port") + path));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(PatchedHandler.class)
	static class PatchedApplication {

		static final String[] PATCHES = patches(
				"id=quantity-of-form pattern=/orders methods=POST parameter=quantity type=integer min=0 max=1000 "
						+ "reference=CVE-2026-0001 expires=2020-01-31",
				"id=quantity-of-json pattern=/orders/{id} methods=PUT json-pointer=/items/*/quantity type=integer min=0 "
						+ "max=1000",
				"id=state pattern=/orders/{id}/state methods=PUT parameter=state values=paid,sent",
				"id=xml pattern=/xml json-pointer=/quantity max=1000",
				"id=cover pattern=/covers file=cover file-types=png,jpeg,gif",
				"id=language pattern=/books/{id} methods=GET header=X-Language value-pattern=[a-z]{2}(-[A-Z]{2})?",
				"id=book pattern=/books/{id} path-variable=id value-pattern=[0-9]+",
				"id=csrf pattern=/token header=X-CSRF presence=required",
				"id=debug pattern=/search parameter=debug presence=forbidden",
				"id=sort pattern=/search parameter=sort values=asc,desc",
				"id=tags pattern=/search parameter=tags max-size=3 max-length=5",
				"id=path pattern=/search parameter=path forbidden-pattern=\\.\\./",
				"id=functional pattern=/functional parameter=quantity presence=required",
				"id=basket pattern=/basket cookie=size type=integer max=1000",
				"id=bean-cover pattern=/bean-covers file=cover file-types=png,jpeg,gif",
				"id=graphql-quantity pattern=/graphql graphql-variable=quantity type=integer min=0 max=1000",
				"id=graphql-size pattern=/graphql graphql-variable=input.items.*.size max=5",
				"id=graphql-secret pattern=/graphql graphql-variable=*.secret presence=forbidden");

		private static String[] patches(String... patches) {
			return IntStream.range(0, patches.length)
				.boxed()
				.flatMap((i) -> Arrays.stream(patches[i].split(" "))
					.map((property) -> "rasp.patches[" + i + "]." + property))
				.toArray(String[]::new);
		}

		@Bean
		SecurityFilterChain openToAll(HttpSecurity http) {
			return http.csrf((csrf) -> csrf.disable())
				.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
				.build();
		}

		@Bean
		FilterRegistrationBean<HiddenHttpMethodFilter> methods() {
			return new FilterRegistrationBean<>(new HiddenHttpMethodFilter());
		}

		@Bean
		FilterRegistrationBean<UrlHandlerFilter> slashes() {
			return new FilterRegistrationBean<>(UrlHandlerFilter.trailingSlashHandler("/**").wrapRequest().build());
		}

		@Bean
		RouterFunction<ServerResponse> functional() {
			return RouterFunctions.route()
				.POST("/functional", (request) -> ServerResponse.ok().body(String.valueOf(request.param("quantity"))))
				.build();
		}

	}

	static class Upload {

		private MultipartFile cover;

		public MultipartFile getCover() {
			return this.cover;
		}

		public void setCover(MultipartFile cover) {
			this.cover = cover;
		}

	}

	static class Order {

		private Integer quantity;

		public Integer getQuantity() {
			return this.quantity;
		}

		public void setQuantity(Integer quantity) {
			this.quantity = quantity;
		}

	}

	@RestController
	static class PatchedHandler {

		@PostMapping("/orders")
		String order(@ModelAttribute Order order) {
			return "ordered " + order.getQuantity();
		}

		@PutMapping("/orders/{id}")
		String change(@PathVariable long id, @RequestBody Map<String, Object> order) {
			return "changed " + order;
		}

		@DeleteMapping("/orders/{id}")
		String delete(@PathVariable long id) {
			return "deleted";
		}

		@PutMapping("/orders/{id}/state")
		String state(@PathVariable long id, @RequestParam String state) {
			return "state " + state;
		}

		@GetMapping("/graphql")
		String graphQl(@RequestParam String query, @RequestParam String variables) {
			return "done";
		}

		@PostMapping(path = "/graphql", consumes = "application/json")
		String graphQl(@RequestBody String request) {
			return "done";
		}

		@PostMapping(path = "/graphql", consumes = { FORM, "multipart/form-data" })
		String graphQl(@RequestParam Map<String, String> request) {
			return "done";
		}

		@PutMapping("/xml")
		String xml(@RequestBody String xml) {
			return xml;
		}

		@PostMapping("/covers")
		String cover(@RequestParam(required = false) MultipartFile cover,
				@RequestParam(required = false) MultipartFile other) {
			return "stored";
		}

		@PostMapping("/bean-covers")
		String beanCover(@ModelAttribute Upload upload) {
			return "stored";
		}

		@GetMapping("/basket")
		String basket(@CookieValue(required = false) String size) {
			return "basket";
		}

		@GetMapping("/books/{id}")
		String book(@PathVariable String id, @RequestHeader("X-Language") String language) {
			return language;
		}

		@GetMapping("/token")
		String token() {
			return "token";
		}

		@GetMapping("/search")
		String search(@RequestParam String q, @RequestParam(required = false) List<String> tags) {
			return q;
		}

		@GetMapping("/late")
		String late(@RequestParam String name) {
			return name;
		}

	}

}
