package io.github.raspspring.yardstick;

import java.util.ArrayList;
import java.util.List;

/**
 * Compares whole requests to the same application without and with the product in mode
 * block. Prints ratios per workload: what the product leaves of the throughput, and how
 * much more processor time a request takes. A program, not a test: see
 * docs/benchmarks.md.
 */
public final class Yardstick {

	private static final String KEY = "--spring.security.oauth2.resourceserver.jwt.public-key-location=";

	private final Options options;

	private Yardstick(Options options) {
		this.options = options;
	}

	/**
	 * Compare.
	 * @param arguments {@code security}, {@code start-up}, {@code varied}, {@code noise},
	 * {@code rounds=5}, {@code seconds=4}, {@code warm-up=12}, {@code connections=8},
	 * {@code workloads=name,name}, {@code jvm=options}
	 * @throws Exception if a side doesn't start or refuses a request
	 */
	public static void main(String[] arguments) throws Exception {
		new Yardstick(Options.of(arguments)).run();
	}

	private void run() throws Exception {
		SignedToken token = SignedToken.create();
		List<String> key = this.options.security() ? List.of(KEY + token.keyLocation()) : List.of();
		if (this.options.startUp()) {
			new StartUp(this.options, key).print();
			return;
		}
		List<String> block = new ArrayList<>(key);
		block.add("--rasp.mode=block");
		boolean security = this.options.security();
		try (Side bare = Side.start("bare", false, security, List.of(), key);
				Side guarded = Side.start("guarded", !this.options.noise(), security, this.options.jvmOptions(),
						this.options.noise() ? key : block)) {
			List<Workload> workloads = Workloads.all(security ? token.compact() : null, this.options.varied())
				.stream()
				.filter((workload) -> this.options.workloads().isEmpty()
						|| this.options.workloads().contains(workload.name()))
				.toList();
			warmUp(workloads, bare, guarded);
			System.out.println(Comparison.HEADING);
			for (Workload workload : workloads) {
				System.out.println(compare(workload, bare, guarded));
			}
		}
	}

	private void warmUp(List<Workload> workloads, Side bare, Side guarded) throws InterruptedException {
		Load load = new Load(this.options.connections(), this.options.warmUp());
		for (Workload workload : workloads) {
			load.bring(workload, bare);
			load.bring(workload, guarded);
		}
	}

	private Comparison compare(Workload workload, Side bare, Side guarded) throws InterruptedException {
		Load load = new Load(this.options.connections(), this.options.round());
		List<Sample> ofBare = new ArrayList<>();
		List<Sample> ofGuarded = new ArrayList<>();
		for (int i = 0; i < this.options.rounds(); i++) {
			boolean bareFirst = i % 2 == 0;
			Sample first = load.bring(workload, bareFirst ? bare : guarded);
			Sample second = load.bring(workload, bareFirst ? guarded : bare);
			ofBare.add(bareFirst ? first : second);
			ofGuarded.add(bareFirst ? second : first);
		}
		return new Comparison(workload.name(), ofBare, ofGuarded);
	}

}
