package io.github.raspspring.client;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class IpAddressTests {

	@ParameterizedTest
	@CsvSource({ "10.0.0.1, 10.0.0.1", "255.255.255.255, 255.255.255.255", "0.0.0.0, 0.0.0.0",
			"::ffff:10.0.0.1, 10.0.0.1", "::FFFF:0a00:0001, 10.0.0.1", "::, ::", "::1, ::1", "1::, 1::",
			"2001:DB8:0:0:0:0:0:1, 2001:db8::1", "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
			"2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1", "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8",
			"1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0", "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
			"64:ff9b::192.0.2.33, 64:ff9b::c000:221", "1:2:3:4:5:6:1.2.3.4, 1:2:3:4:5:6:102:304",
			"fe80:0:0:1::, fe80:0:0:1::" })
	void parseWhenValidThenWritesCanonicalText(String text, String canonical) {
		assertThat(IpAddress.parse(text)).hasToString(canonical);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", ":", ":::", "1", "1.2.3", "1.2.3.4.5", "1.2.3.256", "01.2.3.4", "1.2.3.04",
			"1..2.3", "1.2.3.4 ", "0x7f.0.0.1", "2130706433", "127.1", "1.2.3.4:80", "[::1]", "::1%eth0",
			"1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", "1:2:3:4:5:6:7:8::", "1:2:3:4:5:6:7:", ":1:2:3:4:5:6:7",
			"12345::", "g::", "::1.2.3", "1:2:3:4:5:6:7:1.2.3.4", "::\u0661", "unknown", "localhost",
			"1111:2222:3333:4444:5555:6666:7777:8888:9999:aaaa" })
	void parseWhenInvalidThenReturnsNull(String text) {
		assertThat(IpAddress.parse(text)).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "10.0.0.1, 10.0.0.1", "::ffff:10.0.0.1, 10.0.0.1", "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64",
			"2001:db8::1, 2001:db8::/64", "64:ff9b::9.9.9.9, 64:ff9b::909:909", "64:ff9b::1:0:0, 64:ff9b::/64" })
	void networkIsAddressForV4AndPrefixForV6(String text, String network) {
		assertThat(IpAddress.parse(text)).extracting(IpAddress::network).isEqualTo(network);
	}

	@Test
	void parseWhenMappedThenEqualsV4() {
		assertThat(IpAddress.parse("::ffff:192.0.2.1")).isEqualTo(IpAddress.parse("192.0.2.1"));
	}

}
