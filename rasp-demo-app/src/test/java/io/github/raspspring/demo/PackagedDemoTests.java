package io.github.raspspring.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

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

	private static final String KEY = "a key of the tests alone";

	@TempDir
	static Path folder;

	private static Process demo;

	private static Bookshop shop;

	@BeforeAll
	static void start() throws IOException {
		startDemo();
	}

	private static void startDemo() throws IOException {
		LOG.clear();
		demo = PackagedDemo.start(List.of("-Xmx256m"),
				List.of("--server.port=0", "--rasp.mode=block", "--rasp.rate-limit.enabled=false",
						"--rasp.events.fold-window=0s", "--rasp.events.file.path=" + folder.resolve("audit.jsonl"),
						"--rasp.events.file.key=" + KEY));
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

	@Test
	@Order(4)
	void auditFileIsVerifiedByTheJarAlone() throws Exception {
		Path file = folder.resolve("audit.jsonl");
		Verified whole = Verified.by(folder, KEY, file);
		assertThat(whole.status()).as(whole.output()).isZero();
		assertThat(whole.output()).startsWith("intact: lines 1 to ");
		assertThat(Verified.by(folder, "another key of the tests", file).status()).isEqualTo(1);
		List<String> lines = Files.readAllLines(file);
		assertThat(lines).hasSizeGreaterThanOrEqualTo(SAMPLE);
		Path changed = Files.createDirectory(folder.resolve("changed")).resolve("audit.jsonl");
		lines.set(5, lines.get(5).replaceFirst("blocked", "allowed"));
		Files.write(changed, lines);
		Verified broken = Verified.by(folder, KEY, changed);
		assertThat(broken.status()).as(broken.output()).isEqualTo(1);
		assertThat(broken.output()).contains("broken", "line 6:", "intact: lines 1 to 5");
	}

	@Test
	@Order(5)
	void auditFileIsWholeToItsLastLineWhenTheProcessIsKilled() throws Exception {
		Path file = folder.resolve("audit.jsonl");
		int before = Files.readAllLines(file).size();
		startDemo();
		List<Exploit> exploits = sample(Exploit.all());
		CompletableFuture<Void> attacks = CompletableFuture.runAsync(() -> {
			for (int i = 0; demo.isAlive(); i++) {
				exploits.get(i % SAMPLE).run(shop);
			}
		});
		await().until(() -> lines(file) > before + SAMPLE);
		demo.destroyForcibly().waitFor();
		attacks.exceptionally((failure) -> null).join();
		String text = Files.readString(file);
		List<String> whole = text.substring(0, text.lastIndexOf('\n')).lines().toList();
		assertThat(whole).hasSizeGreaterThan(before + SAMPLE)
			.allSatisfy((line) -> assertThat(new JsonMapper().readTree(line).path("hash").asString()).hasSize(64));
		Verified verified = Verified.by(folder, KEY, file);
		assertThat(verified.status()).as(verified.output()).isZero();
		assertThat(verified.output()).startsWith("intact: lines 1 to " + whole.size());
	}

	private static long lines(Path file) throws IOException {
		try (Stream<String> lines = Files.lines(file)) {
			return lines.count();
		}
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
