package io.github.raspspring.attack.path;

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
 * Tests for {@link PathTraversalDetector}.
 */
class PathTraversalDetectorTests {

	private final Judgement judgement = Judgement.by(new PathTraversalDetector());

	static Stream<String> attacks() {
		return Corpus.read("path-traversal/attacks.txt").stream();
	}

	static Stream<String> whole() {
		return Corpus.read("path-traversal/whole.txt").stream();
	}

	static Stream<String> benign() {
		return Corpus.read("path-traversal/benign.txt").stream();
	}

	@ParameterizedTest
	@MethodSource({ "attacks", "whole" })
	void detectWhenPathLeavesItsFolderThenRefuses(String payload) {
		assertThat(this.judgement.refuses(payload)).isTrue();
	}

	@ParameterizedTest
	@MethodSource("benign")
	void detectWhenTextOnlyLooksLikePathThenPasses(String text) {
		assertThat(this.judgement.refuses(text)).isFalse();
	}

	@ParameterizedTest
	@MethodSource("attacks")
	void detectWhenAttackStandsInLongTextThenKeepsItsJudgement(String payload) {
		assertThat(this.judgement.refuses(payload + " " + "lorem ipsum ".repeat(1700))).isTrue();
		assertThat(this.judgement.refuses("lorem ipsum ".repeat(1700) + payload)).isTrue();
	}

	@Test
	void detectWhenOneStepUpInFileParameterThenRefuses() {
		assertThat(this.judgement.at(InputLocation.QUERY, "file").refuses("../secret.txt")).isTrue();
		assertThat(this.judgement.at(InputLocation.JSON, "/export/fileName").refuses("../secret.txt")).isTrue();
		assertThat(this.judgement.at(InputLocation.MULTIPART, "upload").refuses("../x.jsp")).isTrue();
		assertThat(this.judgement.at(InputLocation.PATH, "").refuses("/a/../../b")).isTrue();
	}

	@Test
	void detectWhenOneStepUpElsewhereThenIsWeak() {
		List<Finding> findings = this.judgement.of("../secret.txt");
		assertThat(findings).singleElement().extracting(Finding::confidence).isEqualTo(Confidence.WEAK);
	}

	@Test
	void detectWhenOneStepUpWasEncodedThenRefuses() {
		assertThat(this.judgement.of("..%2Fsecret.txt")).extracting(Finding::confidence).contains(Confidence.STRONG);
	}

	@Test
	void detectWhenFolderOfContainerIsRequestedThenRefuses() {
		assertThat(this.judgement.at(InputLocation.PATH, "").refuses("/WEB-INF/")).isTrue();
		assertThat(this.judgement.at(InputLocation.PATH, "").refuses("/.git/HEAD")).isTrue();
		assertThat(this.judgement.at(InputLocation.PATH, "").refuses("/.env")).isTrue();
	}

	@Test
	void detectWhenSystemFileIsMentionedInSentenceThenIsWeak() {
		assertThat(this.judgement.of("The file /etc/passwd lists the accounts")).singleElement()
			.extracting(Finding::confidence)
			.isEqualTo(Confidence.WEAK);
	}

	@Test
	void detectWhenTextIsHostileThenEnds() {
		for (String unit : List.of("../", "(", "%", "%c0", "%%", "..", "/", "\\", "?", "0x2e", "\0", "\uD800", "%25",
				"a/", "C:", "file:")) {
			this.judgement.of(unit.repeat(1_000_000 / unit.length()));
		}
		this.judgement.of("");
	}

}
