package io.github.raspspring.attack.xml;

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
 * Tests for {@link XmlExternalEntityDetector}.
 */
class XmlExternalEntityDetectorTests {

	private final Judgement judgement = Judgement.by(new XmlExternalEntityDetector());

	static Stream<String> attacks() {
		return Corpus.read("xml-external-entity/attacks.txt").stream();
	}

	static Stream<String> benign() {
		return Corpus.read("xml-external-entity/benign.txt").stream();
	}

	@ParameterizedTest
	@MethodSource("attacks")
	void detectWhenResourceIsDeclaredThenRefuses(String payload) {
		assertThat(this.judgement.refuses(payload)).isTrue();
	}

	@ParameterizedTest
	@MethodSource("benign")
	void detectWhenMarkupIsHarmlessThenPasses(String text) {
		assertThat(this.judgement.refuses(text)).isFalse();
	}

	@ParameterizedTest
	@MethodSource("attacks")
	void detectWhenAttackIsFollowedByLongTextThenKeepsItsJudgement(String payload) {
		assertThat(this.judgement.refuses(payload + " " + "lorem ipsum ".repeat(1700))).isTrue();
	}

	@ParameterizedTest
	@MethodSource("attacks")
	void detectWhenLongTextComesFirstThenKeepsItsJudgement(String payload) {
		assertThat(this.judgement.refuses("lorem ipsum ".repeat(1700) + payload)).isTrue();
	}

	@Test
	void detectWhenBodyIsXmlThenDocumentTypeIsCertain() {
		assertThat(this.judgement.at(InputLocation.XML, "").of("<!DOCTYPE r SYSTEM 'x'><r/>")).singleElement()
			.extracting(Finding::confidence)
			.isEqualTo(Confidence.CERTAIN);
	}

	@Test
	void detectWhenTextIsHostileThenEnds() {
		for (String unit : List.of("<", "<!", "<!DOCTYPE ", "<!DOCTYPE a ", "<!ENTITY ", "<!ENTITY a ", "<?xml ",
				"<a:include ", "<!DOCTYPE html SYSTEM \"about:legacy-compat\" ", "<\0", "\0", "+", "w", "(",
				"\uD800")) {
			this.judgement.of(unit.repeat(1_000_000 / unit.length()));
		}
		this.judgement.of("");
	}

}
