package io.github.raspspring.token;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.github.raspspring.engine.Confidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The guide lists every check as it is in the code.
 */
class TokenGuideTests {

	@ParameterizedTest
	@EnumSource(TokenCheck.class)
	void checkHasItsRow(TokenCheck check) throws IOException {
		String id = check.rule().id();
		List<String[]> rows = rows().filter((row) -> row[1].equals("`" + id + "`")).toList();
		assertThat(rows).singleElement().satisfies((row) -> {
			assertThat(row[2]).isEqualTo(check.rule().explanation());
			assertThat(row[3].equals("recorded")).isEqualTo(check.confidence() == Confidence.WEAK);
			assertThat(row[3].startsWith("monitor"))
				.isEqualTo(check.isBehavior() && check.confidence() != Confidence.WEAK);
			assertThat(row[4]).isNotBlank();
			assertThat(row[5]).isIn("`token." + id + "`", "`" + id + "." + id + "`");
		});
	}

	@Test
	void noRowIsWithoutCheck() throws IOException {
		assertThat(rows()).hasSize(TokenCheck.values().length);
	}

	private static Stream<String[]> rows() throws IOException {
		return Files.readAllLines(Path.of("../docs/guides/tokens.md"))
			.stream()
			.filter((line) -> line.startsWith("| `"))
			.map((line) -> line.split("\\s*\\|\\s*"));
	}

}
