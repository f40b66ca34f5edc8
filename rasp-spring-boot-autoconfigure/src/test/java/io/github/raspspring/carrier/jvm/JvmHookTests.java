package io.github.raspspring.carrier.jvm;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.raspspring.carrier.jvm.hook.KnownHooks;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.sink.SinkRequests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Calls that pass no bean of Spring, in JVMs that are hooked.
 */
class JvmHookTests {

	private static final Map<String, List<String>> LINES = new ConcurrentHashMap<>();

	@ParameterizedTest(name = "{0}")
	@MethodSource("cases")
	void callWhenInputIsAnAttackThenIsRefusedInBlock(HookCase each) {
		assertThat(outcome("BLOCK", each, "attack")).isEqualTo("refused [" + each.source() + "]");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("cases")
	void callWhenInputIsAnAttackThenIsReportedInMonitor(HookCase each) {
		assertThat(outcome("MONITOR", each, "attack")).startsWith("ran [").contains(each.source());
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("cases")
	void callWhenInputIsHonestThenRuns(HookCase each) {
		assertThat(outcome("BLOCK", each, "honest")).isEqualTo("ran []");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("cases")
	void callWhenThereIsNoRequestThenRuns(HookCase each) {
		assertThat(outcome("BLOCK", each, "outside")).isEqualTo("ran");
	}

	@Test
	void threadsWhenTheyHaveWorkedForRequestsThenAreFree() {
		assertThat(LINES.computeIfAbsent("BLOCK", JvmHookTests::run)).contains("> free\ttrue");
	}

	@ParameterizedTest
	@MethodSource("ways")
	void counterWhenThreadWorksForNobodyThenCountsOnlyThen(String way) {
		// A parallel stream has several threads look up.
		assertThat(LINES.computeIfAbsent("BLOCK", JvmHookTests::run))
			.anyMatch((line) -> line.matches("> counted\t" + Pattern.quote(way) + "\t[1-9]\\d* 0"));
	}

	@ParameterizedTest
	@MethodSource("hooks")
	void hookWhenAllCasesHaveRunThenWasReached(String hook) {
		assertThat(LINES.computeIfAbsent("BLOCK", JvmHookTests::run)).contains("> reached\t" + hook);
	}

	private static Stream<String> hooks() {
		return KnownHooks.create(new SinkRequests(EnforcementMode.BLOCK).guard()).stream().map(JvmHook::name);
	}

	private static Stream<String> ways() {
		return ThreadCase.ways().keySet().stream();
	}

	private static Stream<Arguments> cases() throws Exception {
		return HookCases.all().stream().map(Arguments::of);
	}

	private static String outcome(String mode, HookCase each, String situation) {
		String start = "> " + each.name() + "\t" + situation + "\t" + each.source() + "\t";
		List<String> lines = LINES.computeIfAbsent(mode, JvmHookTests::run);
		return lines.stream()
			.filter((line) -> line.startsWith(start))
			.findFirst()
			.map((line) -> line.substring(start.length()))
			.orElseThrow(() -> new AssertionError(String.join("\n", lines)));
	}

	private static List<String> run(String mode) {
		try {
			// Structured concurrency is a preview.
			return ForkedJvm.hooked(List.of("--enable-preview"), HookProbe.class, mode);
		}
		catch (Exception ex) {
			throw new AssertionError(ex);
		}
	}

}
