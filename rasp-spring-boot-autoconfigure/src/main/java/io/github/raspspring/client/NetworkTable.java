package io.github.raspspring.client;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A set of networks that is asked often and changed never: disjoint intervals in sorted
 * arrays of primitives, searched by halving. A million IPv4 networks take 8 MB, a million
 * of IPv6 32 MB. Immutable.
 */
public final class NetworkTable {

	/** The table without any network. */
	public static final NetworkTable EMPTY = new Builder().build();

	private final int[] v4Starts;

	private final int[] v4Ends;

	/** Two longs for each address. */
	private final long[] v6Starts;

	private final long[] v6Ends;

	private NetworkTable(int[] v4Starts, int[] v4Ends, long[] v6Starts, long[] v6Ends) {
		this.v4Starts = v4Starts;
		this.v4Ends = v4Ends;
		this.v6Starts = v6Starts;
		this.v6Ends = v6Ends;
	}

	/**
	 * Return whether an address is in any of the networks.
	 * @param address the address
	 * @return {@code true} if it is
	 */
	public boolean contains(IpAddress address) {
		return address.isV4() ? containsV4((int) address.low()) : containsV6(address);
	}

	/**
	 * Return the number of intervals, which is at most the number of networks.
	 * @return the number after adjacent and nested networks were united
	 */
	public int size() {
		return this.v4Starts.length + this.v6Starts.length / 2;
	}

	private boolean containsV4(int address) {
		int low = 0;
		int high = this.v4Starts.length - 1;
		while (low <= high) {
			int middle = (low + high) >>> 1;
			if (Integer.compareUnsigned(this.v4Starts[middle], address) <= 0) {
				low = middle + 1;
			}
			else {
				high = middle - 1;
			}
		}
		return high >= 0 && Integer.compareUnsigned(address, this.v4Ends[high]) <= 0;
	}

	private boolean containsV6(IpAddress address) {
		int low = 0;
		int high = this.v6Starts.length / 2 - 1;
		while (low <= high) {
			int middle = (low + high) >>> 1;
			if (compare(this.v6Starts, middle, address) <= 0) {
				low = middle + 1;
			}
			else {
				high = middle - 1;
			}
		}
		return high >= 0 && compare(this.v6Ends, high, address) >= 0;
	}

	private static int compare(long[] addresses, int index, IpAddress address) {
		int order = Long.compareUnsigned(addresses[2 * index], address.high());
		return (order != 0) ? order : Long.compareUnsigned(addresses[2 * index + 1], address.low());
	}

	/**
	 * Collects networks. Not thread-safe.
	 */
	public static final class Builder {

		/** First address and prefix, packed so that they sort by address. */
		private long[] v4 = new long[16];

		private int v4Count;

		private final List<NetworkRange> v6 = new ArrayList<>();

		/**
		 * Add a network.
		 * @param range the network
		 * @return this builder
		 */
		public Builder add(NetworkRange range) {
			if (!range.first().isV4()) {
				this.v6.add(range);
				return this;
			}
			if (this.v4Count == this.v4.length) {
				this.v4 = Arrays.copyOf(this.v4, this.v4.length * 2);
			}
			this.v4[this.v4Count++] = (range.first().low() & 0xFFFFFFFFL) << 8 | range.prefix();
			return this;
		}

		/**
		 * Build the table.
		 * @return the table
		 */
		public NetworkTable build() {
			int[] v4Starts = new int[this.v4Count];
			int[] v4Ends = new int[this.v4Count];
			int v4Intervals = uniteV4(v4Starts, v4Ends);
			long[] v6Starts = new long[2 * this.v6.size()];
			long[] v6Ends = new long[2 * this.v6.size()];
			int v6Intervals = uniteV6(v6Starts, v6Ends);
			return new NetworkTable(Arrays.copyOf(v4Starts, v4Intervals), Arrays.copyOf(v4Ends, v4Intervals),
					Arrays.copyOf(v6Starts, 2 * v6Intervals), Arrays.copyOf(v6Ends, 2 * v6Intervals));
		}

		private int uniteV4(int[] starts, int[] ends) {
			Arrays.sort(this.v4, 0, this.v4Count);
			int count = 0;
			for (int i = 0; i < this.v4Count; i++) {
				long start = this.v4[i] >>> 8;
				long end = start | 0xFFFFFFFFL >>> ((this.v4[i] & 0xFF) - 96);
				if (count > 0 && start <= (ends[count - 1] & 0xFFFFFFFFL) + 1) {
					ends[count - 1] = (int) Math.max(end, ends[count - 1] & 0xFFFFFFFFL);
				}
				else {
					starts[count] = (int) start;
					ends[count++] = (int) end;
				}
			}
			return count;
		}

		/**
		 * Networks are nested or apart, never overlapping, and the wider comes first.
		 */
		private int uniteV6(long[] starts, long[] ends) {
			this.v6.sort(Comparator.<NetworkRange>comparingLong((range) -> range.first().high() + Long.MIN_VALUE)
				.thenComparingLong((range) -> range.first().low() + Long.MIN_VALUE)
				.thenComparingInt(NetworkRange::prefix));
			int count = 0;
			for (NetworkRange range : this.v6) {
				if (count > 0 && compare(ends, count - 1, range.first()) >= 0) {
					continue;
				}
				IpAddress last = range.last();
				starts[2 * count] = range.first().high();
				starts[2 * count + 1] = range.first().low();
				ends[2 * count] = last.high();
				ends[2 * count++ + 1] = last.low();
			}
			return count;
		}

	}

}
