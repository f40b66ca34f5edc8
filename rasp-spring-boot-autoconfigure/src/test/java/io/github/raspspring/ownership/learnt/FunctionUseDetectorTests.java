package io.github.raspspring.ownership.learnt;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Outcome;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.Subject;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.engine.pipeline.RequestFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FunctionUseDetectorTests {

	private final FunctionUseDetector detector = new FunctionUseDetector(EnforcementMode.MONITOR, 20);

	private final InspectionPipeline pipeline = new InspectionPipeline(
			(method, path) -> Policy.of(EnforcementMode.BLOCK), List.of(this.detector), ValueReader.AS_ARRIVED,
			List.of(), (event) -> {
			}, () -> "ref", Clock.systemUTC());

	private boolean uses(String route, int status, String... authorities) {
		return uses(route, status, Set.of(authorities));
	}

	private boolean uses(String route, int status, Set<String> authorities) {
		Exchange exchange = this.pipeline
			.begin(new RequestFacts("POST", route, new ClientIdentity("192.0.2.1"), false));
		exchange.identifiedAs(new Subject("somebody", null, Map.of(), authorities));
		exchange.routedTo(route);
		this.pipeline.enter(exchange, Phase.HANDLER, List.of());
		this.detector.completed(exchange, new Outcome(status, Duration.ZERO, exchange.decision()));
		assertThat(exchange.decision().refuses()).isFalse();
		return !exchange.findings().isEmpty();
	}

	private void learn(String route, int times, String... authorities) {
		for (int i = 0; i < times; i++) {
			uses(route, 200, authorities);
		}
	}

	@Test
	void detectWhenOnlyOthersUseRouteThenReports() {
		learn("/admin/users", 20, "USER", "ADMIN");
		assertThat(uses("/admin/users", 200, "USER")).isTrue();
		assertThat(uses("/admin/users", 200, "USER")).isTrue();
		assertThat(uses("/admin/users", 200)).isTrue();
		assertThat(uses("/admin/users", 200, "SUPPORT", "USER")).isTrue();
	}

	@Test
	void completedWhenAuthoritiesChangeAfterwardsThenRouteKeepsWhatItWasUsedWith() {
		Set<String> held = new HashSet<>(Set.of("ADMIN"));
		for (int i = 0; i < 20; i++) {
			uses("/admin/users", 200, held);
		}
		held.clear();
		assertThat(uses("/admin/users", 200, held)).isTrue();
		assertThat(uses("/admin/users", 200, "USER")).isTrue();
	}

	@Test
	void detectWhenAuthoritiesContainThoseOfRouteThenIsSilent() {
		learn("/admin/users", 20, "USER", "ADMIN");
		assertThat(uses("/admin/users", 200, "USER", "ADMIN")).isFalse();
		assertThat(uses("/admin/users", 200, "USER", "ADMIN", "BETA")).isFalse();
	}

	/**
	 * What somebody has who uses a route that was used with USER and ADMIN, or with AUDIT
	 * alone.
	 */
	@ParameterizedTest
	@CsvSource({ "USER,true", "'',true", "ADMIN,true", "USER;SUPPORT;BETA,true", "admin;user,true",
			"ADMINISTRATOR,true", "USER;ADMIN,false", "AUDIT,false", "AUDIT;USER,false", "ADMIN;USER;BETA,false",
			"ADMIN;AUDIT,false", "USER;ADMIN;AUDIT,false" })
	void detectWhenTwoGroupsUseRouteThenReportsWhoIsOfNeither(String authorities, boolean reported) {
		learn("/admin/users", 15, "USER", "ADMIN");
		learn("/admin/users", 15, "AUDIT");
		String[] held = authorities.isEmpty() ? new String[0] : authorities.split(";");
		assertThat(uses("/admin/users", 200, held)).isEqualTo(reported);
	}

	@Test
	void detectWhenSeveralGroupsUseRouteThenEachMay() {
		learn("/tickets", 5, "USER", "SUPPORT");
		learn("/tickets", 20, "USER", "ADMIN");
		assertThat(uses("/tickets", 200, "USER", "SUPPORT")).isFalse();
		assertThat(uses("/tickets", 200, "USER")).isTrue();
	}

	@Test
	void detectWhenRouteIsForAllThenIsSilent() {
		learn("/orders", 20, "USER", "ADMIN");
		learn("/catalog", 20, "USER");
		assertThat(uses("/catalog", 200, "USER", "ADMIN")).isFalse();
		assertThat(uses("/catalog", 200, "USER")).isFalse();
	}

	@Test
	void detectWhenRouteIsLittleKnownThenIsSilent() {
		learn("/admin/users", 19, "ADMIN");
		assertThat(uses("/admin/users", 200, "USER")).isFalse();
	}

	@Test
	void detectWhenOthersAreRefusedThenRefusalTeachesNothing() {
		learn("/admin/users", 20, "ADMIN");
		uses("/admin/users", 403, "USER");
		assertThat(uses("/admin/users", 200, "USER")).isTrue();
	}

}
