package io.github.raspspring.behavior;

/**
 * Estimates how many different things were seen, in 256 bytes: within about 7 % however
 * many there are (Flajolet et al. 2007). Not thread-safe: its owner sees to that.
 */
public final class HyperLogLog {

	private static final int INDEX_BITS = 8;

	private static final int REGISTERS = 1 << INDEX_BITS;

	private static final double ALPHA = 0.7213 / (1 + 1.079 / REGISTERS);

	private static final int UNKNOWN = -1;

	private final byte[] registers = new byte[REGISTERS];

	/** The estimate, as long as nothing changes it. */
	private int known;

	/**
	 * Note something.
	 * @param hash hash of what was seen, even in all bits
	 * @return whether the estimate changes
	 */
	public boolean add(long hash) {
		int index = (int) (hash >>> Long.SIZE - INDEX_BITS);
		byte rank = (byte) (Long.numberOfLeadingZeros(hash << INDEX_BITS | 1L << INDEX_BITS - 1) + 1);
		if (rank > this.registers[index]) {
			this.registers[index] = rank;
			this.known = UNKNOWN;
			return true;
		}
		return false;
	}

	/**
	 * Estimate how many different things were seen.
	 * @return the estimate
	 */
	public int estimate() {
		if (this.known == UNKNOWN) {
			this.known = calculate();
		}
		return this.known;
	}

	private int calculate() {
		double sum = 0;
		int zeros = 0;
		for (byte register : this.registers) {
			sum += 1.0 / (1L << register);
			zeros += (register == 0) ? 1 : 0;
		}
		double raw = ALPHA * REGISTERS * REGISTERS / sum;
		boolean few = raw <= 2.5 * REGISTERS && zeros > 0;
		return (int) Math.round(few ? REGISTERS * Math.log(REGISTERS / (double) zeros) : raw);
	}

}
