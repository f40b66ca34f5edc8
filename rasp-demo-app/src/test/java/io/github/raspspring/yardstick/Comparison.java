package io.github.raspspring.yardstick;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A workload on both sides, round by round in turns. What counts are the ratios of the
 * rounds: whatever else the machine does meets both sides alike.
 *
 * @param workload its name
 * @param bare what each round took without the product
 * @param guarded what each round took with it
 */
record Comparison(String workload, List<Sample> bare, List<Sample> guarded) {

	static final String HEADING = String.format("%-24s %10s %6s %17s %9s %9s %8s", "workload", "throughput", "CPU",
			"[least .. most]", "bare, us", "ours, us", "latency");

	@Override
	public String toString() {
		double[] processor = ratios(Sample::processor);
		return String.format("%-24s %10.2f %6.2f %8.2f .. %5.2f %9.0f %9.0f %8.2f", this.workload,
				median(ratios(Sample::perSecond)), median(processor), processor[0], processor[processor.length - 1],
				median(values(this.bare, Sample::processor)), median(values(this.guarded, Sample::processor)),
				median(ratios(Sample::median)));
	}

	private double[] ratios(ToDoubleFunction<Sample> of) {
		double[] ratios = new double[this.bare.size()];
		for (int i = 0; i < ratios.length; i++) {
			ratios[i] = of.applyAsDouble(this.guarded.get(i)) / of.applyAsDouble(this.bare.get(i));
		}
		Arrays.sort(ratios);
		return ratios;
	}

	private static double[] values(List<Sample> samples, ToDoubleFunction<Sample> of) {
		return samples.stream().mapToDouble(of).sorted().toArray();
	}

	private static double median(double[] sorted) {
		return sorted[sorted.length / 2];
	}

}
