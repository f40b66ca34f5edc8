package io.github.raspspring.autoconfigure.behavior;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.raspspring.autoconfigure.behavior.UsageCases.Case;
import io.github.raspspring.engine.EnforcementMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each detector alone, off, monitoring and blocking, with its limit as it is and as it is
 * configured.
 */
class UsageTableTests {

	static List<Case> cases() {
		return UsageCases.all();
	}

	@ParameterizedTest
	@MethodSource("cases")
	void detectorInModeBlockRefusesWhatItIsThereFor(Case each) {
		Usage usage = usage(each.detector(), "block", Map.of());
		int served = served(usage, each);
		if (each.attack()) {
			assertThat(served).isLessThan(each.requests());
			assertThat(usage.seen()).contains("behavior-" + each.detector());
		}
		else {
			assertThat(served).isEqualTo(each.requests());
		}
	}

	@ParameterizedTest
	@MethodSource("cases")
	void detectorInModeMonitorReportsAndServes(Case each) {
		Usage usage = usage(each.detector(), "monitor", Map.of());
		assertThat(served(usage, each)).isEqualTo(each.requests());
		if (each.attack()) {
			assertThat(usage.seen()).containsOnly("behavior-" + each.detector());
		}
	}

	@ParameterizedTest
	@MethodSource("cases")
	void detectorInModeOffSaysNothing(Case each) {
		Usage usage = usage(each.detector(), "off", Map.of());
		assertThat(served(usage, each)).isEqualTo(each.requests());
		assertThat(usage.seen()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "volume, adaptive.volume.initial, 100, 60", "enumeration, adaptive.objects.initial, 150, 60",
			"scraping, detectors.scraping.limit, 200, 50", "probing, detectors.probing.limit, 15, 5",
			"credential-stuffing, detectors.credential-stuffing.limit, 10, 4",
			"brute-force, detectors.brute-force.limit, 10, 4", "forged-tokens, detectors.forged-tokens.limit, 10, 4",
			"fan-out, detectors.fan-out.limit, 10, 4", "account-creation, detectors.account-creation.limit, 10, 4",
			"rarity, detectors.rarity.limit, 5, 3" })
	void detectorStopsSoonerWhereItsLimitIsLower(String detector, String property, String usual, String lower) {
		Case first = cases().stream()
			.filter((each) -> each.detector().equals(detector) && each.attack())
			.findFirst()
			.orElseThrow();
		int before = served(usage(detector, "block", Map.of("rasp.behavior." + property, usual)), first);
		int after = served(
				usage(detector, "block", Map.of("rasp.behavior." + property, lower,
						"rasp.behavior.adaptive.volume.minimum", "50", "rasp.behavior.adaptive.objects.minimum", "50")),
				first);
		assertThat(after).isLessThan(before).isPositive();
	}

	@Test
	void eachDetectorHasSixOfEach() {
		Map<String, int[]> counts = new TreeMap<>();
		cases()
			.forEach((each) -> counts.computeIfAbsent(each.detector(), (name) -> new int[2])[each.attack() ? 0 : 1]++);
		counts.forEach((detector, count) -> System.out
			.println(detector + ": " + count[0] + " variations, " + count[1] + " look-alikes"));
		assertThat(counts).hasSize(12);
		assertThat(counts.values()).allSatisfy((count) -> {
			assertThat(count[0]).isGreaterThanOrEqualTo(6);
			assertThat(count[1]).isGreaterThanOrEqualTo(6);
		});
	}

	private static Usage usage(String detector, String mode, Map<String, String> more) {
		Map<String, String> properties = new HashMap<>(UsageCases.PROPERTIES);
		UsageRules.NAMES.forEach((name) -> properties.put("rasp.behavior.detectors." + name + ".mode", "off"));
		properties.put("rasp.behavior.detectors." + detector + ".mode", mode);
		properties.putAll(more);
		return new Usage(EnforcementMode.BLOCK, properties, false);
	}

	private static int served(Usage usage, Case each) {
		each.before().accept(usage);
		int served = 0;
		for (int i = 0; i < each.requests(); i++) {
			usage.pass(java.time.Duration.ofSeconds(each.seconds()));
			served += Usage.isServed(usage.send(each.script().apply(i))) ? 1 : 0;
		}
		return served;
	}

}
