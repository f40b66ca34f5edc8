package io.github.raspspring.growth;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Counts the steps per character of texts that are made to cost much, and fails where a
 * long one costs more than twice as much per character as a short one: readers of bodies
 * and the judgement of requests up to 1 MB, detectors up to the piece that they get of a
 * long value, judges at the sinks as far as a statement reaches.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CostPerKilobyteTests {

	private static final int KILOBYTE = 1024;

	private static final int PIECE = 64 * KILOBYTE;

	private static final int MEGABYTE = 1024 * KILOBYTE;

	/** What costs less than so many steps per character is taken to cost as much. */
	private static final double CHEAP = 4;

	private static final double MOST = 2;

	private final Function<String, Object[]> requests = ReaderGrowthTests.counted(Requests.class);

	private final Function<String, Object[]> detectors = ReaderGrowthTests.counted(Edge.class);

	private final Function<String, Object[]> sinks = ReaderGrowthTests.counted(Sinks.class);

	CostPerKilobyteTests() throws ReflectiveOperationException {
	}

	@ParameterizedTest
	@EnumSource
	void requestsUpToOneMegabyte(Adversary adversary) {
		assertThat(growth(this.requests, adversary::text, MEGABYTE)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void detectorsUpToOnePiece(Adversary adversary) {
		assertThat(growth(this.detectors, adversary::text, PIECE)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void sinksUpToOnePiece(Adversary adversary) {
		assertThat(growth(this.sinks, adversary::text, PIECE)).isEmpty();
	}

	@Test
	void counterSeesWhatGrows() throws ReflectiveOperationException {
		assertThat(growth(ReaderGrowthTests.counted(Planted.class), "ab"::repeat, 4 * KILOBYTE)).isNotEmpty();
	}

	private static Map<String, String> growth(Function<String, Object[]> counted, Function<Integer, String> text,
			int length) {
		Map<String, Double> once = perCharacter(counted, text.apply(KILOBYTE));
		Map<String, String> growth = new TreeMap<>();
		perCharacter(counted, text.apply(length)).forEach((name, cost) -> {
			double before = Math.max(CHEAP, once.get(name));
			if (cost > MOST * before) {
				growth.put(name, String.format("%.1f to %.1f steps per character", before, cost));
			}
		});
		return growth;
	}

	private static Map<String, Double> perCharacter(Function<String, Object[]> counted, String text) {
		Object[] result = counted.apply(text);
		List<?> names = (List<?>) result[0];
		Map<String, Double> costs = new TreeMap<>();
		for (int i = 0; i < names.size(); i++) {
			costs.put(String.valueOf(names.get(i)), (double) ((long[]) result[1])[i] / text.length());
		}
		return costs;
	}

}
