package io.github.raspspring.attack.query;

import java.util.List;
import java.util.stream.Stream;

import io.github.raspspring.attack.Corpus;
import io.github.raspspring.attack.Judgement;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InputLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NoSqlInjectionDetector}.
 */
class NoSqlInjectionDetectorTests {

	private final Judgement judgement = Judgement.by(new NoSqlInjectionDetector());

	static Stream<String> attacks() {
		return Corpus.read("nosql-injection/attacks.txt").stream();
	}

	static Stream<String> attacksWithinText() {
		return Corpus.withinText(attacks());
	}

	static Stream<String> benign() {
		return Corpus.read("nosql-injection/benign.txt").stream();
	}

	@ParameterizedTest
	@MethodSource("attacks")
	void detectWhenQueryGrammarThenRefuses(String payload) {
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
	void detectWhenNameIsOperatorThenRefuses() {
		for (String name : List.of("u[$gt]", "/user/$ne", "$where", "a.$regex", "filter[user][$in][]", "/$or/0/$NE")) {
			assertThat(this.judgement.at(InputLocation.QUERY, name).ofName(name)).extracting(Finding::confidence)
				.anyMatch((confidence) -> confidence != Confidence.WEAK);
		}
	}

	@Test
	void detectWhenNameBelongsToOtherConventionThenPasses() {
		for (String name : List.of("$filter", "$top", "$select", "/$schema", "/$ref", "/$id", "price$", "$", "/$type",
				"/$defs/a", "us$ne", "/events/0/$browser")) {
			assertThat(this.judgement.ofName(name)).isEmpty();
		}
	}

	@Test
	void detectWhenNameIsUpdateOperatorThenIsWeak() {
		assertThat(this.judgement.ofName("/$set")).singleElement()
			.extracting(Finding::confidence)
			.isEqualTo(Confidence.WEAK);
	}

	@Test
	void detectWhenTextIsHostileThenEnds() {
		for (String unit : List.of("$", "$ne", "{\"$", "'", "\"'", "' ;", "(", "{", " ", "1", "1;", "[$", "\uD800",
				"\0", "'}")) {
			this.judgement.of(unit.repeat(1_000_000 / unit.length()));
		}
		this.judgement.of("");
	}

}
