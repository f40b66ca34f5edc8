package io.github.raspspring.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Runs all detectors over the development share of public lists and fails under the bar.
 * Where the lists are absent the tests are reported as skipped, with the reason.
 */
class CorpusGateTests {

	private static final Map<String, Tally> TALLIES = new TreeMap<>();

	@BeforeAll
	static void countAll() {
		assumeTrue(DevelopmentLists.present(), "the development lists are not present");
		Set<String> inert = DevelopmentLists.inert();
		Judgement judgement = Judgement.byAll();
		for (DevelopmentLists.Sample sample : DevelopmentLists.samples()) {
			if (sample.attack() && inert.contains(sample.text())) {
				continue;
			}
			Tally tally = TALLIES.computeIfAbsent(key(sample.attack(), sample.kind()), (key) -> new Tally());
			tally.count(sample.text(), judgement.refuses(sample.text()));
		}
		TALLIES.forEach(
				(key, tally) -> System.out.printf("%-24s %5d of %5d blocked%n", key, tally.blocked(), tally.total()));
	}

	@ParameterizedTest
	@CsvSource({ "sqli, 98", "lfi, 97", "xss, 99", "rce, 97", "ssti, 100", "xxe, 100", "ldap, 100", "nosql, 100" })
	void detectWhenDevelopmentPayloadsThenRecallReachesBar(String kind, int percent) {
		Tally tally = TALLIES.get(key(true, kind));
		assertThat(tally.blocked() * 100L).as("missed: %s", tally.passed())
			.isGreaterThanOrEqualTo((long) percent * tally.total());
	}

	@ParameterizedTest
	@CsvSource({ "prose, 0", "documentation, 2", "source-code, 1", "benign-value, 0", "benign-phrase, 0" })
	void detectWhenDevelopmentBenignTextsThenFalseAlarmsStayUnderBar(String kind, int bar) {
		Tally tally = TALLIES.get(key(false, kind));
		assertThat(tally.blocked()).as("false alarms: %s", tally.caught()).isLessThanOrEqualTo(bar);
	}

	@Test
	void inertPayloadsWhenListedThenAreInTheListsAndFew() {
		List<String> known = DevelopmentLists.samples().stream().map(DevelopmentLists.Sample::text).toList();
		assertThat(known).containsAll(DevelopmentLists.inert());
		assertThat(DevelopmentLists.inert()).hasSizeLessThan(80);
	}

	private static String key(boolean attack, String kind) {
		return (attack ? "attack " : "benign ") + kind;
	}

	/**
	 * Counts what is blocked of a kind.
	 */
	private static final class Tally {

		private final List<String> caught = new ArrayList<>();

		private final List<String> passed = new ArrayList<>();

		void count(String text, boolean blocked) {
			(blocked ? this.caught : this.passed).add(text);
		}

		int blocked() {
			return this.caught.size();
		}

		int total() {
			return this.caught.size() + this.passed.size();
		}

		List<String> caught() {
			return this.caught;
		}

		List<String> passed() {
			return this.passed;
		}

	}

}
