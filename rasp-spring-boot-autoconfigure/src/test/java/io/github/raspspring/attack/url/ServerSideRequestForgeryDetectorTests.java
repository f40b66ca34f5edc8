package io.github.raspspring.attack.url;

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
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ServerSideRequestForgeryDetector}.
 */
class ServerSideRequestForgeryDetectorTests {

	private final Judgement judgement = Judgement.by(new ServerSideRequestForgeryDetector());

	static Stream<String> attacks() {
		return Corpus.read("ssrf/attacks.txt").stream();
	}

	static Stream<String> benign() {
		return Corpus.read("ssrf/benign.txt").stream();
	}

	@ParameterizedTest
	@MethodSource("attacks")
	void detectWhenUrlReachesInsideThenRefuses(String payload) {
		assertThat(this.judgement.refuses(payload)).isTrue();
	}

	@ParameterizedTest
	@MethodSource("benign")
	void detectWhenTextOnlyLooksLikeInternalUrlThenPasses(String text) {
		assertThat(this.judgement.refuses(text)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "127.0.0.1:8080/admin", "localhost:9200", "[::1]", "[::1]:80/x", "2130706433",
			"169.254.169.254/latest", "10.0.0.5", "metadata.google.internal" })
	void detectWhenParameterSaysUrlThenRefusesBareHost(String host) {
		assertThat(this.judgement.at(InputLocation.JSON, "/imageUrl").refuses(host)).isTrue();
		assertThat(this.judgement.at(InputLocation.QUERY, "callback").refuses(host)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "1", "2024", "1.5", "example.com", "8.8.8.8", "list", "latest", "3:30", "m", "/local/path" })
	void detectWhenParameterSaysUrlThenPassesOtherValues(String value) {
		assertThat(this.judgement.at(InputLocation.JSON, "/imageUrl").refuses(value)).isFalse();
		assertThat(this.judgement.at(InputLocation.QUERY, "page").refuses(value)).isFalse();
	}

	@Test
	void detectWhenParameterSaysUrlThenTextBehindItDoesNotHelp() {
		assertThat(
				this.judgement.at(InputLocation.QUERY, "url").refuses("http://127.0.0.1/ is fine " + "x ".repeat(9999)))
			.isTrue();
	}

	@Test
	void detectWhenHeaderNamesCallerThenPasses() {
		assertThat(this.judgement.at(InputLocation.HEADER, "referer").of("http://localhost:3000/")).isEmpty();
		assertThat(this.judgement.at(InputLocation.HEADER, "origin").of("http://127.0.0.1:3000")).isEmpty();
		assertThat(this.judgement.at(InputLocation.HEADER, "x-callback-url").refuses("http://127.0.0.1")).isTrue();
	}

	@Test
	void detectWhenNativeApplicationRedirectsToLoopbackThenIsWeak() {
		assertThat(this.judgement.at(InputLocation.QUERY, "redirect_uri").of("http://127.0.0.1:51004/cb"))
			.singleElement()
			.extracting(Finding::confidence)
			.isEqualTo(Confidence.WEAK);
		assertThat(this.judgement.at(InputLocation.QUERY, "redirect_uri").refuses("http://10.0.0.7/cb")).isTrue();
	}

	@Test
	void detectWhenMetadataServiceThenIsCertain() {
		assertThat(this.judgement.of("http://169.254.169.254/")).singleElement().satisfies((finding) -> {
			assertThat(finding.confidence()).isEqualTo(Confidence.CERTAIN);
			assertThat(finding.rule()).isEqualTo(ServerSideRequestForgeryDetector.METADATA_SERVICE);
		});
	}

	@Test
	void detectWhenTextIsHostileThenEnds() {
		for (String unit : List.of("http://", "//", ":", "(", "http://10.0.0.1,", "a:", "[", "http://[", "@", "\\",
				"http:\\\\@", ".", "1.", "%", "\uD800", "\0", "http://%", "jar:", "http://\u2460")) {
			this.judgement.at(InputLocation.QUERY, "url").of(unit.repeat(1_000_000 / unit.length()));
		}
		this.judgement.of("");
	}

}
