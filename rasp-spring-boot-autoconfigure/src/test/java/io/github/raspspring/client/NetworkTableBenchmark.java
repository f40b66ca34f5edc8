package io.github.raspspring.client;

import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Looking an address up among a million networks.
 */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class NetworkTableBenchmark {

	private static final int NETWORKS = 1_000_000;

	private final NetworkTable v4 = table(true);

	private final NetworkTable v6 = table(false);

	private final IpAddress[] addresses = new Random(3).ints(1 << 16)
		.mapToObj(IpAddress::ofV4)
		.toArray(IpAddress[]::new);

	private int next;

	/**
	 * Look up an IPv4 address.
	 * @return whether it is listed
	 */
	@Benchmark
	public boolean v4() {
		return this.v4.contains(nextAddress());
	}

	/**
	 * Look up an IPv6 address.
	 * @return whether it is listed
	 */
	@Benchmark
	public boolean v6() {
		return this.v6.contains(v6Of(nextAddress()));
	}

	private IpAddress nextAddress() {
		this.next = (this.next + 1) & 0xFFFF;
		return this.addresses[this.next];
	}

	private static NetworkTable table(boolean v4) {
		Random random = new Random(5);
		NetworkTable.Builder builder = new NetworkTable.Builder();
		for (int i = 0; i < NETWORKS; i++) {
			IpAddress address = IpAddress.ofV4(random.nextInt());
			builder.add(v4 ? new NetworkRange(address, 128) : new NetworkRange(v6Of(address), 64));
		}
		return builder.build();
	}

	private static IpAddress v6Of(IpAddress address) {
		return new IpAddress(0x2001L << 48 | (address.low() & 0xFFFFFFFFL) << 16, 0);
	}

}
