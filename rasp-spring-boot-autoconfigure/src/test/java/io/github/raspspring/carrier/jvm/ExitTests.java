package io.github.raspspring.carrier.jvm;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The end of a hooked JVM: it comes when the application wants it, with the code that it
 * chose. A JVM that does not end by itself is destroyed and fails the test.
 */
class ExitTests {

	private static Path agent;

	@BeforeAll
	static void makeAgent() throws Exception {
		agent = ForkedJvm.agentJar();
	}

	@AfterAll
	static void deleteAgent() throws Exception {
		Files.delete(agent);
	}

	@ParameterizedTest
	@CsvSource({ "return, 0, 0", "exit, 3, 0", "exit within a request, 4, 0", "exit while requests are under way, 5, 0",
			"exit within an expression, 0, 0", "halt, 6, 0", "exit while a call is judged, 7, 0",
			"exit while another call is judged, 8, 0", "exception, 1, 0", "exception within a request, 1, 0",
			"shutdown hooks of the application, 0, 2", "threads of requests, 0, 1", "end of the application, 0, 0" })
	void endWhenTheApplicationWantsItThenIsNotDelayed(String way, int code, int worked) throws Exception {
		ForkedJvm.Ended ended = ForkedJvm
			.start(List.of("-javaagent:" + agent, "--add-opens=java.base/java.lang=ALL-UNNAMED", "-cp",
					System.getProperty("java.class.path"), ExitProbe.class.getName(), way), Map.of());
		assertThat(ended.code()).as(String.join("\n", ended.lines())).isEqualTo(code);
		assertThat(ended.lines()).anyMatch((line) -> line.startsWith("> state on by -javaagent"))
			.contains("> shutdown hooks of ours []", "> threads of ours []");
		assertThat(ended.lines().stream().filter("> worked"::equals)).hasSize(worked);
		assertThat(ended.lines().contains("> refused")).isEqualTo(way.contains("expression"));
	}

}
