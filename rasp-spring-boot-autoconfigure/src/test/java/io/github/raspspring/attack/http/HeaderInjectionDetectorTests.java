package io.github.raspspring.attack.http;

import java.util.List;
import java.util.stream.Stream;

import io.github.raspspring.attack.Corpus;
import io.github.raspspring.attack.Judgement;
import io.github.raspspring.engine.InputLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HeaderInjectionDetector}.
 */
class HeaderInjectionDetectorTests {

	private final Judgement judgement = Judgement.by(new HeaderInjectionDetector());

	static Stream<String> attacks() {
		return Corpus.read("header-injection/attacks.txt").stream();
	}

	static Stream<String> whole() {
		return Corpus.read("header-injection/whole.txt").stream();
	}

	static Stream<String> benign() {
		return Corpus.read("header-injection/benign.txt").stream();
	}

	@ParameterizedTest
	@MethodSource({ "attacks", "whole" })
	void detectWhenLineBeginsFieldThenRefuses(String payload) {
		assertThat(this.judgement.refuses(payload)).isTrue();
	}

	@ParameterizedTest
	@MethodSource("benign")
	void detectWhenTextHasLinesThenPasses(String text) {
		assertThat(this.judgement.refuses(text)).isFalse();
	}

	@Test
	void detectWhenTextOfBodyQuotesMessageThenPasses() {
		String message = "The server sends this:\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\nSet-Cookie: a=b";
		assertThat(this.judgement.at(InputLocation.JSON, "/comment").refuses(message)).isFalse();
		assertThat(this.judgement.at(InputLocation.QUERY, "lang").refuses(message)).isTrue();
	}

	@Test
	void detectWhenTextOfBodyHasCodeBlockThenPasses() {
		String text = "# How to call it\n\n```\nContent-Type: application/json\n```";
		assertThat(this.judgement.at(InputLocation.JSON, "/comment").refuses(text)).isFalse();
	}

	@Test
	void detectWhenWordOfBodyGoesOnWithFieldThenRefuses() {
		assertThat(this.judgement.at(InputLocation.JSON, "/fileName").refuses("a.txt\r\nSet-Cookie: a=b")).isTrue();
	}

	@Test
	void detectWhenTextIsHostileThenEnds() {
		for (String unit : List.of("\n", "\r\n", "\r\nA:", "%0d", "%25", "%", "\u560A", "\u010A", " \n", "a",
				"\nSet-Cookie", "(", "\0", "\uD800")) {
			this.judgement.of(unit.repeat(1_000_000 / unit.length()));
		}
		this.judgement.of("");
	}

}
