package io.github.raspspring.carrier.jvm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The layouts in which applications are started, and surroundings that are in the way:
 * the application starts, and what is not judged is told.
 */
class LayoutTests {

	/** What Spring Boot needs itself. */
	private static final String MODULES = "--limit-modules=java.base,java.logging,java.desktop,java.naming,"
			+ "java.management,java.sql,java.xml,jdk.unsupported";

	private static final String JUDGED = "> process refused, ran";

	private static final String NOT_JUDGED = "> process ran, ran";

	@TempDir
	private static Path folder;

	private static Path executable;

	private static Path exploded;

	private static Path extracted;

	private static Path agent;

	@BeforeAll
	static void pack() throws Exception {
		exploded = BootJar.explode(folder.resolve("exploded"));
		executable = BootJar.pack(exploded, folder.resolve("shop.jar"));
		extracted = BootJar.extract(executable, folder.resolve("extracted"));
		agent = BootJar.agent(folder.resolve("agent"));
	}

	@ParameterizedTest
	@CsvSource({ "executable, manifest, on by Launcher-Agent-Class", "executable, javaagent, on by -javaagent",
			"extracted, manifest, on by Launcher-Agent-Class", "extracted, javaagent, on by -javaagent",
			"exploded, javaagent, on by -javaagent", "exploded, self-attach, on by self-attach",
			"classes, javaagent, on by -javaagent", "classes, self-attach, on by self-attach" })
	void startWhenTheLayoutCarriesTheRouteThenIsHooked(String layout, String route, String state) throws Exception {
		List<String> lines = run(route, layout, List.of(), Map.of());
		assertThat(lines).anyMatch((line) -> line.startsWith("> state " + state))
			.contains(JUDGED, "> file refused, ran", "> advice ");
		assertThat(lines).noneMatch((line) -> line.contains("WARN") && line.contains("judged"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "exploded", "classes" })
	void startWhenTheLayoutCarriesNoRouteThenTheGapIsTold(String layout) throws Exception {
		List<String> lines = run("manifest", layout, List.of(), Map.of());
		assertThat(lines).anyMatch((line) -> line.startsWith("> state off: the JVM was started without -javaagent"))
			.anyMatch((line) -> line.startsWith("> advice Hooks of the JVM would judge most of it"))
			.contains(NOT_JUDGED, "> file ran, ran");
		assertThat(lines).noneMatch((line) -> line.contains("WARN"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "-XX:+DisableAttachMechanism", "-XX:-EnableDynamicAgentLoading",
			"-Djava.io.tmpdir=/proc/none", MODULES })
	void startWhenAttachIsInTheWayThenIsWarnedOnce(String option) throws Exception {
		List<String> lines = run("self-attach", "classes", List.of(), Map.of("JDK_JAVA_OPTIONS", option));
		assertThat(lines).anyMatch((line) -> line.startsWith("> state off: ")).contains(NOT_JUDGED);
		assertThat(warnings(lines)).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "-XX:+DisableAttachMechanism", "-XX:-EnableDynamicAgentLoading",
			"-Djava.io.tmpdir=/proc/none", MODULES + ",java.instrument" })
	void startWhenNothingNeedsToBeAttachedThenIsHookedAllTheSame(String option) throws Exception {
		List<String> lines = run("manifest", "executable", List.of(), Map.of("JDK_JAVA_OPTIONS", option));
		assertThat(lines).anyMatch((line) -> line.startsWith("> state on by Launcher-Agent-Class")).contains(JUDGED);
		assertThat(warnings(lines)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "executable", "classes" })
	void startWhenTheModuleOfAgentsIsMissingThenIsWarnedOnce(String layout) throws Exception {
		List<String> lines = run("manifest", layout, List.of(), Map.of("JDK_JAVA_OPTIONS", MODULES));
		assertThat(lines).contains("> state off: the JVM has no module java.instrument", NOT_JUDGED);
		assertThat(warnings(lines)).hasSize(1);
	}

	@Test
	void startWhenAClassCannotBeChangedThenTheRestIsHookedAndTheGapIsTold() throws Exception {
		List<String> lines = run("javaagent", "classes", List.of("broken"), Map.of());
		assertThat(lines).anyMatch((line) -> line.startsWith("> state on by -javaagent"))
			.anyMatch((line) -> line.startsWith("> gap java.io.RandomAccessFile could not be hooked: "))
			.contains(JUDGED, "> file refused, ran");
		assertThat(warnings(lines)).hasSize(1).allMatch((line) -> line.contains("java.io.RandomAccessFile"));
	}

	private static List<String> run(String route, String layout, List<String> arguments,
			Map<String, String> environment) throws Exception {
		List<String> command = new ArrayList<>();
		if (route.equals("javaagent")) {
			command.add("-javaagent:" + agent);
		}
		command.addAll(switch (layout) {
			case "executable" -> List.of("-jar", executable.toString());
			case "extracted" -> List.of("-jar", extracted.toString());
			case "exploded" -> List.of("-cp", exploded.toString(), BootJar.LAUNCHER);
			default -> List.of("-cp", System.getProperty("java.class.path"), LayoutProbe.class.getName());
		});
		Stream.concat(arguments.stream(), Stream.of(route)).limit(1).forEach(command::add);
		ForkedJvm.Ended ended = ForkedJvm.start(command, environment);
		assertThat(ended.code()).as(String.join("\n", ended.lines())).isZero();
		return ended.lines();
	}

	private static List<String> warnings(List<String> lines) {
		return lines.stream().filter((line) -> line.contains("WARN") && line.contains("rasp")).toList();
	}

}
