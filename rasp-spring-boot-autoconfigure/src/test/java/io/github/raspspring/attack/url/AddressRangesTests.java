package io.github.raspspring.attack.url;

import java.net.InetAddress;
import java.net.UnknownHostException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AddressRanges} and {@link HostAddress}.
 */
class AddressRangesTests {

	@ParameterizedTest
	@CsvSource({ "8.8.8.8,PUBLIC", "0.0.0.0,UNSPECIFIED", "0.1.2.3,UNSPECIFIED", "10.255.255.255,PRIVATE",
			"11.0.0.0,PUBLIC", "100.63.255.255,PUBLIC", "100.64.0.0,CARRIER_NAT", "100.127.255.255,CARRIER_NAT",
			"100.128.0.0,PUBLIC", "100.100.100.200,METADATA", "127.0.0.1,LOOPBACK", "127.255.255.254,LOOPBACK",
			"128.0.0.1,PUBLIC", "169.253.1.1,PUBLIC", "169.254.1.1,LINK_LOCAL", "169.254.169.254,METADATA",
			"169.254.170.2,METADATA", "168.63.129.16,METADATA", "172.15.255.255,PUBLIC", "172.16.0.0,PRIVATE",
			"172.31.255.255,PRIVATE", "172.32.0.0,PUBLIC", "192.0.0.8,RESERVED", "192.0.0.192,METADATA",
			"192.0.2.1,DOCUMENTATION", "192.88.99.1,RESERVED", "192.167.1.1,PUBLIC", "192.168.0.1,PRIVATE",
			"192.169.0.1,PUBLIC", "198.17.255.255,PUBLIC", "198.18.0.1,BENCHMARKING", "198.19.255.255,BENCHMARKING",
			"198.20.0.0,PUBLIC", "198.51.100.7,DOCUMENTATION", "203.0.113.7,DOCUMENTATION", "203.0.114.7,PUBLIC",
			"223.255.255.255,PUBLIC", "224.0.0.1,MULTICAST", "239.1.1.1,MULTICAST", "240.0.0.1,RESERVED",
			"255.255.255.254,RESERVED", "255.255.255.255,BROADCAST" })
	void ofWhenIpv4ThenTellsRange(String address, AddressRange expected) throws UnknownHostException {
		assertThat(AddressRanges.of(InetAddress.getByName(address).getAddress())).isEqualTo(expected);
		assertThat(parse(address).range()).isEqualTo(expected);
		assertThat(parse(address).obscure()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "::,UNSPECIFIED", "::1,LOOPBACK", "::2,UNSPECIFIED", "::127.0.0.1,LOOPBACK",
			"::ffff:0:10.0.0.1,PRIVATE", "64:ff9b::10.0.0.1,PRIVATE", "64:ff9b::8.8.8.8,PUBLIC", "64:ff9b:1::1,PRIVATE",
			"2002:a00:1::,PRIVATE", "2002:808:808::1,PUBLIC", "2001:0:1:2:3:4:f5ff:fffe,PRIVATE",
			"2001:db8::1,DOCUMENTATION", "3fff::1,DOCUMENTATION", "3fff:1000::1,PUBLIC", "2001:2::1,BENCHMARKING",
			"2606:4700::1111,PUBLIC", "fc00::1,PRIVATE", "fdff::1,PRIVATE", "fd00:ec2::254,METADATA",
			"fe80::1,LINK_LOCAL", "febf::1,LINK_LOCAL", "fec0::1,PRIVATE", "ff02::1,MULTICAST", "100::1,RESERVED",
			"4000::1,RESERVED" })
	void ofWhenIpv6ThenTellsRange(String address, AddressRange expected) throws UnknownHostException {
		assertThat(AddressRanges.of(InetAddress.getByName(address).getAddress())).isEqualTo(expected);
		assertThat(parse("[" + address + "]").range()).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "127.1,LOOPBACK", "2130706433,LOOPBACK", "0x7f.1,LOOPBACK", "0177.0.0.01,LOOPBACK",
			"0x7f000001,LOOPBACK", "017700000001,LOOPBACK", "127.0.0.1.,LOOPBACK", "383.256.256.257,LOOPBACK",
			"0,UNSPECIFIED", "3232235777,PRIVATE", "134744072,PUBLIC", "[::ffff:7f00:1],LOOPBACK",
			"[::ffff:127.0.0.1],LOOPBACK", "[fe80::1%25eth0],LINK_LOCAL", "[fe80::1%eth0],LINK_LOCAL" })
	void parseWhenNotationIsUnusualThenTellsRangeAndObscurity(String host, AddressRange expected) {
		assertThat(parse(host).range()).isEqualTo(expected);
		assertThat(parse(host).obscure()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "example.com", "1.2.3.4.5", "1..2", "1.2.3.x", "09.1.1.1", "[", "[]", "[:::1]", "[1:2]", "[12345::]",
			"[1:2:3:4:5:6:7:8:9]", "[::1::]", "a", "." })
	void parseWhenNoAddressThenReturnsNull(String host) {
		assertThat(HostAddress.parse(host, 0, host.length())).isNull();
	}

	@Test
	void ofWhenLengthIsWrongThenReserved() {
		assertThat(AddressRanges.of(new byte[3])).isEqualTo(AddressRange.RESERVED);
	}

	private static HostAddress parse(String host) {
		HostAddress address = HostAddress.parse(host, 0, host.length());
		assertThat(address).isNotNull();
		return address;
	}

}
