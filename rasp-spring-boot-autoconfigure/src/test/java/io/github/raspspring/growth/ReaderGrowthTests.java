package io.github.raspspring.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Looks for texts that a reader takes more steps for than they are long times a constant:
 * first for those that cost much, then whether four times the length costs more than four
 * times as much, and a little, and whether that goes on.
 */
class ReaderGrowthTests {

	private static final int SHORT = 400;

	private static final int LONG = 1_600;

	private static final int TIMES = 4;

	private static final List<String> SIGNS_AND_WORDS = Stream
		.concat(Patterns.CHARACTERS.stream(), Patterns.WORDS.stream())
		.toList();

	/**
	 * Every how many triples, and pairs at the sinks, are tried: {@code -Dgrowth.step=1}
	 * tries all of them.
	 */
	private static final int STEP = Integer.getInteger("growth.step", 19);

	/** Steps per character from which on a reader is looked at more closely. */
	private static final int SUSPICIOUS = 30;

	/** Linear is four times, quadratic sixteen times. */
	private static final double MOST = 6.5;

	@Test
	void pairsOfSignsAndWordsAtSinks() throws ReflectiveOperationException {
		List<Patterns.Pattern> pairs = new Patterns(SIGNS_AND_WORDS).pairs();
		List<Patterns.Pattern> part = IntStream.range(0, pairs.size())
			.filter((i) -> i % STEP == 0)
			.mapToObj(pairs::get)
			.toList();
		assertThat(growing(Sinks.class, part)).isEmpty();
	}

	@Test
	void signsAndWordsAtSinks() throws ReflectiveOperationException {
		assertThat(growing(Sinks.class, new Patterns(SIGNS_AND_WORDS).singles())).isEmpty();
	}

	@Test
	void rowsOfSignsAndWordsAtSinks() throws ReflectiveOperationException {
		assertThat(growing(Rows.class, new Patterns(SIGNS_AND_WORDS).singles())).isEmpty();
	}

	@Test
	void pairsOfSignsAndWordsAtTheEdge() throws ReflectiveOperationException {
		assertThat(growing(Edge.class, new Patterns(SIGNS_AND_WORDS).pairs())).isEmpty();
	}

	@Test
	void signsAndWordsInOtherRooms() throws ReflectiveOperationException {
		assertThat(growing(Rooms.class, new Patterns(SIGNS_AND_WORDS).singles())).isEmpty();
	}

	@Test
	void triplesOfSignsAtTheEdge() throws ReflectiveOperationException {
		assertThat(growing(Edge.class, new Patterns(Patterns.CHARACTERS).triples(STEP))).isEmpty();
	}

	@Test
	void counterSeesWhatGrows() throws ReflectiveOperationException {
		assertThat(growing(Planted.class, new Patterns(List.of("a", "b")).pairs())).containsOnlyKeys("walk in a walk",
				"search in a loop");
	}

	private static Map<String, String> growing(Class<?> readers, List<Patterns.Pattern> patterns)
			throws ReflectiveOperationException {
		Function<String, Object[]> reader = counted(readers);
		Map<String, String> growing = new TreeMap<>();
		for (Patterns.Pattern pattern : patterns) {
			Map<String, Long> steps = steps(reader, pattern.text(SHORT));
			if (steps.values().stream().noneMatch((count) -> count > SUSPICIOUS * SHORT)) {
				continue;
			}
			Map<String, Double> factors = factors(reader, pattern, LONG);
			if (!factors.isEmpty()) {
				// A step is no growth: what really grows goes on to.
				Map<String, Double> later = factors(reader, pattern, TIMES * LONG);
				later.keySet().retainAll(factors.keySet());
				later.forEach((name, factor) -> growing.putIfAbsent(name, pattern + " " + Math.round(factor)));
			}
		}
		return growing;
	}

	private static Map<String, Double> factors(Function<String, Object[]> reader, Patterns.Pattern pattern,
			int length) {
		Map<String, Long> once = steps(reader, pattern.text(length));
		Map<String, Double> factors = new TreeMap<>();
		steps(reader, pattern.text(TIMES * length)).forEach((name, count) -> {
			double factor = (double) count / (once.get(name) + length);
			if (factor > MOST) {
				factors.put(name, factor);
			}
		});
		return factors;
	}

	private static Map<String, Long> steps(Function<String, Object[]> reader, String text) {
		Object[] result = reader.apply(text);
		Map<String, Long> steps = new TreeMap<>();
		List<String> names = new ArrayList<>();
		((List<?>) result[0]).forEach((name) -> names.add(String.valueOf(name)));
		for (int i = 0; i < names.size(); i++) {
			steps.put(names.get(i), ((long[]) result[1])[i]);
		}
		return steps;
	}

	@SuppressWarnings("unchecked")
	static Function<String, Object[]> counted(Class<?> readers) throws ReflectiveOperationException {
		ClassLoader loader = new CountingClassLoader(ReaderGrowthTests.class.getClassLoader());
		return (Function<String, Object[]>) loader.loadClass(readers.getName()).getDeclaredConstructor().newInstance();
	}

}
