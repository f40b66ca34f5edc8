package io.github.raspspring.store;

import java.util.concurrent.TimeUnit;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FailureShare}. Each letter is a call, S one that succeeds and F one
 * that fails; a dot is half a second.
 */
class FailureShareTests {

	@ParameterizedTest
	@CsvSource({ "SSSSSSSSSS", "FFFF", "SFSFSFSFSFSFSF", "SSSSSSSSSSFFFFFFFFFF", "SSSFFSSSFFSSSFFSSSFF",
			"FFFF..........FFFF", "F....F....F....F....F....F", "FSFSFSFSFS..FSFSFSFSFS", "SSSSSFFFFFF",
			"SSSSSSSSSSFFF.SFF.SSFF.SSFFF", "SSSSSSSSSSSSSSSSSSSSSFFFFFF.SSSSSFFFFFF" })
	void addWhenNotMostCallsFailThenIsNoLoss(String calls) {
		assertThat(opens(calls)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "FFFFF", "SFFFFFF", "SSSSSFFFFFFFF", "FF.FF.FF", "SSSSSSSSSS..........FFFFF", "SFFSFFSFFSFF",
			"F..F..F..F.F", "SSSSSSSSSSSSSSSSSSSSFFFF.F", "SSSSSSSSSSSSSSSSSSSSSSSSFF.FF.FF",
			"SSSSSSSSSSSSSSSSSSSSSSSSSSSSF.F.F.F.F" })
	void addWhenMostCallsFailThenIsLoss(String calls) {
		assertThat(opens(calls)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "0", "9223372036854775797", "-5", "-9223372036854775808" })
	void addWhenClockStartsAnywhereThenCounts(long start) {
		FailureShare share = new FailureShare();
		boolean opens = false;
		for (int i = 0; i < 5; i++) {
			assertThat(opens).isFalse();
			opens = share.add(start + TimeUnit.MILLISECONDS.toNanos(500L * i), true);
		}
		assertThat(opens).isTrue();
	}

	private static boolean opens(String calls) {
		FailureShare share = new FailureShare();
		long now = 0;
		boolean opens = false;
		for (char call : calls.toCharArray()) {
			if (call == '.') {
				now += TimeUnit.MILLISECONDS.toNanos(500);
			}
			else {
				opens |= share.add(now, call == 'F');
			}
		}
		return opens;
	}

}
