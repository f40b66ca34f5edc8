package io.github.raspspring.demo;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The executable jar of the demo, which carries the agent, with every detector of
 * requests off: what is stopped is stopped where it runs.
 */
@Tag("packaged")
class HookedDemoTests {

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	private static final List<String> LOG = new CopyOnWriteArrayList<>();

	private static Process demo;

	private static Bookshop shop;

	@BeforeAll
	static void start() throws IOException {
		demo = PackagedDemo.start(List.of("-Xmx256m"), List.of("--server.port=0", "--rasp.mode=block",
				"--rasp.inspection.enabled=false", "--rasp.rate-limit.enabled=false"));
		PackagedDemo.awaitStart(demo, LOG::add);
		shop = new Bookshop(LOG.stream()
			.flatMap((line) -> PORT.matcher(line).results())
			.map((match) -> Integer.parseInt(match.group(1)))
			.findFirst()
			.orElseThrow());
	}

	@AfterAll
	static void stop() throws InterruptedException {
		demo.destroy();
		assertThat(demo.waitFor(1, TimeUnit.MINUTES)).isTrue();
	}

	@ParameterizedTest
	@MethodSource("exploits")
	void exploitWhenNothingIsSeenAtTheEdgeThenIsStoppedAtASink(Exploit exploit) {
		Answer answer = exploit.run(shop);
		assertThat(answer.status()).as(answer.body()).isEqualTo(403);
		String reference = answer.json().path("reference").asString();
		assertThat(shop.event(reference).json().path("findings").values()).anySatisfy((finding) -> {
			JsonNode call = finding.path("call");
			assertThat(call.path("kind").asString()).endsWith("-sink");
			assertThat(call.path("operation").asString()).isNotBlank();
			assertThat(call.path("shape").asString()).isNotBlank();
			assertThat(call.path("frame").asString()).matches("[\\w$.<>]+:-?\\d+");
		});
	}

	@ParameterizedTest
	@MethodSource("honestUses")
	void answerWhenUseIsHonestThenServes(HonestUse use) {
		use.on(shop);
	}

	@Test
	void endpointTellsTheRoute() {
		assertThat(shop.get("/actuator/rasp/sinks").json().path("jvm-hooks").asString())
			.startsWith("on by Launcher-Agent-Class");
	}

	static Stream<Exploit> exploits() {
		return Exploit.all();
	}

	static Stream<HonestUse> honestUses() {
		return Stream.concat(HonestUse.all(), Stream.of(HonestUse.settings()));
	}

}
