package io.github.raspspring.token;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.nimbusds.jwt.JWTClaimsSet;
import io.github.raspspring.engine.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A rule that an application brings may fail in whatever way, while a token is decoded
 * and behind: the other rules are at work, and the failure mode decides on the rest.
 */
class FailingTokenRuleTests {

	private static final Map<String, Supplier<Throwable>> FAILURES = Map.of("exception", IllegalStateException::new,
			"sneaky", () -> new IOException("sneaky"), "stack", StackOverflowError::new, "linkage", LinkageError::new,
			"error", () -> new Error("own"), "bare", () -> new Throwable("bare"));

	private static Issuance issuance;

	private static List<TokenApplication> open;

	private static TokenApplication closed;

	@BeforeAll
	static void start() {
		issuance = new Issuance();
		open = List.of(start(OfBoot.class, "open"), start(OfChain.class, "open"));
		closed = start(OfBoot.class, "closed");
	}

	private static TokenApplication start(Class<?> configuration, String failureMode) {
		return new TokenApplication(configuration,
				Map.of("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", issuance.address() + "/keys"), issuance,
				"rasp.mode=block", "rasp.token.audiences=shop", "rasp.failure-mode=" + failureMode);
	}

	@AfterAll
	static void stop() {
		open.forEach(TokenApplication::close);
		closed.close();
		issuance.close();
	}

	static Stream<String> failures() {
		return FAILURES.keySet().stream();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "none", "Exception", "error ", "failure", "0" })
	void tokenThatTheRuleJudgesIsServed(String claim) throws Exception {
		for (TokenApplication application : List.of(open.get(0), open.get(1), closed)) {
			application.failures().clear();
			assertThat(application.get("/", token("shop", claim)).statusCode()).isEqualTo(200);
			assertThat(application.failures()).isEmpty();
		}
	}

	@ParameterizedTest
	@MethodSource("failures")
	void tokenThatTheRuleFailsOnIsServedWhereThatIsOpen(String failure) throws Exception {
		for (TokenApplication application : open) {
			application.failures().clear();
			assertThat(application.get("/", token("shop", failure)).statusCode()).isEqualTo(200);
			assertThat(application.failures()).singleElement()
				.satisfies((failed) -> assertThat(failed.source()).isEqualTo("token"));
		}
	}

	@ParameterizedTest
	@MethodSource("failures")
	void tokenThatBreaksAnotherRuleIsRefusedAllTheSame(String failure) throws Exception {
		for (TokenApplication application : open) {
			assertThat(application.get("/", token("elsewhere", failure)).statusCode()).isEqualTo(401);
			await().until(() -> !application.seen().isEmpty());
			assertThat(application.reported()).containsExactly("audience-mismatch");
		}
	}

	@ParameterizedTest
	@MethodSource("failures")
	void tokenThatTheRuleFailsOnIsRefusedWhereNothingUnjudgedMayPass(String failure) throws Exception {
		closed.failures().clear();
		assertThat(closed.get("/", token("shop", failure)).statusCode()).isEqualTo(403);
		assertThat(closed.failures()).hasSize(1);
	}

	private static String token(String audience, String failure) {
		return issuance.rs256((header) -> {
		}, (JWTClaimsSet.Builder claims) -> claims.audience(audience).claim("fail", failure));
	}

	@Configuration(proxyBeanMethods = false)
	@Import({ TokenApplication.Boot.class, OwnRule.class })
	static class OfBoot {

	}

	@Configuration(proxyBeanMethods = false)
	@Import({ TokenApplication.DecoderOfChain.class, OwnRule.class })
	static class OfChain {

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnRule {

		@Bean
		TokenRule failing() {
			return new Failing();
		}

	}

	private static final class Failing implements TokenRule {

		@Override
		public Rule rule() {
			return new Rule("own", "CWE-287", "It is not ours.", "Nothing.");
		}

		@Override
		public @Nullable String violation(VerifiedToken token) {
			Supplier<Throwable> failure = FAILURES.get(String.valueOf(token.text("fail")));
			if (failure != null) {
				throwAny(failure.get());
			}
			return null;
		}

		@SuppressWarnings("unchecked")
		private static <T extends Throwable> void throwAny(Throwable failure) throws T {
			throw (T) failure;
		}

	}

}
