package io.github.raspspring.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.raspspring.client.ClientTraffic.Time;
import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Decision.Action;
import io.github.raspspring.engine.Detector;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.Suspicion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ClientScoreTests {

	private static final String ADDRESS = "9.9.9.9";

	private static final String NETWORK = "network:" + ADDRESS;

	private final Time time = new Time();

	private final ClientScoreboard scoreboard = new ClientScoreboard(settings(EnforcementMode.BLOCK), this.time.clock(),
			this.time.stores());

	private final ClientTraffic traffic = traffic(this.scoreboard);

	@Test
	void trustFallsStepByStep() {
		assertThat(suspicion()).isEqualTo(Suspicion.NONE);
		attack(2);
		assertThat(suspicion()).isEqualTo(Suspicion.INSPECT);
		attack(2);
		assertThat(suspicion()).isEqualTo(Suspicion.TIGHTEN);
		attack(4);
		assertThat(suspicion()).isEqualTo(Suspicion.RESTRICT);
	}

	@Test
	void trustComesBackByHalves() {
		attack(8);
		this.time.advance(Duration.ofMinutes(10));
		assertThat(suspicion()).isEqualTo(Suspicion.TIGHTEN);
		this.time.advance(Duration.ofMinutes(10));
		assertThat(suspicion()).isEqualTo(Suspicion.INSPECT);
		this.time.advance(Duration.ofMinutes(10));
		assertThat(suspicion()).isEqualTo(Suspicion.NONE);
	}

	@Test
	void restrictedClientIsServedOnlyWhenVerified() {
		attack(8);
		assertThat(this.traffic.send(ADDRESS).action()).isEqualTo(Action.BLOCK);
		assertThat(this.traffic.sendAs("alice", ADDRESS).refuses()).isFalse();
		assertThat(this.traffic.send("8.8.8.8").action()).isEqualTo(Action.ALLOW);
	}

	@Test
	void restrictedSubjectIsServedOnlyWhenHarmless() {
		for (int i = 0; i < 8; i++) {
			this.traffic.attackAs("mallory", ADDRESS);
		}
		assertThat(this.traffic.sendAs("mallory", ADDRESS).action()).isEqualTo(Action.MONITOR);
		assertThat(this.traffic.attackAs("mallory", ADDRESS).action()).isEqualTo(Action.BLOCK);
	}

	@Test
	void subjectAnswersForItselfOnWhateverNetwork() {
		for (int i = 0; i < 20; i++) {
			this.traffic.attackAs("mallory", ADDRESS);
		}
		assertThat(this.traffic.sendAs("mallory", "8.8.8.8").refuses()).isTrue();
		assertThat(this.traffic.sendAs("alice", ADDRESS).action()).isEqualTo(Action.ALLOW);
		assertThat(this.traffic.send(ADDRESS).action()).isEqualTo(Action.ALLOW);
	}

	@Test
	void blocksGrowAndAlwaysEnd() {
		this.scoreboard.block(NETWORK, Duration.ofMinutes(1));
		assertThat(this.traffic.send(ADDRESS).refuses()).isTrue();
		this.time.advance(Duration.ofMinutes(1));
		assertThat(this.traffic.send(ADDRESS).refuses()).isFalse();
		ScoreSettings settings = settings(EnforcementMode.BLOCK);
		assertThat(settings.blockAfter(0)).isEqualTo(Duration.ofMinutes(1));
		assertThat(settings.blockAfter(1)).isEqualTo(Duration.ofMinutes(4));
		assertThat(settings.blockAfter(2)).isEqualTo(Duration.ofMinutes(16));
		assertThat(settings.blockAfter(1_000_000)).isEqualTo(Duration.ofHours(1));
	}

	@Test
	void clientThatGoesOnIsBlockedForATime() {
		for (int i = 0; i < 16; i++) {
			this.traffic.attackAs("mallory", ADDRESS);
		}
		ScoredClient mallory = Objects.requireNonNull(this.scoreboard.find("subject:mallory"));
		assertThat(mallory.suspicion()).isEqualTo(Suspicion.BLOCK);
		assertThat(mallory.blockedUntil()).isEqualTo(this.time.instant().plus(Duration.ofMinutes(1)));
		assertThat(mallory.reasons()).containsExactly(Map.entry("sql-injection/attack", 16));
		this.time.advance(Duration.ofMinutes(1));
		assertThat(this.traffic.sendAs("mallory", ADDRESS).refuses()).isFalse();
		for (int i = 0; i < 13; i++) {
			this.traffic.attackAs("mallory", ADDRESS);
		}
		assertThat(Objects.requireNonNull(this.scoreboard.find("subject:mallory")).blockedUntil())
			.isEqualTo(this.time.instant().plus(Duration.ofMinutes(4)));
	}

	@Test
	void blockedNetworkOfOneIsRefusedAsAWhole() {
		this.scoreboard.block(NETWORK, Duration.ofMinutes(1));
		assertThat(this.traffic.send(ADDRESS).refuses()).isTrue();
		assertThat(this.traffic.sendAs("alice", ADDRESS).refuses()).isTrue();
	}

	@Test
	void networkThatSeveralSubjectsShareIsNeverRefusedAsAWhole() {
		this.traffic.sendAs("alice", ADDRESS);
		this.traffic.sendAs("bob", ADDRESS);
		this.scoreboard.block(NETWORK, Duration.ofMinutes(1));
		assertThat(this.traffic.sendAs("alice", ADDRESS).action()).isEqualTo(Action.ALLOW);
		assertThat(this.traffic.sendAs("carol", ADDRESS).action()).isEqualTo(Action.ALLOW);
		assertThat(this.traffic.send(ADDRESS).refuses()).isTrue();
	}

	@Test
	void blockedNetworkPushesNobodyOffTheBoard() {
		ClientTraffic attacks = new ClientTraffic(this.time, EnforcementMode.BLOCK,
				List.of(new ClientScoreDetector(this.scoreboard, ClientLists.NONE, Phase.REQUEST), new AlwaysAttack()),
				List.of(this.scoreboard));
		this.scoreboard.block(NETWORK, Duration.ofMinutes(1));
		for (int i = 0; i < 500; i++) {
			attacks.send(new ClientIdentity(ADDRESS, ADDRESS, null, "key" + i));
		}
		assertThat(this.scoreboard.worst(500)).extracting(ScoredClient::client).containsExactly(NETWORK);
	}

	@Test
	void refusalsOfBlockedClientsAreNotHeldAgainstThem() {
		this.scoreboard.block(NETWORK, Duration.ofMinutes(1));
		for (int i = 0; i < 100; i++) {
			this.traffic.send(ADDRESS);
		}
		assertThat(Objects.requireNonNull(this.scoreboard.find(NETWORK)).points()).isZero();
	}

	@Test
	void refusalsOfListedClientsAreNotHeldAgainstThem(@TempDir Path folder) throws IOException {
		Path file = Files.writeString(folder.resolve("blocked.txt"), ADDRESS);
		ClientList list = new ClientList("scanners", file, ListedKind.NETWORK);
		list.load(this.time.instant());
		BlockListDetector detector = new BlockListDetector(list, ClientLists.NONE, EnforcementMode.BLOCK);
		ClientTraffic listed = new ClientTraffic(this.time, EnforcementMode.BLOCK, List.of(detector),
				List.of(this.scoreboard));
		for (int i = 0; i < 100; i++) {
			assertThat(listed.send(ADDRESS).refuses()).isTrue();
		}
		assertThat(this.scoreboard.find(NETWORK)).isNull();
	}

	@Test
	void monitorRefusesNobody() {
		ClientScoreboard monitored = new ClientScoreboard(settings(EnforcementMode.MONITOR), this.time.clock(),
				this.time.stores());
		monitored.block(NETWORK, Duration.ofMinutes(1));
		assertThat(traffic(monitored).send(ADDRESS).action()).isEqualTo(Action.MONITOR);
	}

	@Test
	void unblockedClientIsServedAndForgottenClientIsUnknown() {
		this.scoreboard.block(NETWORK, Duration.ofMinutes(1));
		this.scoreboard.unblock(NETWORK);
		assertThat(this.traffic.send(ADDRESS).refuses()).isFalse();
		this.scoreboard.forget(NETWORK);
		assertThat(this.scoreboard.find(NETWORK)).isNull();
	}

	@Test
	void worstListsTheMostSuspiciousFirst() {
		this.traffic.attack("8.8.8.8");
		attack(3);
		assertThat(this.scoreboard.worst(10)).extracting(ScoredClient::client)
			.containsExactly(NETWORK, "network:8.8.8.8");
		assertThat(this.scoreboard.worst(1)).hasSize(1);
	}

	@Test
	void stepsThatDoNotRiseAreInvalid() {
		assertThatIllegalArgumentException().isThrownBy(() -> new ScoreSettings(EnforcementMode.BLOCK,
				Duration.ofMinutes(1), 10, 5, 40, 80, Duration.ofMinutes(1), Duration.ofHours(1), Map.of(), 100, 0.5));
	}

	@Test
	void whenTooManySubjectsWouldBeRefusedThenAllAreServedForAWhile() {
		for (int i = 0; i < 5; i++) {
			this.scoreboard.block("subject:user" + i, Duration.ofHours(1));
		}
		assertThat(this.traffic.sendAs("user0", ADDRESS).refuses()).isTrue();
		assertThat(this.traffic.sendAs("user1", ADDRESS).refuses()).isTrue();
		assertThat(this.traffic.sendAs("user2", ADDRESS).action()).isEqualTo(Action.MONITOR);
		assertThat(this.traffic.sendAs("user0", ADDRESS).action()).isEqualTo(Action.MONITOR);
		this.time.advance(Duration.ofMinutes(10));
		assertThat(this.traffic.sendAs("user0", ADDRESS).action()).isEqualTo(Action.MONITOR);
		this.time.advance(Duration.ofMinutes(10));
		assertThat(this.traffic.sendAs("user0", ADDRESS).refuses()).isTrue();
	}

	@Test
	void whenOneSubjectIsRefusedOftenThenItStaysRefused() {
		this.scoreboard.block("subject:mallory", Duration.ofHours(1));
		for (int i = 0; i < 100; i++) {
			assertThat(this.traffic.sendAs("mallory", ADDRESS).refuses()).isTrue();
		}
	}

	@Test
	void floodOfOtherClientsEndsNoBlock() {
		this.scoreboard.block(NETWORK, Duration.ofMinutes(5));
		for (int i = 0; i < 20_000; i++) {
			this.traffic.attack("10.0." + i / 250 + "." + i % 250);
		}
		assertThat(this.traffic.send(ADDRESS).refuses()).isTrue();
		this.time.advance(Duration.ofMinutes(5));
		assertThat(this.traffic.send(ADDRESS).refuses()).isFalse();
	}

	@Test
	void blockEndsThoughTheWallClockIsSetBack() {
		this.scoreboard.block(NETWORK, Duration.ofMinutes(5));
		this.time.setBack(Duration.ofDays(1));
		this.time.advance(Duration.ofMinutes(5));
		assertThat(this.traffic.send(ADDRESS).refuses()).isFalse();
	}

	@Test
	void sessionAndApiKeyAnswerBesidesTheNetworkAndNeverInPlaceOfIt() {
		for (int i = 0; i < 8; i++) {
			// A new session and a new key each time are no way out.
			this.traffic.attack(new ClientIdentity(ADDRESS, ADDRESS, "session" + i, "key" + i));
		}
		assertThat(this.traffic.send(ADDRESS).refuses()).isTrue();
		for (int i = 0; i < 8; i++) {
			this.traffic.attack(new ClientIdentity("7.7.7." + i, "7.7.7." + i, null, "stolen"));
		}
		assertThat(this.traffic.send(new ClientIdentity("6.6.6.6", "6.6.6.6", null, "stolen")).refuses()).isTrue();
		assertThat(this.traffic.send(new ClientIdentity("6.6.6.6", "6.6.6.6", null, "other")).refuses()).isFalse();
		assertThat(this.scoreboard.worst(100)).extracting(ScoredClient::client)
			.contains("api-key:stolen", "session:session1", NETWORK);
	}

	@Test
	void trustedProxyAnswersForNothing() {
		ClientIdentity unknown = ClientIdentity.unknown("10.0.0.5", List.of());
		ClientIdentity proxy = ClientIdentity.ofProxy("10.0.0.5", "10.0.0.5");
		for (int i = 0; i < 20; i++) {
			this.traffic.attack(unknown);
			this.traffic.attack(proxy);
		}
		assertThat(this.traffic.send(unknown).refuses()).isFalse();
		assertThat(this.traffic.send(proxy).refuses()).isFalse();
		assertThat(this.scoreboard.worst(100)).isEmpty();
		this.traffic.attack(unknown.with("session1", null));
		assertThat(this.scoreboard.worst(100)).extracting(ScoredClient::client).containsExactly("session:session1");
	}

	@Test
	void nobodyIsBlockedByAClaimThatWasNotVerified() {
		for (int i = 0; i < 20; i++) {
			// What an attacker presents as alice is refused by the decoder: no subject.
			this.traffic.attack(ADDRESS);
		}
		assertThat(this.traffic.sendAs("alice", "8.8.8.8").action()).isEqualTo(Action.ALLOW);
		assertThat(this.scoreboard.worst(100)).extracting(ScoredClient::client).containsOnly(NETWORK);
	}

	@ParameterizedTest
	@CsvSource({ "network:9.9.9.9,network:9.9.9.9", "network:::ffff:9.9.9.9,network:9.9.9.9",
			"network:2001:DB8::1,network:2001:db8::/64", "network:2001:db8::/64,network:2001:db8::/64",
			"subject:alice,subject:alice", "api-key:0123,api-key:0123" })
	void operatorsMayNameAClientByAnyOfItsAddresses(String given, String name) {
		assertThat(ClientScoreboard.nameOf(given)).isEqualTo(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "alice", "network:", "network:10.0.0.0/8", "network:0.0.0.0/0",
			"network:2001:db8::/32", "network:host.example", "subject:", "user:alice", ":" })
	void operatorsCanNotNameMoreThanOneClient(String given) {
		assertThatIllegalArgumentException().isThrownBy(() -> ClientScoreboard.nameOf(given));
	}

	@Test
	void distinctCounterCountsNamesOnce() {
		DistinctCounter counter = new DistinctCounter();
		for (int i = 0; i < 20_000; i++) {
			counter.add("user" + i % 2000);
		}
		assertThat(counter.estimate()).isBetween(1900.0, 2100.0);
	}

	private void attack(int times) {
		for (int i = 0; i < times; i++) {
			this.traffic.attack(ADDRESS);
		}
	}

	private Suspicion suspicion() {
		ScoredClient client = this.scoreboard.find(NETWORK);
		return (client != null) ? client.suspicion() : Suspicion.NONE;
	}

	private ClientTraffic traffic(ClientScoreboard scores) {
		return new ClientTraffic(this.time, EnforcementMode.BLOCK,
				List.of(new ClientScoreDetector(scores, ClientLists.NONE, Phase.REQUEST),
						new ClientScoreDetector(scores, ClientLists.NONE, Phase.IDENTITY)),
				List.of(scores));
	}

	private static ScoreSettings settings(EnforcementMode mode) {
		return new ScoreSettings(mode, Duration.ofMinutes(10), 10, 20, 40, 80, Duration.ofMinutes(1),
				Duration.ofHours(1), Map.of(), 100, 0.5);
	}

	private static final class AlwaysAttack implements Detector {

		private static final Rule RULE = new Rule("attack", "CWE-0", "An attack was sent.", "Nothing to fix.");

		@Override
		public String name() {
			return "always-attack";
		}

		@Override
		public Category category() {
			return Category.INJECTION;
		}

		@Override
		public Phase phase() {
			return Phase.REQUEST;
		}

		@Override
		public void detect(Inspection inspection, Findings findings) {
			for (int i = 0; i < 20; i++) {
				findings.add(Finding.of(this, RULE).confidence(Confidence.CERTAIN).build());
			}
		}

	}

}
