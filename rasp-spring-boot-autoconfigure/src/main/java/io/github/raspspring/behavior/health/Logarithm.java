package io.github.raspspring.behavior.health;

/**
 * The natural logarithm, looked up: within a thousandth, in a tenth of the time.
 */
final class Logarithm {

	private static final int BITS = 10;

	private static final int MANTISSA_BITS = 52;

	private static final int BIAS = 1023;

	private static final double LOG_2 = Math.log(2);

	private static final double[] OF_MANTISSA = new double[1 << BITS];

	static {
		for (int i = 0; i < OF_MANTISSA.length; i++) {
			OF_MANTISSA[i] = Math.log(1 + (i + 0.5) / OF_MANTISSA.length);
		}
	}

	private Logarithm() {
	}

	/**
	 * Return the logarithm.
	 * @param value a number of at least 1
	 */
	static double of(double value) {
		long bits = Double.doubleToRawLongBits(value);
		int exponent = (int) (bits >>> MANTISSA_BITS) - BIAS;
		return exponent * LOG_2 + OF_MANTISSA[(int) (bits >>> MANTISSA_BITS - BITS) & OF_MANTISSA.length - 1];
	}

}
