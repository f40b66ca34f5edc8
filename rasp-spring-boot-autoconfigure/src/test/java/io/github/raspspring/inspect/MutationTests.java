package io.github.raspspring.inspect;

import java.util.ArrayList;
import java.util.List;

import io.github.raspspring.engine.ValueDetector;
import io.github.raspspring.text.Base64Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is found must be found in disguise too.
 */
class MutationTests {

	private static final List<ValueDetector> SQL = List.of(new SqlInjectionDetector());

	/** Shorter texts are attacks as the whole value only, a quotation elsewhere. */
	private static final int SHORTEST = 5;

	private static final List<String> SQL_ATTACKS = caught("sqli", Corpus.lines("sql-injection/attacks.txt"), SQL);

	@ParameterizedTest
	@EnumSource(Mutation.class)
	void detectWhenSqlAttackIsMutatedThenStillFindsNearlyAll(Mutation mutation) {
		assertFound(SQL_ATTACKS, mutation, SQL);
	}

	private static void assertFound(List<String> attacks, Mutation mutation, List<ValueDetector> detectors) {
		List<String> missed = new ArrayList<>();
		for (String attack : attacks) {
			if (!TestDetectors.blocks(TestDetectors.findings(mutation.of(attack), detectors))) {
				missed.add(attack);
			}
		}
		System.out.printf("%-24s %5d of %5d blocked%n", mutation, attacks.size() - missed.size(), attacks.size());
		assertThat(missed.size() * 100L).as("missed: %s", missed).isLessThanOrEqualTo(attacks.size());
	}

	/**
	 * Collect what is found as it is: own attacks and, where present, development ones.
	 * Base64 is left out: a change makes it something else.
	 */
	private static List<String> caught(String kind, List<String> own, List<ValueDetector> detectors) {
		List<String> attacks = new ArrayList<>(own);
		if (Corpus.developmentListsPresent()) {
			Corpus.developmentSamples()
				.stream()
				.filter((sample) -> sample.attack() && sample.kind().equals(kind))
				.forEach((sample) -> attacks.add(sample.text()));
		}
		attacks.removeIf((attack) -> attack.length() < SHORTEST || Base64Text.decode(attack) != null
				|| !TestDetectors.blocks(TestDetectors.findings(attack, detectors)));
		return attacks;
	}

}
