package io.github.raspspring.pressure;

import java.io.IOException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class SmallHeapTests {

	private static SmallHeap monitor;

	private static SmallHeap block;

	@BeforeAll
	static void start() throws IOException {
		monitor = new SmallHeap("--rasp.mode=monitor");
		block = new SmallHeap("--rasp.mode=block");
	}

	@AfterAll
	static void stop() {
		monitor.close();
		block.close();
	}

	@ParameterizedTest
	@EnumSource
	void largeBodyThatIsHonestIsServedSeveralTimesAtOnce(HonestBody body) throws IOException, InterruptedException {
		assertThat(monitor.use(body)).containsOnly(200);
		assertThat(block.use(body)).containsOnly(200);
		assertStillServes(block);
	}

	@ParameterizedTest
	@EnumSource
	void monitorWhenSixteenHostileBodiesComeAtOnceThenApplicationAnswersAsEver(HostileBody body)
			throws IOException, InterruptedException {
		assertThat(monitor.attack(body)).doesNotContain(403, 500);
		assertStillServes(monitor);
	}

	@ParameterizedTest
	@EnumSource
	void blockWhenSixteenHostileBodiesComeAtOnceThenApplicationAnswersAsEver(HostileBody body)
			throws IOException, InterruptedException {
		assertThat(block.attack(body)).doesNotContain(500);
		assertStillServes(block);
	}

	private static void assertStillServes(SmallHeap application) throws IOException, InterruptedException {
		assertThat(application.ping()).isEqualTo("pong");
		assertThat(application.post("/bound", "application/json", "{\"author\":\"Ada\",\"text\":\"good\"}"))
			.isEqualTo("author Ada");
		assertThat(application.troubles()).isEmpty();
	}

}
