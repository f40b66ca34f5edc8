package io.github.raspspring.attack.markup;

import io.github.raspspring.attack.DetectorContract;
import io.github.raspspring.inspect.Hit;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CrossSiteScriptingDetectorTests extends DetectorContract {

	CrossSiteScriptingDetectorTests() {
		super(new CrossSiteScriptingDetector());
	}

	@Test
	void detectWhenElementLoadsScriptThenNamesTheElement() {
		assertThat(findings("<script src=//a.example>")).singleElement()
			.matches((finding) -> finding.rule() == CrossSiteScriptingDetector.ACTIVE_ELEMENT);
	}

	@Test
	void detectWhenAttributeBreaksOutThenNamesTheHandler() {
		assertThat(findings("\" onfocus=alert(1) autofocus x=\"")).singleElement()
			.matches((finding) -> finding.rule() == CrossSiteScriptingDetector.EVENT_HANDLER);
	}

	@Test
	void detectWhenFormattingPrecedesThenStillReports() {
		assertThat(
				findings("<p>Some <b>bold</b> and List&lt;Object> a < b.</p>".repeat(500) + "<img src=x onerror=a()>"))
			.singleElement()
			.matches((finding) -> finding.score() >= Hit.STRONG);
	}

	@Test
	void detectWhenStringOfScriptIsBalancedThenIsWeakAtMost() {
		assertThat(findings("say('hello'); alert('world');")).allMatch((finding) -> finding.score() < Hit.STRONG);
	}

}
