package io.github.raspspring.attack.http;

import io.github.raspspring.attack.Judgement;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.InputLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LogForgingDetectorTests {

	private static final String FORGED = "ann\n2026-01-01 12:00:00 INFO login of admin succeeded";

	private final Judgement judgement = Judgement.by(new LogForgingDetector());

	@ParameterizedTest
	@ValueSource(strings = { "comment", "message", "description", "bio", "address", "notes", "text", "body", "names",
			"emailBody", "statusText", "content" })
	void detectWhenFieldHasLinesThenPasses(String name) {
		assertThat(this.judgement.at(InputLocation.FORM, name).of(FORGED)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "ann", "ann\n", "\r\nann\r\n", "\n\n", "", "ann smith\t", "ann\u2028smith" })
	void detectWhenValueIsOneLineThenPasses(String value) {
		assertThat(this.judgement.at(InputLocation.FORM, "username").of(value)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "username", "user", "email", "firstName", "billing.city", "user[phone]", "customer_email",
			"X-Order-Id", "q", "sort", "newEmail" })
	void detectWhenFieldOfOneLineHasTwoThenIsWeak(String name) {
		assertThat(this.judgement.at(InputLocation.FORM, name).of(FORGED)).singleElement()
			.matches((finding) -> finding.confidence() == Confidence.WEAK);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\nb", "a\rb", "a\r\nb", "a%0ab", "a%0d%0ab", "a%250ab", "a\n\n\nb" })
	void detectWhenBreakIsWrittenDifferentlyThenIsWeak(String value) {
		assertThat(this.judgement.at(InputLocation.QUERY, "user").of(value)).isNotEmpty();
		assertThat(this.judgement.at(InputLocation.PATH, "anything").of(value)).isNotEmpty();
	}

	@Test
	void detectWhenQueryIsDocumentThenPasses() {
		assertThat(this.judgement.at(InputLocation.QUERY, "query").of("{\n  a\n}")).isEmpty();
		assertThat(this.judgement.at(InputLocation.JSON, "/name").of(FORGED)).isEmpty();
	}

}
