package io.github.raspspring.profile.answer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.profile.learnt.Market;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * After two days, an answer with far more rows or with a sensitive property that the
 * endpoint never gave is seen, and what it gave before is not.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExcessiveAnswerTests {

	private static final String BOOKS = "/api/books";

	private static final String ACCOUNT = "/api/account";

	private static final String ORDERS = "/api/orders";

	private static final String EXPORT = "/api/export";

	private final Market market = new Market();

	private final AnswerJudge judge = new AnswerJudge(this.market.reporter(), this.market.observer(),
			new AnswerCounts());

	/**
	 * Pages of up to 20 books, accounts with an address, orders of one customer, and an
	 * export that is large from the beginning.
	 */
	@BeforeAll
	void watchTwoDays() {
		for (int hour = 0; hour < 50; hour++) {
			for (int i = 0; i < 60; i++) {
				answer("customer-" + i, BOOKS, "{\"content\":" + rows(1 + (hour + i) % 20, "\"title\":\"a\"") + "}");
				answer("customer-" + i, ACCOUNT, "{\"name\":\"a\",\"email\":\"b\",\"streetAddress\":\"c\"}");
				answer("customer-" + i, ORDERS, rows(i % 4, "\"id\":1"));
				answer("customer-" + i, EXPORT, rows(900 + i, "\"id\":1,\"phone\":\"1\""));
			}
			this.market.pass(Duration.ofHours(1));
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 5, 19, 20, 25, 40, 60 })
	void answerWhenItHasAsManyRowsAsEverThenIsNotSeen(int count) {
		assertThat(answer("customer-1", BOOKS, "{\"content\":" + rows(count, "\"title\":\"a\"") + "}")).isEmpty();
	}

	@Test
	void answerWhenTheEndpointAlwaysGivesManyRowsThenIsNotSeen() {
		assertThat(answer("customer-1", EXPORT, rows(1500, "\"id\":1,\"phone\":\"1\""))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"content\":%s}", "%s", "{\"data\":{\"items\":%s}}",
			"{ \"content\" : %s , \"page\" : 1 }", "{\"first\":[1,2],\"content\":%s}", "{\"a\":{\"b\":{\"c\":%s}}}" })
	void answerWhenItHasFarMoreRowsThanEverThenIsSeen(String form) {
		for (int count : new int[] { 300, 1000, 20_000 }) {
			assertThat(answer("customer-1", BOOKS, form.formatted(rows(count, "\"title\":\"a, b\"")))).as("%s", count)
				.containsExactly("more-rows answer.rows");
		}
	}

	@Test
	void answerWhenAnEndpointOfFewRowsGivesThoseOfAllThenIsSeen() {
		assertThat(answer("customer-1", ORDERS, rows(64, "\"id\":1"))).containsExactly("more-rows answer.rows");
		assertThat(answer("customer-1", ORDERS, rows(5, "\"id\":1"))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"name\":\"a\",\"email\":\"b\",\"streetAddress\":\"c\"}", "{\"email\":null}",
			"{\"name\":\"password\",\"note\":\"ssn: none\"}", "{\"businessName\":\"a\",\"lessNoise\":1}",
			"{\"a\":\"\\\"salary\\\":1\"}", "{\"E-Mail\":\"a\",\"ADDRESS\":\"b\"}",
			"{\"classname\":\"a\",\"accvut\":1}", "{\"tokyo\":1,\"sector\":2,\"phase\":3,\"padding\":4}" })
	void answerWhenItShowsWhatItEverShowedThenIsNotSeen(String json) {
		assertThat(answer("customer-1", ACCOUNT, json)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "password:passwordHash", "ssn:ssn", "salary:baseSalary", "iban:IBAN",
			"token:refresh_token", "passport:passport-number", "creditcard:credit_card", "taxid:tax_id",
			"apikey:apiKey", "cvv:cardCvv", "secret:client_secret", "ssn:userSsnNumber", "taxid:taxIdOfSpouse",
			"income:yearlyIncome" })
	void answerWhenItShowsASensitivePropertyForTheFirstTimeThenIsSeen(String wordAndName) {
		String word = wordAndName.substring(0, wordAndName.indexOf(':'));
		String name = wordAndName.substring(wordAndName.indexOf(':') + 1);
		for (String form : new String[] { "{\"name\":\"a\",\"%s\":\"x\"}", "{\"email\":\"a\",\"%s\" : null}",
				"{\"list\":[{\"inner\":{\"%s\":{}}}]}" }) {
			assertThat(answer("customer-1", ACCOUNT, form.formatted(name))).as(form.formatted(name))
				.contains("never-shown answer." + word);
		}
	}

	@Test
	void answerWhenItFailsOrIsNoJsonThenIsNotLearnt() {
		for (int i = 0; i < 60; i++) {
			judge("customer-" + i, ORDERS, rows(500, "\"salary\":1"), true, 500);
			judge("customer-" + i, ORDERS, rows(500, "\"salary\":1"), false, 200);
		}
		assertThat(answer("customer-1", ORDERS, rows(500, "\"salary\":1")))
			.containsExactlyInAnyOrder("more-rows answer.rows", "never-shown answer.salary");
	}

	private static String rows(int count, String row) {
		return "[" + String.join(",", Collections.nCopies(count, "{" + row + "}")) + "]";
	}

	private List<String> answer(String customer, String route, String json) {
		return judge(customer, route, json, true, 200);
	}

	private List<String> judge(String customer, String route, String text, boolean json, int status) {
		Exchange exchange = this.market.exchange(customer, route);
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		AnswerMemory memory = new AnswerMemory(1 << 20);
		memory.add(bytes, 0, bytes.length);
		this.judge.judge(exchange, memory, json, EnforcementMode.MONITOR);
		List<String> found = exchange.findings().stream().map(ExcessiveAnswerTests::shown).toList();
		this.market.complete(exchange, status);
		return found;
	}

	private static String shown(Finding finding) {
		return finding.rule().id() + ' ' + finding.name();
	}

}
