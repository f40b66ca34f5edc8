package io.github.raspspring.ratelimit;

import java.util.HexFormat;

/**
 * What is kept of a key: 128 bits that tell nothing about it.
 */
record KeyHash(long high, long low) {

	/**
	 * Choose an index evenly.
	 */
	int index(int size) {
		return Math.floorMod(this.low, size);
	}

	/**
	 * Write the hash as 32 hexadecimal digits.
	 */
	String text() {
		HexFormat hex = HexFormat.of();
		return hex.toHexDigits(this.high) + hex.toHexDigits(this.low);
	}

}
