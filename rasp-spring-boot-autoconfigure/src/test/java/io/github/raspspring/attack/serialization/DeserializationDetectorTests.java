package io.github.raspspring.attack.serialization;

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
 * Tests for {@link DeserializationDetector}.
 */
class DeserializationDetectorTests {

	private final Judgement judgement = Judgement.by(new DeserializationDetector());

	static Stream<String> attacks() {
		return Corpus.read("deserialization/attacks.txt").stream();
	}

	static Stream<String> whole() {
		return Corpus.read("deserialization/whole.txt").stream();
	}

	static Stream<String> benign() {
		return Corpus.read("deserialization/benign.txt").stream();
	}

	@ParameterizedTest
	@MethodSource({ "attacks", "whole" })
	void detectWhenClassesAreChosenThenRefuses(String payload) {
		assertThat(this.judgement.refuses(payload)).isTrue();
	}

	@ParameterizedTest
	@MethodSource("benign")
	void detectWhenTextOnlyLooksLikeObjectThenPasses(String text) {
		assertThat(this.judgement.refuses(text)).isFalse();
	}

	@Test
	void detectWhenTypeMemberNamesClassThenJudgesIt() {
		Judgement type = this.judgement.at(InputLocation.JSON, "/order/@type");
		assertThat(type.refuses("javax.management.BadAttributeValueExpException")).isTrue();
		assertThat(type.refuses("Lcom.sun.rowset.JdbcRowSetImpl;")).isTrue();
		assertThat(type.refuses("java.net.URL")).isTrue();
		assertThat(type.of("Person")).isEmpty();
		assertThat(type.of("https://schema.org/Person")).isEmpty();
		assertThat(type.of("com.example.Order")).singleElement()
			.extracting(Finding::confidence)
			.isEqualTo(Confidence.WEAK);
	}

	@Test
	void detectWhenOtherMemberNamesClassThenPasses() {
		assertThat(this.judgement.at(InputLocation.JSON, "/logger").of("com.example.Foo")).isEmpty();
		assertThat(this.judgement.at(InputLocation.JSON, "/exception").of("java.net.ConnectException")).isEmpty();
	}

	@Test
	void detectWhenTextIsHostileThenEnds() {
		for (String unit : List.of("rO0AB", " rO0ABX", "aced", " H4sI", "!!", "!!a.", "<java.", "\"@type\":\"", "\"@",
				"[\"", "[", "$$", "a.", "a.B", "(", "\uD800", "\0", "\u00AC")) {
			this.judgement.of(unit.repeat(1_000_000 / unit.length()));
		}
		this.judgement.of("");
	}

}
