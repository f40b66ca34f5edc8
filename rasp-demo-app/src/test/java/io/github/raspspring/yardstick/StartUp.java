package io.github.raspspring.yardstick;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Starts both applications in turns and prints the medians of what they have taken at
 * their first answer.
 *
 * @param options how often, and whether with Spring Security
 * @param arguments arguments of both applications
 */
record StartUp(Options options, List<String> arguments) {

	private static final double MEGABYTE = 1024 * 1024;

	void print() throws Exception {
		List<Footprint> bare = new ArrayList<>();
		List<Footprint> guarded = new ArrayList<>();
		for (int i = 0; i < this.options.rounds(); i++) {
			bare.add(start(false));
			guarded.add(start(true));
		}
		System.out.printf("%-28s %9s %9s%n", "start-up", "bare", "ours");
		print("seconds to the first answer", (footprint) -> footprint.start().toMillis() / 1000.0, bare, guarded);
		print("heap after collection, MB", (footprint) -> footprint.heap() / MEGABYTE, bare, guarded);
		print("beside the heap, MB", (footprint) -> footprint.classes() / MEGABYTE, bare, guarded);
	}

	private Footprint start(boolean product) throws Exception {
		List<String> given = new ArrayList<>(this.arguments);
		if (product) {
			given.add("--rasp.mode=block");
		}
		long begin = System.nanoTime();
		try (Side side = Side.start("started", product, this.options.security(), List.of(), given)) {
			return Footprint.of(side, Duration.ofNanos(System.nanoTime() - begin));
		}
	}

	private static void print(String what, ToDoubleFunction<Footprint> of, List<Footprint> bare,
			List<Footprint> guarded) {
		System.out
			.println(String.format(Locale.ROOT, "%-28s %9.1f %9.1f", what, median(of, bare), median(of, guarded)));
	}

	private static double median(ToDoubleFunction<Footprint> of, List<Footprint> footprints) {
		return footprints.stream()
			.sorted(Comparator.comparingDouble(of))
			.skip(footprints.size() / 2)
			.mapToDouble(of)
			.findFirst()
			.orElseThrow();
	}

}
