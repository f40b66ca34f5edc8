package io.github.raspspring.token.claims;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.nimbusds.jwt.JWTClaimsSet;
import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.Decision.Action;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.FailureMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.engine.pipeline.RequestFacts;
import io.github.raspspring.token.TokenRules;
import io.github.raspspring.token.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class TokenRulesValidatorTests {

	private static final Tokens TOKENS = new Tokens();

	private static final Duration DAY = Duration.ofDays(1);

	private final InspectionScope scope = new InspectionScope();

	private Policy policy = Policy.of(EnforcementMode.BLOCK);

	private final InspectionPipeline pipeline = new InspectionPipeline((method, path) -> this.policy, List.of(),
			ValueReader.AS_ARRIVED, List.of(), (event) -> {
			}, () -> "reference", Clock.systemUTC());

	private final Exchange[] last = new Exchange[1];

	static Stream<Arguments> badTokens() {
		return Stream.of(arguments("expiry-missing", "JWT", claims((claims) -> claims.issueTime(new Date()))),
				arguments("lifetime-too-long", "JWT", Tokens.livingFor(86_460)),
				arguments("lifetime-too-long", "JWT", claims((claims) -> claims.expirationTime(in(90_000)))),
				arguments("lifetime-too-long", "JWT",
						claims((claims) -> claims.issueTime(in(999_000)).expirationTime(in(1_000_000)))),
				arguments("type-not-accepted", "id+jwt", Tokens.livingFor(60)),
				arguments("type-not-accepted", "JWT ", Tokens.livingFor(60)),
				arguments("type-not-accepted", "application/application/jwt", Tokens.livingFor(60)),
				arguments("audience-mismatch", "JWT",
						Tokens.livingFor(60).andThen((claims) -> claims.audience("other"))),
				arguments("audience-mismatch", "JWT",
						Tokens.livingFor(60).andThen((claims) -> claims.audience((String) null))),
				arguments("audience-mismatch", "JWT",
						Tokens.livingFor(60).andThen((claims) -> claims.audience("Bookshop"))));
	}

	static Stream<Arguments> goodTokens() {
		return Stream.of(arguments(null, Tokens.livingFor(60)), arguments("JWT", Tokens.livingFor(60)),
				arguments("jwt", Tokens.livingFor(60)), arguments("at+jwt", Tokens.livingFor(60)),
				arguments("AT+JWT", Tokens.livingFor(60)), arguments("application/at+jwt", Tokens.livingFor(60)),
				arguments("Application/JWT", Tokens.livingFor(60)), arguments("JWT", Tokens.livingFor(86_400)),
				arguments("JWT", claims((claims) -> claims.expirationTime(in(3600)))), arguments("JWT",
						Tokens.livingFor(60).andThen((claims) -> claims.audience(List.of("other", "bookshop")))));
	}

	@ParameterizedTest
	@MethodSource("badTokens")
	void validateWhenRuleIsBrokenInBlockThenRefusesAndReports(String rule, String type,
			Consumer<JWTClaimsSet.Builder> claims) {
		String token = TOKENS.sign(type, ours().andThen(claims));
		assertThatExceptionOfType(JwtValidationException.class).isThrownBy(() -> decode(token))
			.satisfies((ex) -> assertThat(ex.getErrors()).singleElement().satisfies((error) -> {
				assertThat(error.getErrorCode()).isEqualTo("invalid_token");
				assertThat(error.getDescription()).isEqualTo("The token is not acceptable");
			}));
		assertThat(this.last[0].decision().action()).isEqualTo(Action.BLOCK);
		assertThat(findings()).singleElement().satisfies((finding) -> {
			assertThat(finding.detector()).isEqualTo("token");
			assertThat(finding.rule().id()).isEqualTo(rule);
		});
	}

	@ParameterizedTest
	@MethodSource("badTokens")
	void validateWhenRuleIsBrokenInMonitorThenReportsAndLetsPass(String rule, String type,
			Consumer<JWTClaimsSet.Builder> claims) {
		this.policy = Policy.of(EnforcementMode.MONITOR);
		decode(TOKENS.sign(type, ours().andThen(claims)));
		assertThat(this.last[0].decision().action()).isEqualTo(Action.MONITOR);
		assertThat(findings()).extracting((finding) -> finding.rule().id()).containsExactly(rule);
	}

	@ParameterizedTest
	@MethodSource("badTokens")
	void validateWhenOffThenLooksAtNothing(String rule, String type, Consumer<JWTClaimsSet.Builder> claims) {
		this.policy = Policy.of(EnforcementMode.OFF);
		decode(TOKENS.sign(type, ours().andThen(claims)));
		assertThat(findings()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("goodTokens")
	void validateWhenTokenIsGoodThenAccepts(String type, Consumer<JWTClaimsSet.Builder> claims) {
		decode(TOKENS.sign(type, ours().andThen(claims)));
		assertThat(findings()).isEmpty();
	}

	@Test
	void validateWhenSeveralRulesAreBrokenThenReportsEach() {
		String token = TOKENS.sign("logout+jwt", (claims) -> claims.audience("other"));
		assertThatExceptionOfType(JwtValidationException.class).isThrownBy(() -> decode(token));
		assertThat(findings()).extracting((finding) -> finding.rule().id())
			.containsExactly("expiry-missing", "type-not-accepted", "audience-mismatch");
	}

	@Test
	void validateWhenThresholdIsHighThenDecisionStillMatchesRefusal() {
		this.policy = new Policy("strict", EnforcementMode.BLOCK, 50, FailureMode.OPEN, Set.of(), Map.of());
		String token = TOKENS.sign("JWT", ours());
		assertThatExceptionOfType(JwtValidationException.class).isThrownBy(() -> decode(token));
		assertThat(this.last[0].decision().action()).isEqualTo(Action.BLOCK);
	}

	@Test
	void validateWhenRuleIsSoftenedThenReportsAndLetsPass() {
		decode(TOKENS.sign("JWT", ours()), Map.of("expiry-missing", EnforcementMode.MONITOR));
		assertThat(this.last[0].decision().action()).isEqualTo(Action.MONITOR);
		assertThat(findings()).hasSize(1);
	}

	@Test
	void validateWhenRouteExcludesTokensThenLooksAtNothing() {
		this.policy = new Policy("open", EnforcementMode.BLOCK, 5, FailureMode.OPEN, Set.of("token"), Map.of());
		decode(TOKENS.sign("JWT", ours()));
		assertThat(findings()).isEmpty();
	}

	@Test
	void validateWhenOutsideOfExchangeThenBlocksInApplicationModeBlock() {
		String token = TOKENS.sign("JWT", ours());
		NimbusJwtDecoder decoder = decoder(Map.of(), EnforcementMode.BLOCK);
		assertThatExceptionOfType(JwtValidationException.class).isThrownBy(() -> decoder.decode(token));
	}

	@ParameterizedTest
	@EnumSource(value = EnforcementMode.class, names = { "OFF", "MONITOR" })
	void validateWhenOutsideOfExchangeThenLetsPassInSofterApplicationMode(EnforcementMode mode) {
		NimbusJwtDecoder decoder = decoder(Map.of(), mode);
		assertThatCode(() -> decoder.decode(TOKENS.sign("JWT", ours()))).doesNotThrowAnyException();
	}

	@Test
	void validateWhenReportedThenEvidenceIsFreeOfTheToken() {
		String token = TOKENS.sign("secret+jwt", Tokens.livingFor(90_000).andThen((claims) -> claims.audience("leak")));
		assertThatExceptionOfType(JwtValidationException.class).isThrownBy(() -> decode(token));
		assertThat(findings()).extracting(Finding::evidence)
			.containsExactly("it lives 25h, which is 1h over the 24h allowed; 0s are tolerated",
					"its typ is none of [JWT, at+jwt]", "its aud is none of [bookshop]");
	}

	private void decode(String token) {
		decode(token, Map.of());
	}

	private void decode(String token, Map<String, EnforcementMode> modes) {
		this.last[0] = this.pipeline
			.begin(new RequestFacts("GET", "/api/orders/1", new ClientIdentity("9.9.9.9"), true));
		try (InspectionScope.Binding binding = this.scope.bind(this.last[0])) {
			decoder(modes, EnforcementMode.BLOCK).decode(token);
		}
	}

	private NimbusJwtDecoder decoder(Map<String, EnforcementMode> modes, EnforcementMode applicationMode) {
		TokenRules rules = new TokenRules(
				List.of(new ExpiryRule(), new LifetimeRule(DAY, Clock.systemUTC()),
						new TypeRule(List.of("JWT", "at+jwt"), true), new AudienceRule(Set.of("bookshop"))),
				EnforcementMode.BLOCK, modes);
		NimbusJwtDecoder decoder = NimbusJwtDecoder.withPublicKey(TOKENS.publicKey()).build();
		decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(),
				new TokenRulesValidator(rules, this.scope, this.pipeline, applicationMode)));
		return decoder;
	}

	private List<Finding> findings() {
		return this.last[0].findings();
	}

	private static Consumer<JWTClaimsSet.Builder> ours() {
		return (claims) -> claims.audience("bookshop");
	}

	private static Consumer<JWTClaimsSet.Builder> claims(Consumer<JWTClaimsSet.Builder> claims) {
		return claims;
	}

	private static Date in(long seconds) {
		return Date.from(Instant.now().plusSeconds(seconds));
	}

}
