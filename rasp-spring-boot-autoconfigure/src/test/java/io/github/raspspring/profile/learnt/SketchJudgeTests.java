package io.github.raspspring.profile.learnt;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import io.github.raspspring.profile.LeafType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is usual in all of its features is nothing that a comparison would find.
 */
class SketchJudgeTests {

	private static final long HOUR = 3_600_000;

	private static final String[] TEXTS = { "POST", "PICKUP", "a", "", "7", "-3", "12000", "0.5", "x-1", "two words",
			"a@b.example", "2026-05-04", "line\nend", "a much longer text than any other of them", "EXPRESS" };

	private static final LeafType[] TYPES = { LeafType.TEXT, LeafType.INTEGER, LeafType.BOOLEAN, LeafType.NULL };

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 5, 8, 15 })
	void judgeWhenAllIsUsualThenSaysWhatTheComparisonSays(int kinds) {
		Random random = new Random(kinds);
		Set<String> said = new TreeSet<>();
		for (int i = 0; i < 100; i++) {
			ParameterSketch sketch = sketch(random, kinds);
			long now = 60 * HOUR;
			for (String text : TEXTS) {
				for (LeafType type : TYPES) {
					ValueFeatures features = ValueFeatures.of(type, text);
					String judged = sketch.judge(features, SketchJudge.SLACK_OF_NUMBERS, now);
					assertThat(judged).as("%s %s", type, text)
						.isEqualTo(new SketchJudge(sketch, SketchJudge.SLACK_OF_NUMBERS).judge(features));
					said.add(String.valueOf(judged));
				}
			}
		}
		assertThat(said).contains("null");
	}

	@Test
	void judgeWhenValueIsNoneOfFewThenSaysSo() {
		ParameterSketch sketch = sketch(new Random(1), 2);
		assertThat(sketch.judge(ValueFeatures.of(LeafType.TEXT, "FREE"), SketchJudge.SLACK_OF_NUMBERS, 60 * HOUR))
			.isEqualTo("enumeration");
	}

	private static ParameterSketch sketch(Random random, int kinds) {
		ParameterSketch sketch = new ParameterSketch("a", Market.SETTINGS, 0);
		for (int hour = 0; hour < 60; hour++) {
			for (int i = 0; i < 60; i++) {
				String text = TEXTS[random.nextInt(kinds)];
				sketch.learn(ValueFeatures.of(LeafType.TEXT, text),
						new Principal(i * 0x9E3779B97F4A7C15L ^ (long) i << 20), hour * HOUR);
			}
		}
		return sketch;
	}

}
