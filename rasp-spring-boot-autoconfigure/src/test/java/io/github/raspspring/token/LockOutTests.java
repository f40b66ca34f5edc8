package io.github.raspspring.token;

import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.Date;
import java.util.function.IntFunction;
import java.util.stream.Stream;

import io.github.raspspring.token.TokenApplication.SetUp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nobody is locked out by the junk that others send from the same address. The limit is
 * of ten junk tokens a minute, and three times as many come.
 */
class LockOutTests {

	private static final int JUNK = 30;

	private static int networks;

	private static Issuance issuance;

	private static TokenApplication application;

	private final String network = "10.20." + networks++ + ".9";

	@BeforeAll
	static void start() {
		issuance = new Issuance();
		application = new TokenApplication(SetUp.ELSEWHERE, issuance, "rasp.mode=block",
				"rasp.token.refusals-per-minute=10", "rasp.token.modes.token-in-cookie=off",
				"rasp.token.modes.token-in-query=off", "rasp.client.score.enabled=false");
	}

	@AfterAll
	static void stop() {
		application.close();
		issuance.close();
	}

	/** What does not count as junk: whoever comes behind it is verified at once. */
	static Stream<Named<IntFunction<HttpRequest.Builder>>> looksLikeJunk() {
		return Stream.of(sent("expired tokens", (i) -> bearer(expired())),
				sent("good tokens of many users", (i) -> bearer(good())),
				sent("no token", (i) -> application.request("/")),
				sent("passwords", (i) -> header("Basic dXNlcjpwYXNzd29yZA==")),
				sent("another scheme", (i) -> header("Negotiate YII" + i)),
				sent("a scheme without a token", (i) -> header("Bearer")),
				sent("a field of that name", (i) -> application.request("/?access_token2=" + i)),
				sent("a cookie of another name", (i) -> application.request("/").header("Cookie", "token=junk" + i)));
	}

	/** Junk that is counted, and by what another bearer comes. */
	static Stream<Named<IntFunction<HttpRequest.Builder>>> junk() {
		return Stream.of(sent("no JWT", (i) -> bearer("junk" + i)), sent("three parts", (i) -> bearer("a.b.c" + i)),
				sent("forged", (i) -> bearer(forged())), sent("of a foreign issuer", (i) -> bearer(unsigned(i))),
				sent("proof scheme", (i) -> header("DPoP " + forged())),
				sent("the same each time", (i) -> bearer("a.b.c")),
				sent("in the query", (i) -> application.request("/?access_token=" + forged())),
				sent("in a cookie", (i) -> application.request("/").header("Cookie", "access_token=" + forged())),
				sent("several headers", (i) -> bearer(forged()).header("Authorization", "Bearer b.c.d")));
	}

	private static Named<IntFunction<HttpRequest.Builder>> sent(String name, IntFunction<HttpRequest.Builder> request) {
		return Named.of(name, request);
	}

	@ParameterizedTest
	@MethodSource("looksLikeJunk")
	void bearerWhomNobodyKnowsIsServedBehindWhatIsNoJunk(IntFunction<HttpRequest.Builder> request) throws Exception {
		flood(request);
		for (int i = 0; i < 3; i++) {
			assertThat(status(bearer(good()))).isEqualTo(200);
			assertThat(status(application.request("/").header("Cookie", "access_token=" + good()))).isEqualTo(200);
			assertThat(status(application.request("/?access_token=" + good()))).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@MethodSource("junk")
	void bearerWhoWasServedLatelyIsServedBehindJunk(IntFunction<HttpRequest.Builder> request) throws Exception {
		String inHeader = good();
		String inCookie = good();
		assertThat(status(bearer(inHeader))).isEqualTo(200);
		assertThat(status(application.request("/").header("Cookie", "access_token=" + inCookie))).isEqualTo(200);
		flood(request);
		for (int i = 0; i < 5; i++) {
			assertThat(status(bearer(inHeader))).isEqualTo(200);
			assertThat(status(application.request("/").header("Cookie", "access_token=" + inCookie))).isEqualTo(200);
		}
	}

	/** By whom the others are not to be met. */
	static Stream<Named<IntFunction<HttpRequest.Builder>>> junkElsewhere() {
		return Stream.of(sent("query", (i) -> application.request("/?access_token=junk" + i)),
				sent("query, forged", (i) -> application.request("/?access_token=" + forged())),
				sent("query, twice", (i) -> application.request("/?access_token=a&access_token=b" + i)),
				sent("query and cookie",
						(i) -> application.request("/?access_token=junk").header("Cookie", "access_token=junk")),
				sent("query of another method",
						(i) -> application.request("/?access_token=" + forged())
							.method("POST", HttpRequest.BodyPublishers.noBody())),
				sent("query, long", (i) -> application.request("/?access_token=" + "a".repeat(3000) + i)));
	}

	@ParameterizedTest
	@MethodSource("junkElsewhere")
	void bearerOfAHeaderOrACookieIsServedBehindJunkInQueries(IntFunction<HttpRequest.Builder> request)
			throws Exception {
		flood(request);
		for (int i = 0; i < 5; i++) {
			assertThat(status(bearer(good()))).isEqualTo(200);
			assertThat(status(application.request("/").header("Cookie", "access_token=" + good()))).isEqualTo(200);
		}
	}

	/** From where others come who are not to be met. */
	@ParameterizedTest
	@MethodSource("junk")
	void bearerOfAnotherNetworkIsServedBehindJunk(IntFunction<HttpRequest.Builder> request) throws Exception {
		for (int i = 0; i < JUNK; i++) {
			application.send(request.apply(i).header("X-Forwarded-For", "2001:db8:" + networks + "::" + i));
		}
		assertThat(status(bearer(good()))).isEqualTo(200);
		assertThat(application.send(bearer(good()).header("X-Forwarded-For", "2001:db8:ffff::1")).statusCode())
			.isEqualTo(200);
	}

	private void flood(IntFunction<HttpRequest.Builder> request) throws Exception {
		for (int i = 0; i < JUNK; i++) {
			status(request.apply(i));
		}
	}

	private int status(HttpRequest.Builder request) throws Exception {
		return application.send(request.header("X-Forwarded-For", this.network)).statusCode();
	}

	private static HttpRequest.Builder bearer(String token) {
		return header("Bearer " + token);
	}

	private static HttpRequest.Builder header(String authorization) {
		return application.request("/").header("Authorization", authorization);
	}

	private static String good() {
		return issuance.rs256((header) -> {
		}, (claims) -> {
		});
	}

	private static String forged() {
		String good = good();
		return good.substring(0, good.length() - 8) + "AAAAAAAA";
	}

	private static String unsigned(int number) {
		String[] parts = good().split("\\.");
		return parts[0] + '.' + parts[1] + "." + "AAAA".repeat(number + 1);
	}

	private static String expired() {
		return issuance.rs256((header) -> {
		}, (claims) -> claims.issueTime(Date.from(Instant.now().minusSeconds(7200)))
			.expirationTime(Date.from(Instant.now().minusSeconds(3600))));
	}

}
