package io.github.raspspring.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.raspspring.attack.command.CommandInjectionDetector;
import io.github.raspspring.autoconfigure.FamilyTraits;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.ValueDetector;
import io.github.raspspring.engine.ValueView;
import io.github.raspspring.inspect.PlacementBits;
import io.github.raspspring.text.TraitReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The traits by which texts are kept away from a detector must never hide what it would
 * have found. One exception is meant: the name of a command at the start of a text
 * without any sign of a shell is weak, and not worth a look at each text.
 */
class PrefilterTests {

	private static final TraitReader TRAITS = FamilyTraits.reader();

	private static final int SEEDS = 6;

	private static final int TEXTS = 5_000;

	static final List<String> PIECES = List.of("'", "\"", "`", " ", "\t", "\n", "\r\n", "(", ")", "1", "0x2", "or",
			"AND", "not", "=", "<>", "<", ">", "like", "is", "null", "in", "union", "select", "from", "users", "where",
			"order", "by", "into", "outfile", "case", "when", "--", "#", "/*", "*/", ";", "drop", "table", "exec", "@",
			"@@version", "waitfor", "delay", "sleep", "chr(1)", "||", "&&", "|", "+", "-", "*", ",", ".", "..", "/",
			"\\", "etc", "passwd", "name", "if", "x", "$", ":", "[", "]", "{", "}", "!", "~", "%", "%0a", "call",
			"script", "img", "onerror", "src", "javascript", "jndi", "ldap", "lower", "id", "cat", "whoami", "ping",
			"127.0.0.1", "localhost", "http", "file", "ne", "regex", "where", "uid", "objectClass", "ENTITY", "SYSTEM",
			"DOCTYPE", "xi:include", "rO0ABXNy", "H4sI", "java.lang.Runtime", "T", "new", "class", "Set-Cookie",
			"Location", "exec cmd", "include", "esi", "text()", "//", "position()", "\u00AC\u00ED\0\u0005", "\uFF1C",
			"\u560A", "\uD800", "\0", "${", "#{", "{{", "}}", "<%", "%>", "<!--", "-->", "__", "::", "return", "this",
			"true", "2130706433", "c:", "windows", "web.xml", "?", "^", "_", "@type", "!!");

	private static final List<ValueDetector> DETECTORS = Judgement.byAll().detectors();

	static Stream<ValueDetector> detectors() {
		return DETECTORS.stream();
	}

	static Stream<Arguments> detectorsAndSeeds() {
		return detectors().flatMap((detector) -> IntStream.rangeClosed(1, SEEDS)
			.mapToObj((seed) -> Arguments.argumentSet(detector.name() + " " + seed, detector, seed)));
	}

	@ParameterizedTest
	@MethodSource("detectors")
	void triggersWhenAnythingIsFoundInOwnTextsThenMeetTraits(ValueDetector detector) {
		for (AttackClass type : AttackClass.values()) {
			type.ownAttacks().forEach((text) -> assertNotHidden(detector, text));
			type.ownBenign().forEach((text) -> assertNotHidden(detector, text));
		}
	}

	@ParameterizedTest
	@MethodSource("detectors")
	void triggersWhenAnythingIsFoundInMutatedTextsThenMeetTraits(ValueDetector detector) {
		Mutation[] mutations = Arrays.stream(Mutation.values())
			.filter((mutation) -> !mutation.name().startsWith("PADDING"))
			.toArray(Mutation[]::new);
		for (AttackClass type : AttackClass.values()) {
			for (String attack : type.ownAttacks()) {
				for (Mutation mutation : mutations) {
					assertNotHidden(detector, mutation.of(attack));
				}
			}
		}
	}

	@ParameterizedTest
	@MethodSource("detectors")
	void triggersWhenAnythingIsFoundInDevelopmentListsThenMeetTraits(ValueDetector detector) {
		assumeTrue(DevelopmentLists.present(), "the development lists are not present");
		DevelopmentLists.samples().forEach((sample) -> assertNotHidden(detector, sample.text()));
	}

	@ParameterizedTest
	@MethodSource("detectorsAndSeeds")
	void triggersWhenAnythingIsFoundInRandomTextThenMeetTraits(ValueDetector detector, int seed) {
		Random random = new Random(seed);
		for (int i = 0; i < TEXTS; i++) {
			StringBuilder text = new StringBuilder();
			int pieces = 1 + random.nextInt(12);
			for (int j = 0; j < pieces; j++) {
				text.append(PIECES.get(random.nextInt(PIECES.size())));
				text.append((random.nextInt(3) == 0) ? " " : "");
			}
			assertNotHidden(detector, text.toString());
		}
	}

	private static void assertNotHidden(ValueDetector detector, String text) {
		long traits = TRAITS.read(text);
		for (InputValue value : placements(text)) {
			if (((traits | PlacementBits.of(value)) & detector.triggers()) == 0) {
				List<Finding> hidden = findings(detector, value);
				assertThat(Judgement.refuses(hidden)).as("%s in %s", detector.name(), text).isFalse();
				if (!(detector instanceof CommandInjectionDetector)) {
					assertThat(hidden).as("%s in %s", detector.name(), text).isEmpty();
				}
			}
		}
	}

	private static List<InputValue> placements(String text) {
		return List.of(new InputValue(InputLocation.QUERY, "url", text),
				new InputValue(InputLocation.HEADER, "user-agent", text),
				new InputValue(InputLocation.GRAPHQL, "query", text), InputValue.ofName(InputLocation.QUERY, text));
	}

	private static List<Finding> findings(ValueDetector detector, InputValue value) {
		List<Finding> findings = new ArrayList<>();
		if (detector.supports(value)) {
			detector.detect(ValueView.asArrived(value), findings::add);
		}
		return findings;
	}

}
