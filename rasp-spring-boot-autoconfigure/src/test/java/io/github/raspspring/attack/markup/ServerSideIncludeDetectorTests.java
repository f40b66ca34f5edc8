package io.github.raspspring.attack.markup;

import io.github.raspspring.attack.DetectorContract;
import io.github.raspspring.engine.Confidence;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ServerSideIncludeDetectorTests extends DetectorContract {

	ServerSideIncludeDetectorTests() {
		super(new ServerSideIncludeDetector());
	}

	@Test
	void detectWhenNothingElseCanBeMeantThenIsCertain() {
		assertThat(findings("<!--#exec cmd='id'-->")).singleElement().satisfies((finding) -> {
			assertThat(finding.rule()).isEqualTo(ServerSideIncludeDetector.SERVER_SIDE_INCLUDE);
			assertThat(finding.confidence()).isEqualTo(Confidence.CERTAIN);
		});
	}

}
