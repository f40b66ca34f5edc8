package io.github.raspspring.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.ValueDetector;
import io.github.raspspring.engine.ValueView;
import io.github.raspspring.text.Traits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The traits by which texts are kept away from the detectors must never hide what one of
 * them would have found.
 */
class PrefilterTests {

	private static final List<String> CORPORA = List.of("sql-injection", "cross-site-scripting", "command-injection",
			"expression-injection", "jndi-injection", "nosql-injection", "ldap-injection", "xpath-injection",
			"xml-external-entity", "deserialization", "header-injection", "server-side-include", "path-traversal",
			"ssrf");

	private static final List<String> PIECES = pieces();

	private static final List<InputValue> PLACES = List.of(new InputValue(InputLocation.QUERY, "q", ""),
			new InputValue(InputLocation.QUERY, "url", ""), new InputValue(InputLocation.JSON, "/@class", ""),
			new InputValue(InputLocation.JSON, "/query", ""), new InputValue(InputLocation.HEADER, "user-agent", ""),
			InputValue.ofName(InputLocation.QUERY, ""));

	@ParameterizedTest
	@MethodSource("corpora")
	void traitsWhenAnythingIsFoundInOwnCorpusThenTriggersAreAmongThem(String corpus) {
		Stream.concat(PayloadFile.read(corpus + "/attacks.txt"), PayloadFile.read(corpus + "/benign.txt"))
			.forEach(PrefilterTests::assertNotHidden);
	}

	static List<String> corpora() {
		return CORPORA;
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void traitsWhenAnythingIsFoundInDevelopmentListsThenTriggersAreAmongThem(boolean attacks) {
		assumeTrue(Corpus.developmentListsPresent(), "the development lists are not present");
		Corpus.developmentSamples()
			.stream()
			.filter((sample) -> sample.attack() == attacks)
			.forEach((sample) -> assertNotHidden(sample.text()));
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6 })
	void traitsWhenAnythingIsFoundInRandomTextThenTriggersAreAmongThem(long seed) {
		Random random = new Random(seed);
		for (int i = 0; i < 10_000; i++) {
			StringBuilder text = new StringBuilder();
			int pieces = 1 + random.nextInt(8);
			for (int j = 0; j < pieces; j++) {
				text.append(PIECES.get(random.nextInt(PIECES.size())));
				text.append((random.nextInt(4) == 0) ? " " : "");
			}
			assertNotHidden(text.toString());
		}
	}

	/**
	 * Everything that attacks of the corpora are made of, cut where the kind of character
	 * changes.
	 */
	private static List<String> pieces() {
		List<String> pieces = new ArrayList<>();
		for (String corpus : CORPORA) {
			for (String attack : PayloadFile.read(corpus + "/attacks.txt").toList()) {
				int start = 0;
				for (int i = 1; i <= attack.length(); i++) {
					if (i == attack.length() || kindOf(attack.charAt(i)) != kindOf(attack.charAt(i - 1))) {
						pieces.add(attack.substring(start, i));
						start = i;
					}
				}
			}
		}
		return pieces;
	}

	private static int kindOf(char c) {
		return Character.isLetter(c) ? 1 : Character.isDigit(c) ? 2 : 3;
	}

	private static void assertNotHidden(String text) {
		long traits = Traits.of(text);
		for (ValueDetector detector : TestDetectors.all()) {
			for (InputValue place : PLACES) {
				InputValue value = new InputValue(place.location(), place.name(), text, place.kind());
				if ((detector.triggers() & (traits | Placement.of(value))) == 0 && detector.supports(value)) {
					List<Finding> hidden = new ArrayList<>();
					detector.detect(ValueView.asArrived(value), hidden::add);
					hidden.removeIf(PrefilterTests::mentionsCommand);
					assertThat(hidden).as("%s", text).isEmpty();
				}
			}
		}
	}

	/**
	 * A command that begins a text, with no sign of a shell: people write so about
	 * commands, and no shell would run it. It isn't worth a pass over every text.
	 */
	private static boolean mentionsCommand(Finding finding) {
		return finding.detector().equals("command-injection") && finding.confidence() == Confidence.WEAK;
	}

}
