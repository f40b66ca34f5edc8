package io.github.raspspring.demo.orders;

import java.util.Map;

/**
 * The discounts that a code gives.
 */
final class Coupon {

	private static final Map<String, Integer> PERCENT = Map.of("READER-5", 5, "STAFF-50", 50);

	private Coupon() {
	}

	static int discountOf(String code) {
		return PERCENT.getOrDefault(code, 0);
	}

}
