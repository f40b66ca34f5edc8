package io.github.raspspring.carrier.jvm;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Attacks that the world has seen, for real: each succeeds where nothing protects the
 * application, is stopped in mode block and reported in mode monitor, and leaves the
 * honest use of the library alone.
 */
class KnownAttackTests {

	private static final Map<String, List<String>> LINES = new ConcurrentHashMap<>();

	@ParameterizedTest
	@MethodSource("names")
	void attackWhenKnownThenIsStoppedWhereItRuns(String attack) {
		assertThat(outcome("OFF", attack, "attack")).isEqualTo("damage ran []");
		assertThat(outcome("BLOCK", attack, "attack")).startsWith("none ").contains("-sink");
		assertThat(outcome("MONITOR", attack, "attack")).startsWith("damage ran").contains("-sink");
		assertThat(outcome("BLOCK", attack, "honest")).isEqualTo("none ran []");
	}

	/** JVMs from 24 on fetch no code for directories whatever they are told. */
	private static Stream<String> names() {
		Stream<String> always = Stream.of("Log4Shell", "Log4Shell with an object", "commons-collections",
				"commons-beanutils", "Groovy chain", "spring-core chain", "XSLT", "SnakeYAML", "XStream", "fastjson",
				"Jackson", "Text4Shell", "H2 URL", "H2 RUNSCRIPT", "H2 console", "PostgreSQL socketFactory",
				"MySQL autoDeserialize", "FreeMarker", "Velocity", "Thymeleaf", "Groovy template", "SpEL in a header",
				"XXE", "XXE by SAX", "XXE by StAX", "XXE by TrAX", "XXE by XPath", "XXE by a schema",
				"XXE by events of StAX", "XXE by a validator", "XXE by a stylesheet", "Zip slip");
		boolean codebases = Runtime.version().feature() < 24;
		return codebases ? Stream.concat(always, Stream.of("Log4Shell with code")) : always;
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
		List<String> options = Stream.of(ProxyChains.OPENED, EvilDirectory.TRUSTED).flatMap(List::stream).toList();
		try {
			return ForkedJvm.hooked(options, KnownAttackProbe.class, mode);
		}
		catch (Exception ex) {
			throw new AssertionError(ex);
		}
	}

}
