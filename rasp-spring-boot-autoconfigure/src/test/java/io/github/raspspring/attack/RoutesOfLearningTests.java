package io.github.raspspring.attack;

import java.util.List;
import java.util.stream.Stream;

import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.sink.SinkJudge;
import io.github.raspspring.sink.SinkRequests;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of where learning excuses: on the very route that ran the text. What runs in
 * servlets outside of all routes excuses nothing, there or elsewhere.
 */
class RoutesOfLearningTests {

	private final SinkRequests requests = new SinkRequests(EnforcementMode.BLOCK);

	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '^', textBlock = """
			SQL        ~ H2 :: SELECT * FROM books WHERE 1=1 AND title = ?          ~ 1=1 AND title
			SQL        ~ H2 :: SELECT id FROM books WHERE id = 7 OR stock > 0       ~ 7 OR stock > 0
			SQL        ~ MYSQL :: UPDATE carts SET items = items + 1                ~ items + 1
			PROCESS    ~ uptime|-p                                                  ~ uptime
			PROCESS    ~ ls|-l|/srv                                                 ~ -l
			PROCESS    ~ sh|-c|ls /srv; date                                        ~ ls /srv; date
			EXPRESSION ~ EXPRESSION :: price > 5 and stock() > 0                    ~ 5 and stock() > 0
			LDAP       ~ LDAP_FILTER :: (&(objectClass=person)(uid=*))              ~ person)(uid=*
			XPATH      ~ //user[name='x' or name='y']                               ~ x' or name='y
			NOSQL      ~ {"name": "x", "role": "user"}                              ~ x", "role": "user
			URL        ~ http://inventory:8080/books                                ~ inventory
			REDIRECT   ~ https://partner.example/start                              ~ partner.example
			""")
	void textWhenItRanElsewhereThenExcusesNothing(SinkTable table, String call, String input) {
		SinkTable.Row row = SinkTable.Row.of(Stream.concat(Stream.of(call.split(" :: ")), Stream.of(input)).toList());
		assertThat(isSeen(table, row, "/a")).as("cold").isTrue();
		assertThat(isSeen(table, row, "/a", "/a")).as("on the same route").isFalse();
		assertThat(isSeen(table, row, "/a", "/b")).as("on another route").isTrue();
		assertThat(isSeen(table, row, "", "")).as("outside of routes").isTrue();
		assertThat(isSeen(table, row, "/a", "", "/b")).as("after it ran outside").isTrue();
	}

	/**
	 * Judge a row on a route after the same text ran on others for requests that have
	 * nothing to do with it.
	 */
	private boolean isSeen(SinkTable table, SinkTable.Row row, String route, String... before) {
		SinkJudge<?> judge = table.judges.get();
		List.of(before).forEach((learnt) -> table.judge(judge, row, this.requests.inputsOn(learnt, "unrelated words")));
		return table.judge(judge, row, this.requests.inputsOn(route, row.input()));
	}

}
