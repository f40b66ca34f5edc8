package io.github.raspspring.carrier.jvm;

import java.io.File;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The ways in which a JVM comes to have the agent, and those in which it does not.
 */
class RouteTests {

	@Test
	void stateWhenStartedWithAgentThenTellsSo() throws Exception {
		assertThat(ForkedJvm.hooked(List.of(), RouteProbe.class, "false"))
			.anyMatch((line) -> line.matches("> state on by -javaagent, installed in \\d+ ms"))
			.contains("> attack refused [process-sink]", "> honest ran []", "> untold []", "> threads 0",
					"> opened false");
	}

	@Test
	void stateWhenStartedWithoutAgentThenNothingIsHooked() throws Exception {
		assertThat(ForkedJvm.run(List.of(), RouteProbe.class, "false"))
			.contains("> state off: the JVM was started without -javaagent and without Launcher-Agent-Class, "
					+ "and rasp.sinks.self-attach is false", "> attack ran []")
			.noneMatch((line) -> line.contains("WARN"));
	}

	@Test
	void stateWhenAttachedByItselfThenIsHooked() throws Exception {
		assertThat(ForkedJvm.run(List.of(), RouteProbe.class, "true"))
			.anyMatch((line) -> line.startsWith("> state on by self-attach"))
			.contains("> attack refused [process-sink]", "> honest ran []");
	}

	@ParameterizedTest
	@CsvSource({ "-XX:+DisableAttachMechanism", "-Djava.io.tmpdir=/proc/none" })
	void stateWhenAttachIsRefusedThenWarnsOnceAndGoesOn(String option) throws Exception {
		List<String> lines = ForkedJvm.run(List.of(option), RouteProbe.class, "true");
		assertThat(lines).anyMatch((line) -> line.startsWith("> state off: "))
			.contains("> attack ran []", "> honest ran []");
		assertThat(lines.stream().filter((line) -> line.contains(" WARN rasp "))).hasSize(1);
	}

	@Test
	void stateWhenThereIsAnotherAgentThenBothWork(@TempDir Path folder) throws Exception {
		File jacoco = new File("target/vulnerable/org.jacoco.agent-0.8.14-runtime.jar");
		Path report = folder.resolve("jacoco.exec");
		String other = "-javaagent:" + jacoco.getAbsolutePath() + "=destfile=" + report;
		assertThat(ForkedJvm.hooked(List.of(other), RouteProbe.class, "false"))
			.contains("> attack refused [process-sink]", "> honest ran []");
		assertThat(report).isNotEmptyFile();
	}

	@Test
	void stateWhenOpenTelemetryIsThereThenBothWork() throws Exception {
		File telemetry = new File("target/vulnerable/opentelemetry-javaagent-2.10.0.jar");
		List<String> options = List.of("-javaagent:" + telemetry.getAbsolutePath(), "-Dotel.traces.exporter=none",
				"-Dotel.metrics.exporter=none", "-Dotel.logs.exporter=none");
		assertThat(ForkedJvm.hooked(options, RouteProbe.class, "false"))
			.anyMatch((line) -> line.contains("opentelemetry-javaagent - version: 2.10.0"))
			.contains("> attack refused [process-sink]", "> honest ran []");
	}

	@Test
	void classWhenItsFileIsJudgedByItselfThenIsLoadedOnce() throws Exception {
		assertThat(ForkedJvm.hooked(List.of(), ClassLoadingProbe.class)).contains("> loaded 7");
	}

}
