package io.github.raspspring.event.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.raspspring.event.EventSamples;
import io.github.raspspring.event.form.PlainForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A process that is killed while it writes leaves a file that is whole up to its last
 * whole line, and another one goes on with it.
 */
class KilledProcessTests {

	@TempDir
	Path folder;

	@Test
	void verifyWhenProcessWasKilledThenIsIntactUpToTheLastWholeLine() throws Exception {
		Path path = this.folder.resolve("audit.jsonl");
		Process writer = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx64m", "-cp", System.getProperty("java.class.path"), KilledWriter.class.getName(), path.toString())
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		try (BufferedReader output = new BufferedReader(
				new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
			assertThat(output.readLine()).isEqualTo("busy");
		}
		writer.destroyForcibly().waitFor();
		AuditVerdict verdict = verify(path);
		assertThat(verdict.intact()).isTrue();
		assertThat(verdict.last()).isGreaterThanOrEqualTo(400);
		String text = Files.readString(path);
		text.substring(0, text.lastIndexOf('\n')).lines().forEach((line) -> new JsonMapper().readTree(line));
		try (AuditFile file = new AuditFile(path, null, new AuditLimits(1L << 30, 10), new PlainForm())) {
			file.write(List.of(EventSamples.record("after")));
			assertThat(file.verify().intact()).isTrue();
			assertThat(file.sequence()).isGreaterThan(verdict.last());
		}
	}

	private static AuditVerdict verify(Path path) throws IOException {
		AuditVerifier verifier = new AuditVerifier(new AuditChain(null));
		verifier.open(new AuditFolder(path).files());
		return verifier.verify();
	}

}
