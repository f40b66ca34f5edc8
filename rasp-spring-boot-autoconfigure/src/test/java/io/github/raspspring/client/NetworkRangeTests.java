package io.github.raspspring.client;

import java.util.Objects;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NetworkRangeTests {

	@ParameterizedTest
	@CsvSource({ "10.0.0.0/8, 10.255.255.255, true", "10.0.0.0/8, 11.0.0.0, false", "10.0.0.0/8, ::ffff:10.1.2.3, true",
			"::ffff:10.0.0.0/104, 10.1.2.3, true", "10.1.2.3, 10.1.2.3, true", "10.1.2.3, 10.1.2.4, false",
			"0.0.0.0/0, 203.0.113.9, true", "0.0.0.0/0, ::1, false", "::/0, 2001:db8::1, true", "::/0, 10.0.0.1, false",
			"2001:db8::/32, 2001:db8:ffff::1, true", "2001:db8::/32, 2001:db9::, false",
			"2001:db8::/65, 2001:db8::7fff:0:0:1, true", "2001:db8::/65, 2001:db8::8000:0:0:1, false",
			"::1/128, ::1, true", "::1, ::2, false", "172.16.0.0/12, 172.31.255.255, true",
			"172.16.0.0/12, 172.32.0.0, false" })
	void contains(String range, String address, boolean expected) {
		NetworkRange network = Objects.requireNonNull(NetworkRange.parse(range));
		assertThat(network.contains(Objects.requireNonNull(IpAddress.parse(address)))).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "10.1.2.3/8, 10.0.0.0/8", "2001:db8:1::/32, 2001:db8::/32", "10.0.0.1, 10.0.0.1/32" })
	void parseWhenHostBitsAreSetThenDropsThem(String text, String expected) {
		assertThat(NetworkRange.parse(text)).hasToString(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/", "/8", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8/8", "::/129", "::/x",
			"10.0.0.0/1e1", "10.0.0/8", "example.org", "::ffff:10.0.0.0/8", "10.0.0.0/0008" })
	void parseWhenInvalidThenReturnsNull(String text) {
		assertThat(NetworkRange.parse(text)).isNull();
	}

}
