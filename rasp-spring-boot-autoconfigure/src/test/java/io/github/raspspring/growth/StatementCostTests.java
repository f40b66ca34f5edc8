package io.github.raspspring.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Counts the steps that the judgement of a statement takes, from 200 to 100,000
 * characters and from 1 to 500 inputs: it may grow twice as fast as either of them, and
 * there is no step on the way.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementCostTests {

	private static final int[] CHARACTERS = { 200, 1_000, 8_000, 8_400, 20_000, 100_000 };

	private static final int[] INPUTS = { 1, 20, 100, 500 };

	private static final double MOST = 2;

	/** What costs less than so many steps per character or input is linear by far. */
	private static final int CHEAP = 15;

	/** Steps for each character of a statement and of its inputs, if all are code. */
	private static final long MOST_OF_CODE = 45;

	private final Function<String, Object[]> counted = ReaderGrowthTests.counted(Statements.class);

	StatementCostTests() throws ReflectiveOperationException {
	}

	@ParameterizedTest
	@ValueSource(strings = { "others", "inputs", "columns", "markers", "code" })
	void judgementWhenStatementGrowsThenGrowsNoFaster(String kind) {
		List<String> above = new ArrayList<>();
		for (int inputs : INPUTS) {
			for (int i = 1; i < CHARACTERS.length; i++) {
				check(above, new Case(kind, CHARACTERS[i - 1], inputs), new Case(kind, CHARACTERS[i], inputs),
						(double) CHARACTERS[i] / CHARACTERS[i - 1]);
			}
		}
		assertThat(above).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "others", "inputs", "columns", "markers", "code" })
	void judgementWhenInputsGrowInNumberThenGrowsNoFaster(String kind) {
		List<String> above = new ArrayList<>();
		for (int characters : CHARACTERS) {
			for (int i = 1; i < INPUTS.length; i++) {
				check(above, new Case(kind, characters, INPUTS[i - 1]), new Case(kind, characters, INPUTS[i]),
						(double) INPUTS[i] / INPUTS[i - 1]);
			}
		}
		assertThat(above).isEmpty();
	}

	/**
	 * Texts of code name what the statement reads. Each would be looked for in all of it.
	 */
	@Test
	void judgementWhenInputsAreStatementsThenLooksForThemAtOnce() {
		Case code = new Case("code", 20_000, 500);
		assertThat(steps(code)).isLessThan(MOST_OF_CODE * (code.characters + code.inputs * 64));
	}

	private void check(List<String> above, Case smaller, Case larger, double times) {
		long before = Math.max(steps(smaller), CHEAP * (smaller.characters + smaller.inputs));
		long now = steps(larger);
		if (now > MOST * times * before) {
			above.add(smaller + " took " + before + ", " + larger + " took " + now);
		}
	}

	private long steps(Case of) {
		long[] taken = (long[]) this.counted.apply(of.kind + " " + of.characters + " " + of.inputs)[1];
		return taken[0] + taken[1];
	}

	private record Case(String kind, int characters, int inputs) {

	}

}
