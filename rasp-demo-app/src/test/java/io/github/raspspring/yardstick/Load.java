package io.github.raspspring.yardstick;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Brings requests over several connections, each with one request at a time.
 *
 * @param connections how many connections
 * @param duration for how long
 */
record Load(int connections, Duration duration) {

	/**
	 * Bring the requests of a workload to a side.
	 * @return what it took
	 */
	Sample bring(Workload workload, Side side) throws InterruptedException {
		ExecutorService clients = Executors.newFixedThreadPool(this.connections);
		long start = System.nanoTime();
		long before = side.processorTime().toNanos();
		try {
			List<Future<long[]>> latencies = new ArrayList<>();
			for (int i = 0; i < this.connections; i++) {
				int first = i;
				latencies.add(clients.submit(() -> bring(workload, side.port(), first, start)));
			}
			List<long[]> answered = new ArrayList<>();
			for (Future<long[]> latency : latencies) {
				answered.add(latency.get());
			}
			long processor = side.processorTime().toNanos() - before;
			return Sample.of(answered, System.nanoTime() - start, processor);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(side.name() + " failed on " + workload.name(), ex.getCause());
		}
		finally {
			clients.shutdownNow();
		}
	}

	private long[] bring(Workload workload, int port, int first, long start) throws IOException {
		long[] latencies = new long[1024];
		int answered = 0;
		try (Connection connection = new Connection(port)) {
			long sent = System.nanoTime();
			while (sent - start < this.duration.toNanos()) {
				int status = connection.exchange(workload.request(first + answered));
				if (status != 200) {
					throw new IOException("Answered " + status);
				}
				long now = System.nanoTime();
				latencies = (answered < latencies.length) ? latencies : Arrays.copyOf(latencies, 2 * answered);
				latencies[answered++] = now - sent;
				sent = now;
			}
		}
		return Arrays.copyOf(latencies, answered);
	}

}
