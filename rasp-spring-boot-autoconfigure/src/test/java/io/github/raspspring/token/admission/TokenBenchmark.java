package io.github.raspspring.token.admission;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.ExpiringStores.Reading;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.engine.pipeline.RequestFacts;
import io.github.raspspring.store.LocalStores;
import io.github.raspspring.token.RouteRequirement;
import io.github.raspspring.token.TokenFailures;
import io.github.raspspring.token.TokenKey;
import io.github.raspspring.token.TokenMarks;
import io.github.raspspring.token.TokenRules;
import io.github.raspspring.token.TokenUse;
import io.github.raspspring.token.Tokens;
import io.github.raspspring.token.UseRule;
import io.github.raspspring.token.VerifiedToken;
import io.github.raspspring.token.claims.ClaimExpectation;
import io.github.raspspring.token.claims.Glob;
import io.github.raspspring.token.claims.Issuer;
import io.github.raspspring.token.claims.RulesFactory;
import io.github.raspspring.token.form.TokenForm;
import io.github.raspspring.token.revocation.RevocationKind;
import io.github.raspspring.token.revocation.StoredRevocations;
import io.github.raspspring.token.use.BehaviorSettings;
import io.github.raspspring.token.use.UseChecks;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * What the checks cost beside the signature check: form and header, all rules on claims,
 * a route with scope and tenant, revocation by six kinds, and behavior.
 */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TokenBenchmark {

	private final Tokens keys = new Tokens();

	private final NimbusJwtDecoder decoder = NimbusJwtDecoder.withPublicKey(this.keys.publicKey()).build();

	private final String text = this.keys.sign("JWT",
			Tokens.livingFor(3600)
				.andThen((claims) -> claims.jwtID("0b9f5a2e-7a1c-4a5e-9d53-2f1b7e0c9a11")
					.issuer("https://issuer.example")
					.audience("shop")
					.claim("azp", "app")
					.claim("sid", "4711")
					.claim("tenant", "acme")
					.claim("scope", "read write payments")));

	private final VerifiedToken token = VerifiedToken.of(this.decoder.decode(this.text));

	private final TokenForm form = new TokenForm(8192, Set.of("RS256"), Set.of("jku", "x5u", "jwk", "x5c", "zip"));

	private final InspectionPipeline pipeline = new InspectionPipeline(
			(method, path) -> Policy.of(EnforcementMode.BLOCK), List.of(), ValueReader.AS_ARRIVED, List.of(),
			(event) -> {
			}, () -> "reference", Clock.systemUTC());

	private final StoredRevocations revocations = new StoredRevocations(
			new LocalStores(System::nanoTime).open("revocation", 1000, Reading.EVENTUAL), Clock.systemUTC());

	private final TokenAuthority authority = authority();

	/**
	 * By how many kinds anything is revoked: mostly none, sometimes one, at worst all.
	 */
	@Param({ "0", "1", "5" })
	private int revoked;

	private final MockHttpServletRequest request = request();

	private final Exchange exchange = this.pipeline
		.begin(new RequestFacts("GET", "/api/tenants/acme/orders", new ClientIdentity("203.0.113.7"), true));

	@Setup
	public void revoke() {
		RevocationKind[] kinds = { RevocationKind.SUBJECT, RevocationKind.TOKEN, RevocationKind.SESSION,
				RevocationKind.CLIENT, RevocationKind.KEY };
		for (int i = 0; i < this.revoked; i++) {
			this.revocations.revoke(kinds[i], null, "mallory", Duration.ofDays(1));
			this.revocations.revoke(kinds[i], "https://elsewhere.example", "mallory", Duration.ofDays(1));
		}
	}

	/**
	 * All checks but replay.
	 * @param sink takes the results
	 */
	@Benchmark
	public void checks(Blackhole sink) {
		sink.consume(this.form.judge(this.text));
		sink.consume(this.authority.judge(this.token, this.exchange, this.request));
	}

	/**
	 * Spring Security's part, for comparison.
	 * @return the token
	 */
	@Benchmark
	public Object verificationOfRs256() {
		return this.decoder.decode(this.text);
	}

	private TokenAuthority authority() {
		Clock clock = Clock.systemUTC();
		Duration skew = Duration.ofSeconds(30);
		TokenRules rules = new TokenRules(new RulesFactory().times(Duration.ofDays(1), Duration.ofDays(1), skew, clock)
			.types(List.of("JWT", "at+jwt"), true)
			.parties(Set.of("shop"), List.of(new Issuer("https://issuer.example", Set.of("RS256"), Set.of("shop"))))
			.claims(Set.of("jti"), Set.of("impersonated"),
					Map.of("tenant", new ClaimExpectation(null, Set.of(), List.of(new Glob("ac*")))))
			.rules(), EnforcementMode.BLOCK, Map.of());
		RouteRequirement route = new RouteRequirement(
				PathPatternParser.defaultInstance.parse("/api/tenants/{tenant}/**"), Set.of(), Set.of("payments"),
				List.of(), Set.of(), null, new RouteRequirement.Tenant("tenant", "tenant", null),
				RouteRequirement.Binding.NONE, false);
		UseChecks checks = new UseChecks(clock, skew).revocations(this.revocations)
			.behavior(
					new BehaviorSettings(100_000, Duration.ofDays(1), 3, Duration.ofMinutes(5), Duration.ofMinutes(1)),
					null);
		return new TokenAuthority(rules, this.form, List.of(route), checks, this.pipeline,
				new TokenFailures((event) -> {
				}, () -> "reference", clock));
	}

	private MockHttpServletRequest request() {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/tenants/acme/orders");
		request.addHeader("Authorization", "Bearer " + this.text);
		request.addHeader("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Gecko/20100101 Firefox/131.0");
		request.setAttribute(TokenMarks.FORM, this.text);
		return request;
	}

	/**
	 * Print what it takes to track a hundred thousand tokens.
	 * @param arguments whether subjects are tracked as well
	 */
	public static void main(String[] arguments) {
		boolean subjects = arguments.length > 0;
		List<UseRule> rules = new UseChecks(Clock.systemUTC(), Duration.ZERO)
			.behavior(
					new BehaviorSettings(100_000, Duration.ofDays(1), 3, Duration.ofMinutes(5), Duration.ofMinutes(1)),
					null)
			.stages()
			.stream()
			.flatMap(List::stream)
			.toList();
		TokenBenchmark benchmark = new TokenBenchmark();
		long before = used();
		for (int i = 0; i < 100_000; i++) {
			Map<String, Object> claims = subjects ? Map.of("jti", "token-" + i, "sub", "user-" + i)
					: Map.of("jti", "token-" + i);
			VerifiedToken token = new VerifiedToken("a." + i + ".c", Map.of("alg", "RS256"), claims);
			TokenUse use = new TokenUse(token, TokenKey.of(token), benchmark.exchange, benchmark.request, null,
					Map.of());
			rules.forEach((rule) -> rule.check(use, (violation) -> {
			}));
			rules.forEach((rule) -> rule.decided(use, benchmark.exchange.decision()));
		}
		long after = used();
		System.out.printf("100,000 tokens%s: %.1f MB at %s%n", subjects ? " of as many subjects" : "",
				(after - before) / 1_000_000.0, Instant.now());
		TokenUse last = new TokenUse(benchmark.token, TokenKey.of(benchmark.token), benchmark.exchange,
				benchmark.request, null, Map.of());
		rules.forEach((rule) -> rule.check(last, (violation) -> {
		}));
	}

	private static long used() {
		for (int i = 0; i < 5; i++) {
			System.gc();
		}
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

}
