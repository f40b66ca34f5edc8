package io.github.raspspring.inspect;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.ValueDetector;
import io.github.raspspring.engine.ValueView;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Recall and false alarms of the detectors that read markup and code, over the
 * development payloads. Encoded payloads are decoded the simple way here: percent signs
 * and character references.
 */
class DevelopmentPayloadsTests {

	private static final List<ValueDetector> DETECTORS = List.of(new CommandInjectionDetector(),
			new ExpressionInjectionDetector(), new CrossSiteScriptingDetector(), new JndiInjectionDetector(),
			new ServerSideIncludeDetector());

	@BeforeEach
	void assumePresent() {
		Assumptions.assumeTrue(DevelopmentPayloads.present(), "The development payloads are not present here");
	}

	@ParameterizedTest
	@CsvSource({ "rce, 97", "ssti, 100", "xss, 99" })
	void detectWhenPayloadIsAttackThenRecallIsAboveBar(String type, double bar) {
		List<String> payloads = DevelopmentPayloads.attacks(type);
		List<String> missed = payloads.stream().filter((payload) -> readings(payload).noneMatch(this::blocks)).toList();
		double recall = 100.0 * (payloads.size() - missed.size()) / payloads.size();
		assertThat(recall).as("missed of %s: %s", type, missed).isGreaterThanOrEqualTo(bar);
	}

	@ParameterizedTest
	@CsvSource({ "prose, 0", "documentation, 2", "source-code, 1", "benign-value, 0", "benign-phrase, 0" })
	void detectWhenValueIsBenignThenFalseAlarmsAreBelowBar(String type, int bar) {
		List<String> alarms = DevelopmentPayloads.benign(type).stream().filter(this::blocks).toList();
		assertThat(alarms).hasSizeLessThanOrEqualTo(bar);
	}

	private boolean blocks(String text) {
		List<Finding> found = new ArrayList<>();
		ValueView view = ValueView.asArrived(new InputValue(InputLocation.QUERY, "q", text));
		DETECTORS.forEach((detector) -> detector.detect(view, found::add));
		return found.stream().anyMatch((finding) -> finding.confidence() != Confidence.WEAK);
	}

	private static Stream<String> readings(String payload) {
		String once = percentDecoded(payload);
		return Stream.of(payload, once, dereferenced(once), dereferenced(dereferenced(once)), percentDecoded(once));
	}

	private static String percentDecoded(String text) {
		String guarded = text.replace("+", "%2B").replaceAll("%(?![0-9a-fA-F]{2})", "%25");
		return URLDecoder.decode(guarded, StandardCharsets.UTF_8);
	}

	private static String dereferenced(String text) {
		String plain = text.replaceAll("(?i)&lt;?", "<")
			.replaceAll("(?i)&gt;?", ">")
			.replace("&quot;", "\"")
			.replace("&lpar;", "(")
			.replace("&colon;", ":")
			.replace("&amp;", "&");
		return java.util.regex.Pattern.compile("&#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,6}));?")
			.matcher(plain)
			.replaceAll((match) -> {
				String hex = match.group(1);
				int unit = (hex != null) ? Integer.parseInt(hex, 16) : Integer.parseInt(match.group(2));
				return java.util.regex.Matcher.quoteReplacement(String.valueOf((char) unit));
			});
	}

}
