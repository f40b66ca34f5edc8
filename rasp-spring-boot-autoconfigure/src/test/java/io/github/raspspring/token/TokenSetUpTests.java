package io.github.raspspring.token;

import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.github.raspspring.token.TokenApplication.SetUp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * The same checks hold however tokens are decoded.
 */
class TokenSetUpTests {

	private static final String[] RULES = { "rasp.token.audiences=shop", "rasp.token.maximum-age=2h",
			"rasp.token.maximum-length=4000", "rasp.token.refusals-per-minute=1000",
			"rasp.token.issuers[0].name=https://issuer.example", "rasp.token.issuers[0].algorithms=RS256",
			"rasp.token.required-claims=jti", "rasp.token.denied-claims=impersonated",
			"rasp.token.claims.level.type=number", "rasp.token.claims.env.values=live,staging",
			"rasp.token.claims.mail.patterns=*@shop.example" };

	private static final Set<SetUp> OF_JWT = EnumSet.of(SetUp.BOOT, SetUp.DECODER_BEAN, SetUp.DECODER_OF_CHAIN,
			SetUp.ISSUER_RESOLVER, SetUp.CONVERTED);

	private static final Map<SetUp, TokenApplication> BLOCK = new EnumMap<>(SetUp.class);

	private static final Map<SetUp, TokenApplication> MONITOR = new EnumMap<>(SetUp.class);

	private static Issuance issuance;

	@BeforeAll
	static void start() {
		issuance = new Issuance();
		OF_JWT.forEach((setUp) -> {
			BLOCK.put(setUp, new TokenApplication(setUp, issuance, with("rasp.mode=block")));
			MONITOR.put(setUp, new TokenApplication(setUp, issuance, with("rasp.mode=monitor")));
		});
	}

	@AfterAll
	static void stop() {
		BLOCK.values().forEach(TokenApplication::close);
		MONITOR.values().forEach(TokenApplication::close);
		issuance.close();
	}

	static Stream<Arguments> misuses() {
		return OF_JWT.stream().flatMap((setUp) -> Stream.of(Misuse.values()).map((misuse) -> arguments(setUp, misuse)));
	}

	static Stream<Arguments> properTokens() {
		return OF_JWT.stream()
			.flatMap((setUp) -> Stream.of(ProperToken.values()).map((token) -> arguments(setUp, token)));
	}

	@ParameterizedTest
	@MethodSource("misuses")
	void misusedTokenIsRefusedInBlock(SetUp setUp, Misuse misuse) throws Exception {
		TokenApplication application = BLOCK.get(setUp);
		HttpResponse<String> answer = application.get("/", misuse.token(issuance));
		assertThat(answer.statusCode()).isEqualTo(401);
		assertThat(answer.headers().firstValue("WWW-Authenticate")).get()
			.asString()
			.contains("error=\"invalid_token\"", "error_description=\"The token is not acceptable\"");
		assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
		assertThat(answer.body()).contains("\"reference\":\"").doesNotContain("\"" + misuse.check());
		await().until(() -> !application.seen().isEmpty());
		assertThat(application.reported())
			.containsExactly(isSpringSecuritys(setUp, misuse) ? "refused" : misuse.check());
	}

	@ParameterizedTest
	@MethodSource("misuses")
	void misusedTokenIsReportedInMonitor(SetUp setUp, Misuse misuse) throws Exception {
		TokenApplication application = MONITOR.get(setUp);
		HttpResponse<String> answer = application.get("/", misuse.token(issuance));
		await().until(() -> !application.seen().isEmpty());
		if (isSpringSecuritys(setUp, misuse)) {
			assertThat(application.reported()).containsExactly("refused");
			assertThat(answer.statusCode()).isEqualTo(401);
		}
		else {
			assertThat(application.reported()).startsWith(misuse.check()).isSubsetOf(misuse.check(), "refused");
			assertThat(answer.statusCode()).isEqualTo(isRefusedAnyway(misuse, application) ? 401 : 200);
		}
	}

	/** Spring Security refuses early tokens too, and what else it refuses is reported. */
	private static boolean isRefusedAnyway(Misuse misuse, TokenApplication application) {
		return misuse == Misuse.NOT_YET || application.reported().contains("refused");
	}

	/**
	 * What is refused before there is a token that could be held against the rules: a bad
	 * signature, and what decoders and resolvers check that are not Boot's.
	 */
	private static boolean isSpringSecuritys(SetUp setUp, Misuse misuse) {
		return switch (misuse) {
			case TAMPERED -> true;
			case LOGOUT_TOKEN, PROOF_AS_TOKEN -> setUp != SetUp.BOOT;
			case NO_ISSUER -> setUp == SetUp.ISSUER_RESOLVER;
			default -> false;
		};
	}

	@ParameterizedTest
	@MethodSource("properTokens")
	void properTokenIsServedAndLeavesNoTrace(SetUp setUp, ProperToken token) throws Exception {
		TokenApplication application = BLOCK.get(setUp);
		HttpResponse<String> answer = application.get("/", token.token(issuance));
		assertThat(answer.statusCode()).as(answer.headers().toString()).isEqualTo(200);
		assertThat(application.reported()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(value = SetUp.class, names = { "BOOT" })
	void accessTokenOfRfc9068IsServedByBootsDecoder(SetUp setUp) throws Exception {
		for (String type : new String[] { "at+jwt", "AT+JWT", "application/at+jwt" }) {
			String token = issuance.rs256((header) -> header.type(new com.nimbusds.jose.JOSEObjectType(type)),
					(claims) -> claims.claim("nonce", "n"));
			assertThat(BLOCK.get(setUp).get("/", token).statusCode()).as(type).isEqualTo(200);
		}
	}

	@Test
	void opaqueTokenIsJudgedByWhatTheIssuerSays() throws Exception {
		try (TokenApplication application = new TokenApplication(SetUp.OPAQUE, issuance, "rasp.mode=block",
				"rasp.token.audiences=shop")) {
			assertThat(application.get("/", "good.one").statusCode()).isEqualTo(200);
			assertThat(application.reported()).isEmpty();
			assertThat(application.get("/", "good-other").statusCode()).isEqualTo(401);
			await().until(() -> !application.seen().isEmpty());
			assertThat(application.reported()).containsExactly("audience-mismatch");
		}
	}

	private static String[] with(String mode) {
		return Stream.concat(Stream.of(mode), Stream.of(RULES)).toArray(String[]::new);
	}

}
