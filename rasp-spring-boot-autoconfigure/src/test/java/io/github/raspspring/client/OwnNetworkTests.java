package io.github.raspspring.client;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.raspspring.client.ClientTraffic.Time;
import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.SectionOperation;
import io.github.raspspring.engine.Subject;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.engine.pipeline.RequestFacts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Who is about to block where they call from themselves, or who they are, is asked.
 */
class OwnNetworkTests {

	private final Time time = new Time();

	private final ClientScoreboard scoreboard = new ClientScoreboard(new ScoreSettings(EnforcementMode.BLOCK,
			Duration.ofMinutes(10), 10, 20, 40, 80, Duration.ofMinutes(1), Duration.ofHours(1), Map.of(), 100, 0.5),
			this.time.clock(), this.time.stores());

	private final InspectionScope scope = new InspectionScope();

	private final ClientsSection section = new ClientsSection(
			new ClientAddressResolver(List.of(), Set.of(ForwardingHeader.values())), ClientLists.NONE, this.scoreboard,
			null, false, this.scope);

	@ParameterizedTest
	@CsvSource({ "9.9.9.9, network:9.9.9.8", "9.9.9.9, network:9.9.8.9", "9.9.9.9, network:9.9.9.99",
			"2001:db8::1, network:2001:db8:1::/64", "9.9.9.9, subject:bob", "9.9.9.9, session:other",
			"9.9.9.9, api-key:other", "9.9.9.9, network:2001:db8::/64" })
	void blockWhenItIsAboutOthersThenIsDone(String address, String target) {
		operate(address, "block", target, null);
		assertThat(this.scoreboard.find(target)).isNotNull();
	}

	@ParameterizedTest
	@CsvSource({ "9.9.9.9, network:9.9.9.9", "2001:db8::5, network:2001:db8::/64", "::ffff:9.9.9.9, network:9.9.9.9/32",
			"9.9.9.9, network:9.9.9.9/32", "2001:db8::1, network:2001:db8::/64",
			"2001:db8::1, network:2001:0DB8:0::/64", "::ffff:9.9.9.9, network:9.9.9.9", "9.9.9.9, subject:alice",
			"9.9.9.9, session:mine", "9.9.9.9, api-key:mine" })
	void blockWhenItIsAboutOneselfThenAsksFirst(String address, String target) {
		assertThatIllegalArgumentException().isThrownBy(() -> operate(address, "block", target, null))
			.withMessageContaining("confirm=true");
		assertThatIllegalArgumentException().isThrownBy(() -> operate(address, "block", target, "false"));
		assertThat(this.scoreboard.worst(10)).isEmpty();
		operate(address, "block", target, "true");
		assertThat(this.scoreboard.worst(10)).hasSize(1);
		operate(address, "unblock", target, null);
	}

	private void operate(String address, String operation, String target, @Nullable String confirm) {
		InspectionPipeline pipeline = new InspectionPipeline((method, path) -> Policy.of(EnforcementMode.BLOCK),
				List.of(), ValueReader.AS_ARRIVED, List.of(), (event) -> {
				}, () -> "reference", Clock.systemUTC());
		String network = address.contains("db8") ? "2001:db8::/64" : address.replace("::ffff:", "");
		Exchange exchange = pipeline.begin(new RequestFacts("POST", "/actuator/rasp/clients",
				new ClientIdentity(address, network, "mine", "mine"), true));
		exchange.identifiedAs(new Subject("alice", null, Map.of()));
		try (InspectionScope.Binding binding = this.scope.bind(exchange)) {
			this.section.operate(
					new SectionOperation(operation, target, (confirm != null) ? Map.of("confirm", confirm) : Map.of()));
		}
	}

}
