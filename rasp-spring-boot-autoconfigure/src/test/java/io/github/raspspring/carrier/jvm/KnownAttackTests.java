package io.github.raspspring.carrier.jvm;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Attacks that the world has seen, for real: each succeeds where nothing protects the
 * application, is stopped in mode block and reported in mode monitor, and leaves the
 * honest use of the library alone.
 */
class KnownAttackTests {

	private static final Map<String, List<String>> LINES = new ConcurrentHashMap<>();

	@ParameterizedTest
	@ValueSource(strings = { "Log4Shell", "commons-collections", "commons-beanutils", "SnakeYAML", "fastjson",
			"Text4Shell", "H2 URL", "PostgreSQL socketFactory", "FreeMarker", "Velocity", "SpEL in a header", "XXE",
			"Zip slip" })
	void attackWhenKnownThenIsStoppedWhereItRuns(String attack) {
		assertThat(outcome("OFF", attack, "attack")).isEqualTo("damage ran []");
		assertThat(outcome("BLOCK", attack, "attack")).startsWith("none ").contains("-sink");
		assertThat(outcome("MONITOR", attack, "attack")).startsWith("damage ran").contains("-sink");
		assertThat(outcome("BLOCK", attack, "honest")).isEqualTo("none ran []");
	}

	private static String outcome(String mode, String attack, String situation) {
		String start = "> " + attack + "\t" + situation + "\t";
		List<String> lines = LINES.computeIfAbsent(mode, KnownAttackTests::run);
		return lines.stream()
			.filter((line) -> line.startsWith(start))
			.findFirst()
			.map((line) -> line.substring(start.length()))
			.orElseThrow(() -> new AssertionError(String.join("\n", lines)));
	}

	private static List<String> run(String mode) {
		try {
			return ForkedJvm.hooked(List.of(), KnownAttackProbe.class, mode);
		}
		catch (Exception ex) {
			throw new AssertionError(ex);
		}
	}

}
