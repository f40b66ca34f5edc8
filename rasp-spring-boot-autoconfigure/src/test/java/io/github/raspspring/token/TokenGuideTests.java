package io.github.raspspring.token;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.raspspring.autoconfigure.token.RaspTokenProperties;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.EnforcementMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.context.properties.bind.Binder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The guide lists every check as it is in the code.
 */
class TokenGuideTests {

	private static final String SECTIONS = "( §\\d+(\\.\\d+)*(, §\\d+(\\.\\d+)*)*)";

	private static final String STANDARD = "(RFC \\d{4}(bis)?" + SECTIONS
			+ "|ASVS \\d+\\.\\d\\.\\d(, \\d+\\.\\d\\.\\d)*|OWASP API\\d+|local policy)";

	private static final Pattern STANDARDS = Pattern.compile(STANDARD + "(, " + STANDARD + ")*");

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
			assertThat(row[4]).matches(STANDARDS);
			assertThat(row[5]).isIn("`token." + id + "`", "`" + id + "." + id + "`");
		});
	}

	@Test
	void noRowIsWithoutCheck() throws IOException {
		assertThat(rows()).hasSize(TokenCheck.values().length);
	}

	@Test
	void defaultsAreThoseOfTheProperties() throws IOException {
		RaspTokenProperties properties = new Binder(List.of()).bindOrCreate("rasp.token", RaspTokenProperties.class);
		assertThat(defaultOf("too-long")).isEqualTo(properties.maximumLength() + " characters");
		assertThat(defaultOf("too-many-refusals")).isEqualTo(properties.refusalsPerMinute() + " a minute");
		assertThat(defaultOf("lifetime-too-long")).isEqualTo(properties.maximumLifetime().toHours() + " hours");
		assertThat(properties.maximumAge()).isNull();
		assertThat(List.of(properties.issuers(), properties.audiences(), properties.requiredClaims(),
				properties.deniedClaims(), properties.claims().keySet(), properties.routes()))
			.allSatisfy((setting) -> assertThat(setting).isEmpty());
		assertThat(properties.behavior().mode()).isEqualTo(EnforcementMode.MONITOR);
		assertThat(properties.mode()).isEqualTo(EnforcementMode.BLOCK);
	}

	private static String defaultOf(String check) throws IOException {
		return rows().filter((row) -> row[1].equals("`" + check + "`")).findFirst().orElseThrow()[3];
	}

	private static Stream<String[]> rows() throws IOException {
		return Files.readAllLines(Path.of("../docs/guides/tokens.md"))
			.stream()
			.filter((line) -> line.startsWith("| `"))
			.map((line) -> line.split("\\s*\\|\\s*"));
	}

}
