package io.github.raspspring.event.flood;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.github.raspspring.event.flood.FloodedShop.Counts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A flood of events harms no request, though the webhook is slow and the disk full: what
 * is not delivered is counted, and what is kept is bounded.
 */
class FloodTests {

	private static final int EVENTS = 20_000;

	private static final int REQUESTS = 240;

	private static final long DISK = 200_000;

	@Test
	void requestsAreServedAndEveryEventIsDeliveredOrCounted(@TempDir Path folder) throws Exception {
		try (FloodedShop shop = new FloodedShop(folder, DISK, Duration.ofMillis(300), 200)) {
			Flood flood = new Flood(shop);
			flood.run((count) -> count < EVENTS, (count) -> count < REQUESTS);
			assertThat(flood.harmed()).isEmpty();
			assertThat(flood.served()).isEqualTo(REQUESTS - REQUESTS / 8);
			assertThat(flood.published()).isBetween((long) EVENTS, EVENTS + 1L);
			assertThat(shop.kept()).isLessThanOrEqualTo(5 * 1000);
			List<Counts> counts = shop.stop();
			assertThat(counts).allMatch(Counts::addUp).allSatisfy((outlet) -> {
				assertThat(outlet.offered()).isGreaterThanOrEqualTo(flood.published() + flood.refused());
				assertThat(outlet.dropped()).isPositive();
				assertThat(outlet.delivered()).isPositive();
			});
			assertThat(Files.size(folder.resolve("audit.jsonl"))).isBetween(1L, DISK);
		}
	}

}
