package io.github.raspspring.autoconfigure.profile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import io.github.raspspring.profile.answer.AnswerCounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What is declared counts from the first request on: what it refuses over real HTTP, and
 * what it lets pass.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeclaredProfileTests {

	private static final String FORM = "application/x-www-form-urlencoded";

	private static final String JSON = "application/json";

	private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

	private ConfigurableApplicationContext application;

	@BeforeAll
	void start() {
		this.application = new SpringApplicationBuilder(ProfiledShop.class)
			.properties("server.port=0", "rasp.mode=block", "logging.level.root=error",
					"spring.datasource.url=jdbc:h2:mem:profiled", "spring.jpa.hibernate.ddl-auto=create",
					"spring.jpa.open-in-view=false", "spring.jackson.deserialization.fail-on-null-for-primitives=false",
					"rasp.profile.signed.secret=0123456789abcdef0123456789abcdef",
					"rasp.profile.answers.routes[0].pattern=/redacted",
					"rasp.profile.answers.routes[0].redact=card,key,trace",
					"rasp.profile.answers.routes[1].pattern=/blocked/**", "rasp.profile.answers.routes[1].mode=block")
			.run();
	}

	@AfterAll
	void stop() {
		this.application.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "/orders|{'bookId':1,'quantity':1,'role':'admin'}",
			"/orders|{'bookId':1,'discount':100}", "/orders|{'bookId':1,'isAdmin':true}",
			"/orders|{'bookId':1,'user_role':'x'}", "/orders|{'bookId':1,'unitPrice':0}",
			"/orders|{'bookId':1,'OWNER-ID':5}", "/orders|{'tenantId':'b','bookId':1}",
			"/orders|{'bookId':1,'\\u0072ole':'admin'}", "/orders|{'lines':[{'sku':'a','price':1}]}",
			"/orders|{'lines':[{'sku':'a'},{'sku':'b','status':'paid'}]}", "/orders|{'id':7,'bookId':1}",
			"/orders|{'bookId':1,'customer':'bob'}", "/orders|{'bookId':1,'internalRemark':'x'}",
			"/orders|{'role':{'name':'admin'}}", "/orders|{'permissions':['all']}",
			"/orders/batch|[{'bookId':1},{'bookId':2,'discount':5}]", "/drafts|{'title':'a','status':'published'}",
			"/snake|{'first_name':'a','total_price':1}", "/wrapped|{'name':'a','total_discount':1}",
			"/payment|{'kind':'transfer','iban':'x','verified':true}", "/aliased|{'first_name':'a','admin':1}" })
	void bodyWhenPropertyIsNotDeclaredAndPrivilegedOrOfAnEntityThenIsRefused(String path, String json) {
		assertThat(post(path, JSON, json)).isEqualTo(403);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "/orders|{'bookId':1,'quantity':1,'note':'role=admin','delivery':'POST'}",
					"/orders|{'bookId':1,'cart':'7d444840-9dc0-11d1-b245-5ffdce74fad2','wanted':[2026,5,1],'gift':'x'}",
					"/orders|{'bookId':1,'wanted':'2026-05-01','lines':[{'sku':'a','quantity':2,'weight':1.5}]}",
					"/orders|{'bookId':1,'labels':{'role':'x','status':'y'},'tags':['price']}",
					"/orders|{'bookId':1,'clientVersion':'7','theme':'dark'}",
					"/orders|{'bookId':1,'id':null,'discount':null,'isAdmin':false,'status':''}",
					"/orders|{'id':0,'bookId':1}", "/orders|{'bookId':1,'_links':{},'_csrf':'x','utm_source':'y'}",
					"/orders/batch|[{'bookId':1},{'bookId':2}]", "/aliased|{'firstName':'a'}", "/aliased|{'role':'a'}",
					"/anything|{'name':'a','role':'b','price':1}", "/map|{'role':'a','owner':{'a':1}}",
					"/tree|{'status':'a','role':['b']}", "/text|{'role':'a'}",
					"/wrapped|{'name':'a','total_price':1,'total_currency':'EUR'}",
					"/payment|{'kind':'card','number':'1','owner':'ann'}", "/payment|{'kind':'transfer','iban':'x'}",
					"/snake|{'first_name':'a','unit_price':5}", "/ignoring|{'name':'a','status':'b','links':[]}",
					"/own|{'delivery':{'a':1},'point':{'x':1,'role':2}}", "/own|{'delivery':['a'],'point':[1,2]}",
					"/account|{'name':'a','createdAt':'2026'}", "/articles|{'title':'a','status':'draft'}",
					"/articles|{'id':null,'title':'a'}", "/drafts|{'title':'status'}" })
	void bodyWhenItIsWhatIsDeclaredThenPasses(String path, String json) {
		assertThat(post(path, JSON, json)).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "PUT|/orders/1|{'id':1,'bookId':1,'quantity':2,'customer':'ann','state':'x'}",
			"PUT|/account|{'name':'a','role':'customer','createdAt':'2026'}",
			"PUT|/articles/1|{'id':1,'title':'a','status':'published'}",
			"PATCH|/patched|[{'op':'replace','path':'/role','value':'x'}]", "PATCH|/patched|{'role':'x'}",
			"PATCH|/patched|[{'op':'add','path':'/tags/-','value':{'price':1}},{'op':'test','path':'/a','value':null}]",
			"PATCH|/patched|[{'op':'remove','path':'/status'}]", "PATCH|/patched|[]",
			"PATCH|/patched|[{'op':'move','from':'/owner','path':'/tenant'}]",
			"PATCH|/patched|[{'op':'copy','from':'/a/0','path':'/discount'}]", "PATCH|/merged|{'role':'x','price':1}",
			"PATCH|/merged|{'status':null}", "PATCH|/merged|{}",
			"PATCH|/merged|{'owner':{'role':null},'tags':['price']}", "PATCH|/merged|{'a':{'b':{'discount':5}}}",
			"PATCH|/merged|{'permissions':[]}", "PATCH|/typed|{'quantity':5}", "PATCH|/typed|{'note':null}",
			"PATCH|/typed|{'tags':null,'labels':{'role':null}}", "PATCH|/typed|{'lines':[]}", "PATCH|/typed|{}",
			"PATCH|/typed|{'urgent':true,'note':'b'}" })
	void bodyWhenWhatWasShownComesBackOrDocumentsArePatchedThenPasses(String method, String path, String json) {
		String type = path.equals("/patched") ? "application/json-patch+json"
				: (method.equals("PATCH") ? "application/merge-patch+json" : JSON);
		assertThat(send(method, path, type, json, StandardCharsets.UTF_8)).isIn(200, 500);
	}

	@ParameterizedTest
	@MethodSource("io.github.raspspring.autoconfigure.profile.JacksonBodies#honest")
	void bodyWhenItIsBoundAsJacksonOffersThenPasses(String path, String json) {
		assertThat(post(path, JSON, json)).isEqualTo(200);
	}

	@ParameterizedTest
	@MethodSource("io.github.raspspring.autoconfigure.profile.JacksonBodies#tampered")
	void bodyWhenItIsMoreThanWhatJacksonBindsThenIsRefused(String path, String json) {
		assertThat(post(path, JSON, json)).isEqualTo(403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'bookId':{'$gt':0}}", "{'note':{'$ne':null}}", "{'bookId':1,'delivery':{}}",
			"{'bookId':[1,2]}", "{'note':['a','b']}", "{'cart':{'a':'b'}}", "{'urgent':{'a':1}}",
			"{'lines':[{'sku':{'$regex':'.'}}]}", "{'tags':[{'a':1}]}", "{'gift':{'a':1}}" })
	void bodyWhenObjectStandsForASingleValueThenIsRefused(String json) {
		assertThat(post("/orders", JSON, json)).isEqualTo(403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'note':'{}'}", "{'note':'[1]'}", "{'bookId':'5'}", "{'labels':{}}", "{'tags':[]}",
			"{'lines':[{}]}", "{'wanted':[2026,5,1]}", "{'gift':null}", "{'quantity':'7'}" })
	void bodyWhenValuesAreSingleThenPasses(String json) {
		assertThat(post("/orders", JSON, json)).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "/orders|{'bookId':1,'bookId':2}", "/orders|{'quantity':1,'note':'a','quantity':5}",
					"/orders|{'lines':[{'sku':'a','sku':'b'}]}", "/orders|{'bookId':1,'\\u0062ookId':2}",
					"/map|{'a':1,'a':2}", "/tree|{'a':{'b':1,'b':2}}", "/orders/batch|[{'note':'a','note':'a'}]" })
	void bodyWhenNameStandsTwiceThenIsRefused(String path, String json) {
		assertThat(post(path, JSON, json)).isEqualTo(403);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "/orders|{'lines':[{'sku':'a'},{'sku':'a'}]}", "/orders/batch|[{'bookId':1},{'bookId':1}]",
					"/map|{'a':1,'A':2}", "/map|{'a':{'a':{'a':1}}}", "/tree|[{'a':1},{'a':2}]",
					"/orders|{'note':'a','labels':{'note':'a'}}" })
	void bodyWhenNamesAreTwiceInDifferentObjectsThenPasses(String path, String json) {
		assertThat(post(path, JSON, json)).isEqualTo(200);
	}

	@Test
	void bodyWhenItIsWrittenInAnotherCharsetThenIsRefusedAllTheSame() {
		for (String charset : new String[] { "ISO-8859-1", "UTF-16", "windows-1252", "IBM037" }) {
			assertThat(send("POST", "/orders", JSON + ";charset=" + charset, "{'bookId':1,'role':'admin'}",
					Charset.forName(charset)))
				.as(charset)
				.isEqualTo(403);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "name=a&role=admin", "name=a&isAdmin=true", "name=a&user.role=x", "name=a&address.owner=x",
			"name=a&status=x", "role%5B0%5D=admin&name=a", "name=a&discount=5" })
	void formWhenFieldIsNotDeclaredAndPrivilegedThenIsRefused(String form) {
		assertThat(post("/forms/open", FORM, form)).isEqualTo(403);
		assertThat(post("/forms/record", FORM, form.replace("name=a", "text=a"))).isEqualTo(403);
		assertThat(post("/forms/open?" + form, FORM, "name=a")).as("in the query").isEqualTo(403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "name=a&age=5", "name=a&newsletter=on&_newsletter=on", "name=a&_newsletter=on",
			"name=a&newsletter=true&newsletter=false", "name=a&interests=x&interests=y",
			"name=a&interests%5B0%5D=x&interests%5B1%5D=y", "name=a&address.street=s&address.city=c",
			"name=a&submit.x=3&submit.y=4", "name=role&age=7&_method=post", "name=a&submit=Save",
			"name=a&g-recaptcha-response=x", "name=a&%21newsletter=false" })
	void formWhenItIsWhatIsDeclaredThenPasses(String form) throws Exception {
		assertThat(post("/forms/open", FORM, form)).isEqualTo(200);
		String token = body("/forms/token");
		assertThat(post("/forms/guarded", FORM, form + "&" + token)).as("with " + token).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "/forms/raw|role=admin&status=x", "/forms/map|role=admin&price=1",
			"/forms/plain|name=a&amount=", "/forms/plain|name=role" })
	void formWhenTheHandlerTakesAnythingThenPasses(String path, String form) {
		assertThat(post(path, FORM, form)).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "customer=1&customer=2", "cart=7d444840-9dc0-11d1-b245-5ffdce74fad2&cart=x",
			"delivery=POST&delivery=PICK_UP", "customer[$ne]=1", "text[$regex]=.", "customer[]=1", "delivery[a]=POST",
			"text[$gt]=&customer=1" })
	void queryWhenParameterIsAmbiguousOrNoSingleValueThenIsRefused(String query) {
		String encoded = query.replace("[", "%5B").replace("]", "%5D").replace("$", "%24");
		assertThat(get("/orders?" + encoded)).isEqualTo(403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "customer=1", "customer=1&customer=1", "tags=a&tags=b", "text=a&text=b",
			"utm_source=x&gclid=y", "open=true&open=false", "tags=a,b", "text=a%5Bb%5D", "unknown=7", "_=1234567",
			"text=role&text=status" })
	void queryWhenItIsHonestThenPasses(String query) {
		assertThat(get("/orders?" + query)).isEqualTo(200);
	}

	@Test
	void queryWhenHandlerTakesPagesThenPasses() {
		assertThat(get("/pages?page=1&size=20&sort=status,asc&sort=price,desc")).isEqualTo(200);
	}

	@Test
	void nameWhenItIsInQueryAndFormWithDifferentTextsThenIsRefused() {
		assertThat(post("/forms/plain?name=b", FORM, "name=a")).isEqualTo(403);
		assertThat(post("/forms/plain?name=a", FORM, "name=a")).isEqualTo(200);
		assertThat(post("/forms/plain?amount=1", FORM, "name=a&amount=2")).isEqualTo(403);
	}

	@Test
	void signedWhenItWasNotIssuedLikeThisThenIsRefused() throws Exception {
		String price = body("/signed?name=price&value=19.99");
		String other = body("/signed?name=discount&value=19.99");
		assertThat(post("/signed", JSON, "{'price':'" + price + "'}")).isEqualTo(200);
		for (String forged : new String[] { "19.99", price.replaceFirst("19", "9"), other, "", price + "x",
				".." + price, price.substring(0, price.lastIndexOf('.') + 1), "x.9999999999.AAAA" }) {
			assertThat(post("/signed", JSON, "{'price':'" + forged + "'}")).as(forged).isEqualTo(403);
		}
	}

	@Test
	void answerWhenItLeaksThenIsReportedAndPasses() {
		HttpResponse<String> answer = send(HttpRequest.newBuilder(uri("/leaks")));
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).contains("4111 1111 1111 1111");
		await().atMost(Duration.ofSeconds(10))
			.untilAsserted(() -> assertThat(this.application.getBean(ProfiledShop.Leaks.class).seen())
				.contains("/leaks stack-trace", "/leaks secret", "/leaks card-number"));
	}

	@Test
	void answerWhenItsRouteLeavesPropertiesOutThenIsTheRest() {
		HttpResponse<String> answer = send(HttpRequest.newBuilder(uri("/redacted")));
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).contains("\"card\":\"***\"", "\"key\":\"***\"", "\"trace\":\"***\"", "Zo\u00eb")
			.doesNotContain("4111", "AKIA", "C.java");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/blocked", "/blocked/text?leaks=true", "/blocked/written?leaks=true",
			"/blocked/later?leaks=true" })
	void answerWhenItsRouteKeepsLeaksBackThenIsRefused(String path) {
		HttpResponse<String> answer = send(HttpRequest.newBuilder(uri(path)));
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(answer.body()).contains("reference").doesNotContain("4111", "AKIA", "C.java");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "/blocked/honest|Zo\u00eb", "/blocked/text?leaks=false|all is well",
					"/blocked/written?leaks=false|Zo\u00eb is well", "/blocked/later?leaks=false|Zo\u00eb",
					"/blocked/stream|4111111111111111", "/blocked/large|aaa" })
	void answerWhenItIsHonestOrNotLookedAtThenPassesAsItIs(String path, String part) {
		HttpResponse<String> answer = send(HttpRequest.newBuilder(uri(path)));
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).contains(part);
	}

	@Test
	void answerWhenItIsNotLookedAtThenIsCounted() {
		AnswerCounts counts = this.application.getBean(AnswerCounts.class);
		Map<String, Object> before = counts.describe();
		send(HttpRequest.newBuilder(uri("/blocked/stream")));
		assertThat(send(HttpRequest.newBuilder(uri("/blocked/large"))).body()).hasSizeGreaterThan(300_000);
		await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
			assertThat((Long) counts.describe().get("notLookedAtStream"))
				.isGreaterThan((Long) before.get("notLookedAtStream"));
			assertThat((Long) counts.describe().get("notLookedAtTooLarge"))
				.isGreaterThan((Long) before.get("notLookedAtTooLarge"));
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "events", "emitter", "body?type=application/x-ndjson", "body?type=text/plain",
			"body?type=application/json", "body?type=application/octet-stream",
			"written?type=application/stream%2Bjson", "written?type=application/jsonl",
			"written?type=text/event-stream", "written?type=application/x-ndjson", "written?type=image/png" })
	void answerWhenItIsAStreamThenIsNeverHeldBack(String path) throws Exception {
		this.application.getBean(StreamedAnswers.class).forget();
		Map<String, Object> before = notLookedAt();
		HttpResponse<InputStream> answer = this.client.send(
				HttpRequest.newBuilder(uri("/blocked/parts/" + path)).build(),
				HttpResponse.BodyHandlers.ofInputStream());
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body()))) {
			assertThat(lines.readLine() + '\n').isEqualTo(StreamedAnswers.FIRST);
			this.application.getBean(StreamedAnswers.class).received();
			assertThat(lines.lines().filter((line) -> !line.isEmpty())).containsExactly(StreamedAnswers.SECOND.strip());
		}
		await().untilAsserted(() -> assertThat(notLookedAt()).isNotEqualTo(before));
	}

	@ParameterizedTest
	@CsvSource({ "typed?type=image/png, notLookedAtType", "typed?type=application/pdf, notLookedAtType",
			"typed?type=application/octet-stream, notLookedAtType", "typed?type=font/woff2, notLookedAtType",
			"typed?type=application/json&encoding=gzip, notLookedAtType",
			"typed?type=text/plain&encoding=br, notLookedAtType", "typed?type=text/event-stream, notLookedAtStream",
			"typed?type=application/x-ndjson, notLookedAtStream", "typed?type=application/json, lookedAt",
			"typed?type=text/html, lookedAt", "typed?type=application/xml, lookedAt",
			"typed?type=application/problem%2Bjson, lookedAt", "typed?type=application/hal%2Bjson, lookedAt",
			"typed?type=text/csv;charset=UTF-8, lookedAt" })
	void answerWhenItIsLookedAtOrNotThenIsCountedAsThat(String path, String count) {
		Long looked = (Long) counts().get("lookedAt");
		Map<String, Object> others = notLookedAt();
		get("/blocked/parts/" + path);
		others.computeIfPresent(count, (name, before) -> (Long) before + 1);
		await().untilAsserted(() -> assertThat(notLookedAt()).isEqualTo(others));
		assertThat((Long) counts().get("lookedAt"))
			.isGreaterThanOrEqualTo(count.equals("lookedAt") ? looked + 1 : looked);
	}

	private Map<String, Object> counts() {
		return this.application.getBean(AnswerCounts.class).describe();
	}

	private Map<String, Object> notLookedAt() {
		Map<String, Object> counts = counts();
		counts.keySet().removeIf((name) -> !name.startsWith("not"));
		return counts;
	}

	private int post(String path, String type, String body) {
		return send("POST", path, type, body, StandardCharsets.UTF_8);
	}

	private int get(String path) {
		return send(HttpRequest.newBuilder(uri(path))).statusCode();
	}

	private String body(String path) {
		return send(HttpRequest.newBuilder(uri(path))).body();
	}

	private int send(String method, String path, String type, String body, Charset charset) {
		String text = type.equals(FORM) ? body : body.replace('\'', '"');
		HttpResponse<String> answer = send(HttpRequest.newBuilder(uri(path))
			.header("Content-Type", type)
			.method(method, HttpRequest.BodyPublishers.ofString(text, charset)));
		return answer.statusCode();
	}

	private URI uri(String path) {
		return URI.create("http://localhost:" + this.application.getEnvironment().getProperty("local.server.port")
				+ path.replace(" ", "%20"));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

}
