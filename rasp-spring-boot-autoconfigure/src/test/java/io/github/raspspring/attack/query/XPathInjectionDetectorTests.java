package io.github.raspspring.attack.query;

import java.util.List;
import java.util.stream.Stream;

import io.github.raspspring.attack.Corpus;
import io.github.raspspring.attack.Judgement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link XPathInjectionDetector}.
 */
class XPathInjectionDetectorTests {

	private final Judgement judgement = Judgement.by(new XPathInjectionDetector());

	static Stream<String> attacks() {
		return Corpus.read("xpath-injection/attacks.txt").stream();
	}

	static Stream<String> attacksWithinText() {
		return Corpus.withinText(attacks());
	}

	static Stream<String> benign() {
		return Corpus.read("xpath-injection/benign.txt").stream();
	}

	@ParameterizedTest
	@MethodSource("attacks")
	void detectWhenExpressionIsContinuedThenRefuses(String payload) {
		assertThat(this.judgement.refuses(payload)).isTrue();
	}

	@ParameterizedTest
	@MethodSource("benign")
	void detectWhenOrdinaryTextThenPasses(String text) {
		assertThat(this.judgement.refuses(text)).isFalse();
	}

	@ParameterizedTest
	@MethodSource("attacksWithinText")
	void detectWhenAttackIsFollowedByLongTextThenKeepsItsJudgement(String payload) {
		assertThat(this.judgement.refuses(payload + " " + "lorem ipsum ".repeat(1700))).isTrue();
	}

	@Test
	void detectWhenTextIsHostileThenEnds() {
		for (String unit : List.of("(", "'", "\"'", "' or ", "' or \"", "a", "a(", "count(", "]", "']", "::", "a::",
				"\uD800", "\0")) {
			this.judgement.of(unit.repeat(1_000_000 / unit.length()));
		}
		this.judgement.of("");
	}

}
