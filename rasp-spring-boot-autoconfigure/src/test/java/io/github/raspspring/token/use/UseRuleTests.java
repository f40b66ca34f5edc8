package io.github.raspspring.token.use;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.engine.pipeline.RequestFacts;
import io.github.raspspring.token.ClientCertificate;
import io.github.raspspring.token.RouteRequirement;
import io.github.raspspring.token.RouteRequirement.Binding;
import io.github.raspspring.token.TokenKey;
import io.github.raspspring.token.TokenUse;
import io.github.raspspring.token.UseRule;
import io.github.raspspring.token.VerifiedToken;
import io.github.raspspring.token.Violation;
import io.github.raspspring.token.use.GeoResolver.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.util.pattern.PathPatternParser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Binding to a certificate, and travel.
 */
class UseRuleTests {

	private static final Position LISBON = new Position(38.72, -9.14);

	private static final Position PORTO = new Position(41.15, -8.61);

	private static final Position TOKYO = new Position(35.68, 139.69);

	private static final Map<String, Position> PLACES = Map.of("192.0.2.1", LISBON, "192.0.2.2", PORTO, "192.0.2.3",
			TOKYO);

	private Instant now = Instant.EPOCH;

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "OWNER, OWNER, NONE, true", "OWNER, THIEF, NONE, false",
			"OWNER, -, NONE, false", "-, THIEF, NONE, true", "OWNER, OWNER, MTLS, true", "OWNER, THIEF, MTLS, false",
			"-, OWNER, MTLS, false", "OWNER, OWNER, ANY, true", "-, OWNER, ANY, false", "OWNER, OWNER, DPOP, false" })
	void tokenIsBoundToCertificate(ClientCertificate bound, ClientCertificate shown, Binding asked, boolean good) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		if (shown != null) {
			request.setAttribute("jakarta.servlet.request.X509Certificate",
					new X509Certificate[] { shown.certificate(), ClientCertificate.OWNER.certificate() });
		}
		Map<String, Object> claims = (bound != null) ? Map.of("cnf", Map.of("x5t#S256", bound.thumbprint())) : Map.of();
		RouteRequirement route = new RouteRequirement(PathPatternParser.defaultInstance.parse("/**"),
				java.util.Set.of(), java.util.Set.of(), List.of(), java.util.Set.of(), null, null, asked, false);
		List<String> found = new ArrayList<>();
		new BindingRule().check(use(claims, "192.0.2.1", request, route),
				(violation) -> found.add(violation.rule().id()));
		assertThat(found).isEqualTo(good ? List.of() : List.of("binding-missing"));
	}

	@ParameterizedTest
	@CsvSource({ "192.0.2.2, 1, true", "192.0.2.3, 60, false", "192.0.2.3, 720, true", "192.0.2.9, 1, true",
			"192.0.2.1, 0, true" })
	void subjectTravelsNoFasterThanAnybodyCan(String address, int minutes, boolean good) {
		TravelRule rule = new TravelRule(PLACES::get, 100, new Now());
		assertThat(travel(rule, "192.0.2.1", Decision.allow("test"))).isEmpty();
		this.now = this.now.plus(Duration.ofMinutes(minutes));
		assertThat(travel(rule, address, Decision.allow("test")))
			.isEqualTo(good ? List.of() : List.of("impossible-travel"));
	}

	@Test
	void placeOfRefusedUseIsNotWhereTheSubjectIs() {
		TravelRule rule = new TravelRule(PLACES::get, 100, new Now());
		travel(rule, "192.0.2.1", Decision.allow("test"));
		Decision refused = new Decision(Decision.Action.BLOCK, 9, List.of(), "test", "reference", null);
		assertThat(travel(rule, "192.0.2.3", refused)).containsExactly("impossible-travel");
		assertThat(travel(rule, "192.0.2.3", refused)).containsExactly("impossible-travel");
		assertThat(travel(rule, "192.0.2.1", Decision.allow("test"))).isEmpty();
	}

	@Test
	void distanceFollowsTheGreatCircle() {
		assertThat(LISBON.kilometersTo(PORTO)).isCloseTo(274, within(5.0));
		assertThat(LISBON.kilometersTo(TOKYO)).isCloseTo(11_150, within(60.0));
		assertThat(new Position(0, 179.9).kilometersTo(new Position(0, -179.9))).isCloseTo(22, within(1.0));
		assertThat(new Position(90, 0).kilometersTo(new Position(-90, 0))).isCloseTo(20_015, within(5.0));
	}

	private List<String> travel(TravelRule rule, String address, Decision decision) {
		List<String> found = new ArrayList<>();
		TokenUse use = use(Map.of("sub", "alice"), address, new MockHttpServletRequest(), null);
		rule.check(use, (violation) -> found.add(violation.rule().id()));
		rule.decided(use, decision);
		return found;
	}

	private TokenUse use(Map<String, Object> claims, String address, MockHttpServletRequest request,
			RouteRequirement route) {
		InspectionPipeline pipeline = new InspectionPipeline((method, path) -> Policy.of(EnforcementMode.BLOCK),
				List.of(), ValueReader.AS_ARRIVED, List.of(), (event) -> {
				}, () -> "reference", Clock.systemUTC());
		VerifiedToken token = new VerifiedToken("a.b.c", Map.of("alg", "RS256"), claims);
		return new TokenUse(token, TokenKey.of(token),
				pipeline.begin(new RequestFacts("GET", "/", new ClientIdentity(address), true)), request, route,
				Map.of());
	}

	private final class Now extends Clock {

		@Override
		public Instant instant() {
			return UseRuleTests.this.now;
		}

		@Override
		public java.time.ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(java.time.ZoneId zone) {
			return this;
		}

	}

}
