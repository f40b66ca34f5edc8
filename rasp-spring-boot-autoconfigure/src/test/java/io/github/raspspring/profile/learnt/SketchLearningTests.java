package io.github.raspspring.profile.learnt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is passed over when a value is learnt, since it was shown before or came too late
 * within the hour, leaves the same profile behind as if it had been added again.
 */
class SketchLearningTests {

	private static final long MINUTE = 60_000;

	private static final int VALUES = 12;

	private final Random random = new Random(3);

	private final short[] places = new short[Feature.COUNT];

	private final int[] added = new int[Feature.COUNT];

	private final List<Integer> values = new ArrayList<>();

	private long hour = -1;

	@Test
	void learnWhenFeaturesAreAddedOneByOneThenKnowsTheSame() {
		for (int principals : new int[] { 1, 3, 40, 2000 }) {
			ParameterSketch sketch = new ParameterSketch("a", Market.SETTINGS, 0);
			Arrays.fill(this.places, (short) 0);
			this.values.clear();
			this.hour = -1;
			long now = 0;
			for (int i = 0; i < 3_000; i++) {
				now += this.random.nextInt((int) MINUTE);
				ValueFeatures features = features();
				Principal principal = new Principal(mixed(this.random.nextInt(principals)));
				sketch.learn(features, principal, now);
				addAll(features, principal.place(), now);
				assertThat(sketch.state().recent()).as(principals + " principals").containsExactly(this.places);
			}
		}
	}

	private ValueFeatures features() {
		long low = 1L << this.random.nextInt(Long.SIZE) | 1L << this.random.nextInt(5) | 1;
		long high = this.random.nextBoolean() ? 0 : 1L << this.random.nextInt(Feature.VALUES - Long.SIZE);
		return new ValueFeatures(low, high, this.random.nextInt(VALUES));
	}

	private static long mixed(int number) {
		long hash = (number + 1) * 0x9E3779B97F4A7C15L;
		return hash ^ hash >>> 31;
	}

	private void addAll(ValueFeatures features, int place, long now) {
		if (now / (60 * MINUTE) != this.hour) {
			this.hour = now / (60 * MINUTE);
			Arrays.fill(this.added, 0);
		}
		for (int feature = 0; feature < Feature.VALUES; feature++) {
			if (features.has(feature)) {
				add(feature, place);
			}
		}
		if (features.hash() != 0) {
			if (!this.values.contains(features.hash())) {
				this.values.add(features.hash());
			}
			add(Feature.VALUES + this.values.indexOf(features.hash()), place);
		}
	}

	private void add(int feature, int place) {
		boolean known = (this.places[feature] & 1 << place) != 0;
		if (known || this.added[feature] < Market.SETTINGS.perHour()) {
			this.added[feature] += known ? 0 : 1;
			this.places[feature] |= (short) (1 << place);
		}
	}

}
