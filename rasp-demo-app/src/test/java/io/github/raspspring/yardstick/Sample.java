package io.github.raspspring.yardstick;

import java.util.Arrays;
import java.util.List;

/**
 * What a workload took on one side in one round.
 *
 * @param perSecond requests per second
 * @param processor processor time of the application per request, in microseconds
 * @param median median of the time to the answer, in microseconds
 */
record Sample(double perSecond, double processor, double median) {

	static Sample of(List<long[]> latencies, long elapsedNanos, long processorNanos) {
		long[] sorted = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
		return new Sample(sorted.length * 1e9 / elapsedNanos, processorNanos / 1e3 / sorted.length,
				sorted[sorted.length / 2] / 1e3);
	}

}
