package io.github.raspspring.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.raspspring.text.Base64Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is found must be found in disguise too, of every class by all detectors together.
 */
class MutationTests {

	/** Shorter texts are attacks as the whole value only, a quotation elsewhere. */
	private static final int SHORTEST = 5;

	private static final Judgement JUDGEMENT = Judgement.byAll();

	private static final Map<AttackClass, List<String>> CAUGHT = new EnumMap<>(AttackClass.class);

	@BeforeAll
	static void collectWhatIsFoundAsItIs() {
		for (AttackClass type : AttackClass.values()) {
			CAUGHT.put(type, caught(type));
		}
	}

	static Stream<Arguments> mutationsOfEachClass() {
		return Arrays.stream(AttackClass.values())
			.flatMap((type) -> Arrays.stream(Mutation.values())
				.filter((mutation) -> MutationScope.applies(mutation, type))
				.map((mutation) -> Arguments.of(type, mutation)));
	}

	@ParameterizedTest
	@MethodSource("mutationsOfEachClass")
	void detectWhenAttackIsMutatedThenStillFindsNearlyAll(AttackClass type, Mutation mutation) {
		List<String> attacks = CAUGHT.get(type)
			.stream()
			.filter((attack) -> MutationScope.applies(mutation, type, attack))
			.toList();
		List<String> missed = attacks.stream().filter((attack) -> !JUDGEMENT.refuses(mutation.of(attack))).toList();
		System.out.printf("%-16s %-24s %5d of %5d blocked%n", type, mutation, attacks.size() - missed.size(),
				attacks.size());
		assertThat(missed.size() * 100L).as("missed: %s", missed).isLessThanOrEqualTo(attacks.size());
	}

	/**
	 * Base64 is left out: a change makes it something else.
	 */
	private static List<String> caught(AttackClass type) {
		List<String> attacks = new ArrayList<>(type.attacks());
		attacks.removeIf((attack) -> attack.length() < SHORTEST || Base64Text.decode(attack) != null
				|| !JUDGEMENT.refuses(attack));
		return attacks;
	}

}
