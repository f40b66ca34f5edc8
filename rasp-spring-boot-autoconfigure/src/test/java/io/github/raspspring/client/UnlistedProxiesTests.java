package io.github.raspspring.client;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UnlistedProxies}, through the resolver that asks it.
 */
class UnlistedProxiesTests {

	private final ClientAddressResolver addresses = new ClientAddressResolver(
			List.of(Objects.requireNonNull(NetworkRange.parse("10.1.0.0/16"))),
			Set.of(ForwardingHeader.X_FORWARDED_FOR, ForwardingHeader.FORWARDED));

	private final Warnings warnings = new Warnings("rasp");

	@AfterEach
	void close() {
		this.warnings.close();
	}

	@Test
	void gapsWhenNobodyForwardsThenNone() {
		for (int i = 0; i < 9; i++) {
			this.addresses.resolve("10.0.0.5", List.of(), List.of());
		}
		assertThat(this.addresses.gaps()).isEmpty();
	}

	@Test
	void gapsWhenListedProxyForwardsThenNone() {
		forward("10.1.0.5", 9);
		assertThat(this.addresses.gaps()).isEmpty();
	}

	@Test
	void gapsWhenOneClientSendsItsOwnHeaderThenNone() {
		for (int i = 0; i < 9; i++) {
			this.addresses.resolve("192.0.2.1", List.of("198.51.100.7"), List.of());
			this.addresses.resolve("192.0.2.2", List.of("192.0.2.2"), List.of());
		}
		assertThat(this.addresses.gaps()).isEmpty();
		assertThat(this.warnings.lines()).isEmpty();
	}

	@Test
	void gapsWhenSomeClientsSendOneHeaderEachThenNone() {
		for (int i = 0; i < 9; i++) {
			this.addresses.resolve("192.0.2." + i, List.of("198.51.100.7"), List.of());
		}
		assertThat(this.addresses.gaps()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			value = { "198.51.100.7:1001 | 198.51.100.7:1002 | 198.51.100.7:1003",
					"198.51.100.7 | ::ffff:198.51.100.7 | [::ffff:198.51.100.7]:80", "unknown | _hidden | -",
					"localhost | proxy.example | a.b.c", "198.51.100.7 | 192.0.2.1 | 198.51.100.7, 192.0.2.1",
					"198.51.100.7, 10.0.0.1 | 198.51.100.7, 10.0.0.2 | 198.51.100.7, 10.0.0.3",
					"1' OR '1'='1 | <script> | ../../etc/passwd" })
	void gapsWhenHeadersNameNoThreeClientsThenNone(String one, String two, String three) {
		for (String header : List.of(one, two, three)) {
			this.addresses.resolve("192.0.2.1", List.of(header), List.of());
		}
		assertThat(this.addresses.gaps()).isEmpty();
		assertThat(this.warnings.lines()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			value = { "for=198.51.100.7;proto=http | for=198.51.100.7;proto=https | for=\"198.51.100.7:80\"",
					"by=10.0.0.1 | by=10.0.0.2 | by=10.0.0.3", "for=_a | for=_b | for=unknown" })
	void gapsWhenForwardedNamesNoThreeClientsThenNone(String one, String two, String three) {
		for (String header : List.of(one, two, three)) {
			this.addresses.resolve("192.0.2.1", List.of(), List.of(header));
		}
		assertThat(this.addresses.gaps()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', value = { "198.51.100.1 | 198.51.100.2 | 198.51.100.3",
			"198.51.100.1:80 | 198.51.100.2:80 | 198.51.100.3:80", "2001:db8::1 | 2001:db8::2 | [2001:db8::3]:443",
			"198.51.100.1, 10.0.0.9 | 198.51.100.2, 10.0.0.9 | 198.51.100.3, 10.0.0.9",
			"unknown, 198.51.100.1 | 198.51.100.2 | -, 198.51.100.3", "10.1.1.1 | 10.1.1.2 | 10.1.1.3" })
	void gapsWhenHeadersNameThreeClientsThenNamesPeer(String one, String two, String three) {
		for (String header : List.of(one, two, three)) {
			this.addresses.resolve("192.0.2.1", List.of(header), List.of());
		}
		assertThat(this.addresses.gaps()).singleElement().asString().contains("192.0.2.1");
	}

	@Test
	void gapsWhenManySendAHeaderEachThenProxyIsNamedStill() {
		for (int i = 0; i < 100; i++) {
			this.addresses.resolve("192.0.2." + i, List.of("198.51.100.7"), List.of());
		}
		forward("10.0.0.5", 9);
		assertThat(this.addresses.gaps()).singleElement().asString().contains("10.0.0.5");
	}

	@Test
	void gapsWhenPeerForwardsForSeveralThenNamesPeerAndPropertyOnce() {
		forward("10.0.0.5", 9);
		forward("10.0.0.5", 9);
		assertThat(this.addresses.gaps()).singleElement()
			.asString()
			.contains("The peer 10.0.0.5 ", "rasp.client.trusted-proxies");
		assertThat(this.warnings.lines()).singleElement().asString().contains("rasp.client.trusted-proxies");
	}

	@Test
	void gapsWhenHeaderIsForwardedThenNamesPeer() {
		for (int i = 0; i < 9; i++) {
			this.addresses.resolve("10.0.0.6", List.of(), List.of("for=192.0.2." + i));
		}
		assertThat(this.addresses.gaps()).singleElement().asString().contains("10.0.0.6");
	}

	@Test
	void gapsWhenMoreProxiesForwardThenNamesEachAndWarnsOnce() {
		forward("10.0.0.5", 3);
		forward("::ffff:10.0.0.7", 3);
		forward("2001:db8::9", 3);
		assertThat(this.addresses.gaps()).hasSize(3);
		assertThat(this.warnings.lines()).singleElement().asString().contains("rasp.client.trusted-proxies");
	}

	@Test
	void gapsWhenHeadersAreManyThenStayBounded() {
		for (int peer = 0; peer < 200; peer++) {
			forward("10.7.0." + peer, 50);
		}
		assertThat(this.addresses.gaps()).hasSizeLessThanOrEqualTo(32);
	}

	private void forward(String peer, int clients) {
		for (int i = 0; i < clients; i++) {
			this.addresses.resolve(peer, List.of("192.0.2." + i + ", 10.9.9.9"), List.of());
		}
	}

}
