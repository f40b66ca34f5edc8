package io.github.raspspring.carrier.serial;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.sink.SinkRequests;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SerialFilterInstaller}, each in a JVM of its own: the filter of a JVM
 * can be set only once.
 */
class SerialFilterInstallerTests {

	@ParameterizedTest
	@CsvSource({ "-Djdk.serialFilter=maxdepth=7, false, of the application's own",
			"-Dunrelated=true, true, a filter of their own" })
	void installWhenApplicationHasFilterThenIsLeftAlone(String option, boolean carried, String open) throws Exception {
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		Process process = new ProcessBuilder(java, option, "-cp", System.getProperty("java.class.path"),
				Main.class.getName())
			.redirectErrorStream(true)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(output).isZero();
		assertThat(output).contains("carried " + carried).contains(open);
	}

	/**
	 * Installs the filter and tells what came of it.
	 */
	static final class Main {

		private Main() {
		}

		public static void main(String[] args) {
			SerialFilterInstaller installer = new SerialFilterInstaller(
					new SinkRequests(EnforcementMode.BLOCK).guard());
			installer.afterSingletonsInstantiated();
			System.out.println("carried " + installer.coverage().get(0).carried());
			System.out.println(installer.coverage().get(0).open());
		}

	}

}
