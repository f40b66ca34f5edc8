package io.github.raspspring.attack.path;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

import io.github.raspspring.attack.SinkCorpus;
import io.github.raspspring.carrier.RaspGuards;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.SinkBlockedException;
import io.github.raspspring.sink.SinkInputs;
import io.github.raspspring.sink.SinkRequests;
import io.github.raspspring.sink.SinkVerdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link FileJudge}.
 */
class FileJudgeTests {

	private final FileJudge judge = new FileJudge(FileJudge.EXECUTABLE_EXTENSIONS);

	private final SinkRequests requests = new SinkRequests(EnforcementMode.BLOCK, this.judge);

	@ParameterizedTest
	@MethodSource("attacks")
	void judgeWhenInputLeavesFolderThenSeesIt(String operation, String path, String input) {
		assertThat(judge(operation, path, input)).isNotNull();
	}

	@ParameterizedTest
	@MethodSource("benign")
	void judgeWhenInputStaysBelowFolderThenSafe(String operation, String path, String input) {
		assertThat(judge(operation, path, input)).isNull();
	}

	@Test
	void judgeWhenFolderIsKnownFromOtherRequestsThenInputCoincides() {
		assertThat(judge("read", "/data/covers/dune.txt", "dune")).isNull();
		assertThat(judge("read", "/data/covers/dune.txt", "/data")).isNull();
		assertThat(judge("read", "/etc/passwd", "/etc/passwd")).isNotNull();
	}

	@Test
	void judgeWhenFileIsKnownFromOtherRequestsThenExtensionCoincides() {
		assertThat(judge("write", "/data/jobs/nightly.sh", "dune")).isNull();
		assertThat(judge("write", "/data/jobs/nightly.sh", "sh")).isNull();
		assertThat(judge("write", "/data/jobs/weekly.sh", "sh")).isNotNull();
	}

	@Test
	void judgeWhenExtensionsAreNotRefusedThenWrites() {
		SinkInputs inputs = this.requests.inputs("a.jsp");
		assertThat(new FileJudge(Set.of()).judge(new FileCall("write", "uploads/a.jsp", true), inputs)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "../x", "a/../../x", "/etc/cron.d/x", "..\\x", "C:\\x", "\\\\host\\x", "x.jsp" })
	void checkArchiveEntryWhenItLeavesFolderThenBlocked(String entry) {
		RaspGuards guards = new RaspGuards(this.requests.guard());
		try (InspectionScope.Binding request = this.requests.serve("upload")) {
			assertThatExceptionOfType(SinkBlockedException.class)
				.isThrownBy(() -> guards.checkArchiveEntry(Path.of("/data/in"), entry));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "a/b/c.txt", "a/../b", "./a", "..a", "a.." })
	void checkArchiveEntryWhenItStaysThenPasses(String entry) {
		RaspGuards guards = new RaspGuards(this.requests.guard());
		try (InspectionScope.Binding request = this.requests.serve("upload")) {
			assertThatNoException().isThrownBy(() -> guards.checkArchiveEntry(Path.of("/data/in"), entry));
		}
	}

	private @Nullable SinkVerdict judge(String operation, String path, String input) {
		String complete = path.replace("{strip}", input.replace("../", "")).replace("{}", input);
		return this.judge.judge(new FileCall(operation, complete, operation.equals("write")),
				this.requests.inputs(input));
	}

	private static Stream<Arguments> attacks() {
		return SinkCorpus.read("file-sink/attacks.txt");
	}

	private static Stream<Arguments> benign() {
		return SinkCorpus.read("file-sink/benign.txt");
	}

}
