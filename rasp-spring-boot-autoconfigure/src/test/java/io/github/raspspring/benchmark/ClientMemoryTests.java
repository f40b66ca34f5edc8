package io.github.raspspring.benchmark;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

import io.github.bucket4j.TimeMeter;
import io.github.raspspring.client.ClientLists;
import io.github.raspspring.client.ClientScoreDetector;
import io.github.raspspring.client.ClientScoreboard;
import io.github.raspspring.client.IpAddress;
import io.github.raspspring.client.NetworkRange;
import io.github.raspspring.client.NetworkTable;
import io.github.raspspring.client.ScoreSettings;
import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.ClientScores;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.engine.pipeline.RequestFacts;
import io.github.raspspring.ratelimit.Audience;
import io.github.raspspring.ratelimit.Grant;
import io.github.raspspring.ratelimit.Quota;
import io.github.raspspring.ratelimit.RateLimit;
import io.github.raspspring.ratelimit.RateLimitDetector;
import io.github.raspspring.ratelimit.RateLimitKey;
import io.github.raspspring.ratelimit.RateLimitPlan;
import io.github.raspspring.ratelimit.RateLimits;
import io.github.raspspring.store.LocalStores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a million attackers leave behind, each from a network of its own.
 */
class ClientMemoryTests {

	private static final int CLIENTS = 1_000_000;

	private static final int BOUND = 100_000;

	private static final Rule ATTACK = new Rule("attack", "CWE-0", "An attack was sent.", "Nothing to fix.");

	private final Policy policy = Policy.of(EnforcementMode.BLOCK);

	@Test
	void aMillionClientsStayWithinTheConfiguredBounds() {
		RateLimits limits = new RateLimits(List.of(plan()), TimeMeter.SYSTEM_NANOTIME, ClientScores.NONE);
		RateLimit limit = limits.all().get(0);
		ClientScoreboard scoreboard = new ClientScoreboard(settings(), Clock.systemUTC(),
				new LocalStores(System::nanoTime));
		InspectionPipeline pipeline = pipeline(limit, scoreboard);
		long before = usedBytes();
		for (int i = 0; i < CLIENTS; i++) {
			attack(pipeline, new IpAddress(0x2001_0db8L << 32 | i, 1));
		}
		long used = usedBytes() - before;
		int scored = scoreboard.worst(Integer.MAX_VALUE).size();
		System.out.printf("%,d distinct clients: %,d have a bucket, %,d have a score, %,d MB are used%n", CLIENTS,
				keys(limits), scored, used >> 20);
		assertThat(keys(limits)).isEqualTo(BOUND);
		assertThat(scored).isLessThanOrEqualTo(BOUND);
		assertThat(used).isLessThan(200L << 20);
	}

	@Test
	void aMillionNetworksOfEachKindTakeLessThanAHundredMegabytes() {
		long before = usedBytes();
		NetworkTable v4 = table((i) -> IpAddress.parse((i >> 16 & 255) + "." + (i >> 8 & 255) + "." + (i & 255) + ".8"),
				128);
		long ofV4 = usedBytes() - before;
		NetworkTable v6 = table((i) -> new IpAddress(0x2001_0db8L << 32 | (long) i << 1, 0), 64);
		long ofV6 = usedBytes() - before - ofV4;
		System.out.printf("%,d IPv4 networks take %,d MB, %,d IPv6 networks %,d MB%n", v4.size(), ofV4 >> 20, v6.size(),
				ofV6 >> 20);
		assertThat(v4.size()).isEqualTo(CLIENTS);
		assertThat(v6.size()).isEqualTo(CLIENTS);
		assertThat(ofV4 + ofV6).isLessThan(100L << 20);
	}

	private static NetworkTable table(IntFunction<IpAddress> address, int prefix) {
		NetworkTable.Builder builder = new NetworkTable.Builder();
		for (int i = 0; i < CLIENTS; i++) {
			builder.add(new NetworkRange(address.apply(i), prefix));
		}
		return builder.build();
	}

	private void attack(InspectionPipeline pipeline, IpAddress address) {
		Exchange exchange = pipeline.begin(new RequestFacts("GET", "/",
				new ClientIdentity(address.toString(), address.network(), null, null), false));
		pipeline.enter(exchange, Phase.REQUEST, List.of());
		pipeline.report(exchange,
				Finding.of("sql-injection", Category.INJECTION, ATTACK).confidence(Confidence.STRONG).build());
		pipeline.complete(exchange, 403);
	}

	private InspectionPipeline pipeline(RateLimit limit, ClientScoreboard scoreboard) {
		RateLimitDetector detector = new RateLimitDetector(limit);
		return new InspectionPipeline((method, path) -> this.policy,
				List.of(detector, new ClientScoreDetector(scoreboard, ClientLists.NONE, Phase.REQUEST)),
				ValueReader.AS_ARRIVED, List.of(detector, scoreboard), (event) -> {
				}, () -> "reference", Clock.systemUTC());
	}

	private static RateLimitPlan plan() {
		return new RateLimitPlan("all", Grant.of(new Quota(10, Duration.ofHours(1), Quota.Refill.GREEDY)),
				RateLimitKey.of(List.of("ip"), List.of()), List.of(), Audience.ANY, EnforcementMode.BLOCK, BOUND,
				false);
	}

	private static ScoreSettings settings() {
		// A single attack blocks, so that a million clients ask for a block.
		return new ScoreSettings(EnforcementMode.BLOCK, Duration.ofMinutes(10), 1, 2, 3, 4, Duration.ofHours(1),
				Duration.ofHours(24), Map.of(), BOUND, 0.05);
	}

	private static long keys(RateLimits limits) {
		String described = String.valueOf(limits.section().item("all"));
		int start = described.indexOf("keys=") + "keys=".length();
		return Long.parseLong(described.substring(start, described.indexOf(',', start)));
	}

	private static long usedBytes() {
		for (int i = 0; i < 3; i++) {
			System.gc();
		}
		Runtime runtime = Runtime.getRuntime();
		return runtime.totalMemory() - runtime.freeMemory();
	}

}
