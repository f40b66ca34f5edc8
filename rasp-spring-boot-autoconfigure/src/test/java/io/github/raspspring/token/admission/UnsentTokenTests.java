package io.github.raspspring.token.admission;

import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.github.raspspring.token.TokenMarks;
import io.github.raspspring.token.VerifiedToken;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a session or a test has authenticated is no token of the request.
 */
class UnsentTokenTests {

	private static final String VALUE = "header.claims.signature";

	private final VerifiedToken token = new VerifiedToken(VALUE, Map.of("alg", "RS256"), Map.of("sub", "alice"));

	static Stream<Named<Consumer<MockHttpServletRequest>>> sending() {
		return Stream.of(Named.of("bearer", (request) -> request.addHeader("Authorization", "Bearer " + VALUE)),
				Named.of("DPoP", (request) -> request.addHeader("Authorization", "DPoP " + VALUE)),
				Named.of("own header", (request) -> request.addHeader("X-Access-Token", VALUE)),
				Named.of("cookie", (request) -> request.setCookies(new Cookie("token", VALUE))),
				Named.of("second of two headers", (request) -> {
					request.addHeader("Authorization", "Basic YTpi");
					request.addHeader("Authorization", "Bearer " + VALUE);
				}), Named.of("parameter", (request) -> request.setParameter("access_token", VALUE)),
				Named.of("decoded here", (request) -> request.setAttribute(TokenMarks.RULES, VALUE)));
	}

	static Stream<Named<Consumer<MockHttpServletRequest>>> notSending() {
		return Stream.of(Named.of("nothing", (request) -> {
		}), Named.of("session", (request) -> request.setCookies(new Cookie("JSESSIONID", "0123456789ABCDEF"))),
				Named.of("basic", (request) -> request.addHeader("Authorization", "Basic YTpi")),
				Named.of("another token", (request) -> request.addHeader("Authorization", "Bearer a.b.c")),
				Named.of("another token decoded", (request) -> request.setAttribute(TokenMarks.RULES, "a.b.c")),
				Named.of("parameters", (request) -> request.setParameter("title", "Dune")));
	}

	@ParameterizedTest
	@MethodSource("notSending")
	void tokenWhenRequestDoesNotBringItThenIsNotSent(Consumer<MockHttpServletRequest> request) {
		assertThat(SentToken.isSent(this.token, made(request))).isFalse();
	}

	@ParameterizedTest
	@MethodSource("sending")
	void tokenWhenRequestBringsItThenIsSent(Consumer<MockHttpServletRequest> request) {
		assertThat(SentToken.isSent(this.token, made(request))).isTrue();
	}

	private static MockHttpServletRequest made(Consumer<MockHttpServletRequest> change) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		change.accept(request);
		return request;
	}

}
