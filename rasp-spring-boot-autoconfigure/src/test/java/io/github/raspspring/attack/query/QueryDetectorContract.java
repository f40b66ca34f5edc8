package io.github.raspspring.attack.query;

import java.util.stream.Stream;

import io.github.raspspring.attack.Corpus;
import io.github.raspspring.attack.Judgement;
import io.github.raspspring.engine.ValueDetector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for every detector of a query language: it refuses its attacks, in front of
 * long text too, lets look-alikes pass, and ends whatever the text.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class QueryDetectorContract {

	private static final int MILLION = 1_000_000;

	private final String corpus;

	private final Judgement judgement;

	private final String[] hostile;

	QueryDetectorContract(ValueDetector detector, String... hostile) {
		this.corpus = detector.name();
		this.judgement = Judgement.by(detector);
		this.hostile = hostile;
	}

	Judgement judgement() {
		return this.judgement;
	}

	Stream<String> attacks() {
		return Corpus.read(this.corpus + "/attacks.txt").stream();
	}

	Stream<String> attacksWithinText() {
		return Corpus.withinText(attacks());
	}

	Stream<String> benign() {
		return Corpus.read(this.corpus + "/benign.txt").stream();
	}

	@ParameterizedTest
	@MethodSource("attacks")
	void detectWhenGrammarIsChangedThenRefuses(String payload) {
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
		for (String unit : this.hostile) {
			this.judgement.of(unit.repeat(MILLION / unit.length()));
		}
		this.judgement.of("");
	}

}
