package io.github.raspspring.demo;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The product as users get it: its jar, with Caffeine within, in the executable jar of an
 * application, started as a process of its own.
 */
@Tag("packaged")
@TestMethodOrder(OrderAnnotation.class)
class PackagedDemoTests {

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	private static final int SAMPLE = 24;

	private static final List<String> LOG = new CopyOnWriteArrayList<>();

	private static Process demo;

	private static Bookshop shop;

	@BeforeAll
	static void start() throws IOException {
		demo = PackagedDemo.start(List.of("-Xmx256m"), List.of("--server.port=0", "--rasp.mode=block",
				"--rasp.rate-limit.enabled=false", "--rasp.events.fold-window=0s"));
		PackagedDemo.awaitStart(demo, LOG::add);
		shop = new Bookshop(port());
	}

	@AfterAll
	static void stop() {
		demo.destroyForcibly();
	}

	@Test
	@Order(1)
	void isHealthyAndServesWithoutWarning() {
		assertThat(shop.get("/actuator/health").body()).contains("\"UP\"");
		assertThat(sample(HonestUse.all())).allSatisfy((use) -> use.on(shop));
		assertThat(warnings()).isEmpty();
	}

	@Test
	@Order(2)
	void refusesExploitsAndSaysWhy() {
		List<Exploit> exploits = sample(Exploit.all());
		assertThat(exploits).allSatisfy((exploit) -> {
			Answer answer = exploit.run(shop);
			assertThat(answer.status()).isEqualTo(403);
			String reference = answer.json().path("reference").asString();
			assertThat(shop.get("/actuator/rasp/events/" + reference).status()).isEqualTo(200);
		});
		assertThat(shop.refusals()).isEqualTo(exploits.size());
		await().untilAsserted(() -> assertThat(warnings()).hasSizeGreaterThanOrEqualTo(exploits.size()));
		assertThat(warnings()).allMatch((line) -> line.contains("rasp.audit"));
	}

	@Test
	@Order(3)
	void stopsWithoutFailure() throws InterruptedException {
		int before = warnings().size();
		demo.destroy();
		assertThat(demo.waitFor(1, TimeUnit.MINUTES)).isTrue();
		assertThat(warnings()).hasSize(before);
	}

	/**
	 * All are done elsewhere: some of each kind are enough to see that no class is
	 * missing.
	 */
	private static <T> List<T> sample(Stream<T> all) {
		List<T> uses = all.toList();
		List<T> sample = IntStream.range(0, SAMPLE).mapToObj((i) -> uses.get(i * uses.size() / SAMPLE)).toList();
		assertThat(sample).doesNotHaveDuplicates();
		return sample;
	}

	private static List<String> warnings() {
		return LOG.stream().filter((line) -> line.contains(" WARN ") || line.contains(" ERROR ")).toList();
	}

	private static int port() {
		return LOG.stream()
			.flatMap((line) -> PORT.matcher(line).results())
			.map((MatchResult match) -> Integer.parseInt(match.group(1)))
			.findFirst()
			.orElseThrow();
	}

}
