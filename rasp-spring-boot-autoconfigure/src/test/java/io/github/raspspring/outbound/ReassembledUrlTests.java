package io.github.raspspring.outbound;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * URLs of which the application keeps the host alone, by every way to take them apart and
 * every client: what is fetched shares no text with what was sent.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ReassembledUrlTests {

	private static final String[] CLIENTS = { "rest-client", "rest-template", "web-client", "http-client" };

	private static final String[] EDITS = { "replace-path", "resolve", "host-and-port", "url", "query" };

	private final Fetcher fetcher = new Fetcher(ReassemblingApplication.class);

	private final Internet internet = this.fetcher.internet();

	@AfterAll
	void stop() {
		this.fetcher.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "a b", "a|b", "\u00fc", "", "a?b=c d", "a%20b#c" })
	void fetchWhenHostIsPublicThenIsServed(String path) throws Exception {
		for (String client : CLIENTS) {
			for (String edit : EDITS) {
				HttpResponse<String> answer = fetch(client, edit, "page", "http://public.example/" + path);
				assertThat(answer.statusCode()).as("%s %s %s", client, edit, answer.body()).isEqualTo(200);
				assertThat(answer.body()).isEqualTo("GET public");
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "a b", "a|b", "\u00fc", "", "a?b=c d", "a%20b#c" })
	void fetchWhenHostIsInternalThenIsNotSent(String path) throws Exception {
		int before = this.internet.internalVisits();
		for (String client : CLIENTS) {
			for (String edit : EDITS) {
				HttpResponse<String> answer = fetch(client, edit, "internal",
						"http://127.0.0.1:" + this.internet.port() + "/" + path);
				assertThat(answer.statusCode()).as("%s %s %s", client, edit, answer.body()).isEqualTo(403);
			}
		}
		assertThat(this.internet.internalVisits()).isEqualTo(before);
	}

	private HttpResponse<String> fetch(String client, String edit, String page, String url) throws Exception {
		return this.fetcher.get("/fetch/" + client + "/" + edit + "/" + page + "?url="
				+ URLEncoder.encode(url, StandardCharsets.UTF_8));
	}

}
