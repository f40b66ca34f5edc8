package io.github.raspspring.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NetworkTableTests {

	private final NetworkTable table = table("10.0.0.0/8", "10.1.0.0/16", "192.0.2.7", "203.0.113.0/25",
			"203.0.113.128/25", "255.255.255.255", "0.0.0.0", "2001:db8::/32", "2001:db8:1::/48", "2001:db9::1", "::1",
			"ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");

	@ParameterizedTest
	@CsvSource({ "10.0.0.0, true", "10.255.255.255, true", "9.255.255.255, false", "11.0.0.0, false", "192.0.2.7, true",
			"192.0.2.6, false", "192.0.2.8, false", "203.0.113.255, true", "203.0.114.0, false",
			"255.255.255.255, true", "255.255.255.254, false", "0.0.0.0, true", "0.0.0.1, false",
			"2001:db8:ffff:ffff:ffff:ffff:ffff:ffff, true", "2001:db9::, false", "2001:db9::1, true",
			"2001:db9::2, false", "2001:db7:ffff:ffff:ffff:ffff:ffff:ffff, false", "::1, true", "::2, false",
			"::, false", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, true" })
	void contains(String address, boolean expected) {
		assertThat(this.table.contains(address(address))).isEqualTo(expected);
	}

	@Test
	void buildWhenNetworksTouchOrNestThenUnitesThem() {
		assertThat(this.table.size()).isEqualTo(9);
	}

	@Test
	void containsWhenEmptyThenIsFalse() {
		assertThat(NetworkTable.EMPTY.contains(address("10.0.0.1"))).isFalse();
		assertThat(NetworkTable.EMPTY.contains(address("::1"))).isFalse();
	}

	@Test
	void containsAgreesWithTheRangesItWasBuiltFrom() {
		Random random = new Random(7);
		List<NetworkRange> ranges = new ArrayList<>();
		NetworkTable.Builder builder = new NetworkTable.Builder();
		for (int i = 0; i < 300; i++) {
			String text = (i % 2 == 0) ? v4(random) + "/" + (8 + random.nextInt(25))
					: v6(random) + "/" + (16 + random.nextInt(113));
			NetworkRange range = Objects.requireNonNull(NetworkRange.parse(text));
			ranges.add(range);
			builder.add(range);
		}
		NetworkTable built = builder.build();
		for (int i = 0; i < 3000; i++) {
			IpAddress address = address((i % 2 == 0) ? v4(random) : v6(random));
			assertThat(built.contains(address)).as(address.toString())
				.isEqualTo(ranges.stream().anyMatch((range) -> range.contains(address)));
		}
	}

	private static String v4(Random random) {
		return IpAddress.ofV4(random.nextInt()).toString();
	}

	private static String v6(Random random) {
		return "200" + random.nextInt(3) + ":" + Integer.toHexString(random.nextInt(64)) + "::"
				+ Integer.toHexString(random.nextInt(0xFFFF));
	}

	private static NetworkTable table(String... ranges) {
		NetworkTable.Builder builder = new NetworkTable.Builder();
		Stream.of(ranges).forEach((range) -> builder.add(Objects.requireNonNull(NetworkRange.parse(range))));
		return builder.build();
	}

	private static IpAddress address(String text) {
		return Objects.requireNonNull(IpAddress.parse(text));
	}

}
