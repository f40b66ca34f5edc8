package io.github.raspspring.carrier.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.github.raspspring.carrier.jvm.hook.KnownHooks;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.sink.SinkRequests;
import io.github.raspspring.sink.UnattributedCalls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is hooked, told without hooking anything.
 */
class HookTableTests {

	private final SinkRequests requests = new SinkRequests(EnforcementMode.BLOCK);

	private final List<JvmHook> hooks = KnownHooks.create(this.requests.guard());

	private final HookTable table = new HookTable(this.hooks, TaskPoints.all());

	@ParameterizedTest
	@CsvSource({ "java/lang/ProcessImpl, 2", "java/util/concurrent/FutureTask, 2", "ognl/Ognl, 1" })
	void ofWhenClassIsHookedThenReturnsItsPoints(String type, int points) {
		assertThat(this.table.of(type)).hasSize(points);
	}

	@ParameterizedTest
	@CsvSource({ "java/lang/String", "java/lang/ProcessBuilder", "com/shop/ProcessImpl", "ognl/OgnlContext" })
	void ofWhenClassIsNotHookedThenIsLeftAlone(String type) {
		assertThat(this.table.of(type)).isNull();
	}

	@Test
	void fingerprintWhenTableIsTheSameThenIsTheSame() {
		HookTable same = new HookTable(KnownHooks.create(this.requests.guard()), TaskPoints.all());
		assertThat(this.table.fingerprint()).isEqualTo(same.fingerprint())
			.isNotEqualTo(new HookTable(this.hooks, List.of()).fingerprint());
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"',
			value = { "(Ljava/io/File;)V, true", "(Ljava/lang/String;)V, false", "(Ljava/io/File;Z)V, false" })
	void matchesWhenParametersAreExactThenOnlyThese(String descriptor, boolean matches) {
		HookPoint point = HookPoint.of("java.io.FileInputStream", "<init>", "Ljava/io/File;", 1);
		assertThat(point.matches("<init>", descriptor)).isEqualTo(matches);
		assertThat(point.matches("read", descriptor)).isFalse();
	}

	@Test
	void carriersWhenTheyDecideNothingThenAreShort() throws IOException {
		try (Stream<Path> sources = Files.list(Path.of("src/main/java/io/github/raspspring/carrier/jvm/hook"))) {
			assertThat(sources).hasSizeGreaterThan(30).allSatisfy((source) -> {
				assertThat(Files.readAllLines(source)).hasSizeLessThan(80);
			});
		}
	}

	@Test
	void transformWhenBytesAreNoClassThenClassStaysAndIsTold() {
		HookTransformer transformer = new HookTransformer(this.table);
		assertThat(transformer.transform(null, "java/io/File", null, null, new byte[] { 1, 2, 3 })).isNull();
		assertThat(transformer.failed()).containsOnlyKeys("java/io/File");
	}

	@Test
	void stateWhenThereIsNoAgentThenIsToldAndNothingIsCarried() {
		JvmHooks installer = new JvmHooks(this.requests.scope(), this.requests.guard(), this.requests.limits(),
				new UnattributedCalls(), this.hooks, false);
		installer.afterSingletonsInstantiated();
		assertThat(installer.state()).containsEntry("jvm-hooks", "off: the JVM was started without "
				+ "-javaagent and without Launcher-Agent-Class, and rasp.sinks.self-attach is false");
		assertThat(installer.coverage()).isEmpty();
		assertThat(installer.advice()).contains("docs/guides/jvm-hooks.md");
	}

}
