package io.github.raspspring.client;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import io.github.raspspring.engine.ClientIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ClientAddressResolverTests {

	private static final String PROXY = "10.0.0.5";

	private final ClientAddressResolver resolver = resolver(EnumSet.allOf(ForwardingHeader.class), "10.0.0.0/8",
			"127.0.0.1", "::1", "fd00::/8");

	@Test
	void resolveWhenPeerIsUntrustedThenIgnoresHeaders() {
		ClientIdentity client = this.resolver.resolve("203.0.113.7", List.of("1.1.1.1"), List.of("for=2.2.2.2"));
		assertThat(client.address()).isEqualTo("203.0.113.7");
	}

	@Test
	void resolveWhenOnePeerSpeaksForManyThenTellsThemApart() {
		for (String address : List.of("9.9.9.9", "9.9.9.8", "9.9.9.9", "2001:db8::7")) {
			assertThat(this.resolver.resolve(PROXY, List.of(address), List.of()).address()).isEqualTo(address);
			ClientIdentity direct = this.resolver.resolve("203.0.113.7", List.of(address), List.of());
			assertThat(direct.address()).isEqualTo("203.0.113.7");
			assertThat(direct.proxy()).isFalse();
		}
	}

	@Test
	void resolveWhenPeerComesAgainThenReadsItsAddressOnce() {
		ClientIdentity first = this.resolver.resolve("203.0.113.7", List.of(), List.of());
		assertThat(this.resolver.resolve(new String("203.0.113.7"), List.of(), List.of())).isSameAs(first);
		assertThat(this.resolver.resolve("203.0.113.8", List.of(), List.of()).address()).isEqualTo("203.0.113.8");
	}

	@Test
	void resolveWhenManyPeersComeThenTellsThemApart() {
		for (int round = 0; round < 2; round++) {
			for (int i = 0; i < 5_000; i++) {
				String peer = "198.51." + i / 250 + '.' + i % 250;
				assertThat(this.resolver.resolve(peer, List.of(), List.of()).address()).isEqualTo(peer);
			}
		}
	}

	@Test
	void resolveWhenProxySpeaksForItselfThenListensToItLater() {
		assertThat(this.resolver.resolve(PROXY, List.of(), List.of()).proxy()).isTrue();
		assertThat(this.resolver.resolve(PROXY, List.of("9.9.9.9"), List.of()).address()).isEqualTo("9.9.9.9");
		assertThat(this.resolver.resolve(PROXY, List.of(), List.of()).proxy()).isTrue();
	}

	@Test
	void resolveWhenKnownPeerForwardsThenStillTellsOfUnlistedProxies() {
		this.resolver.resolve("203.0.113.7", List.of(), List.of());
		for (String address : List.of("9.9.9.1", "9.9.9.2", "9.9.9.3", "9.9.9.4")) {
			this.resolver.resolve("203.0.113.7", List.of(address), List.of());
		}
		assertThat(this.resolver.gaps()).isNotEmpty();
	}

	@Test
	void resolveWhenNoProxyIsTrustedThenIgnoresHeaders() {
		ClientAddressResolver trusting = resolver(EnumSet.allOf(ForwardingHeader.class));
		assertThat(trusting.resolve("127.0.0.1", List.of("1.1.1.1"), List.of()).address()).isEqualTo("127.0.0.1");
		assertThat(trusting.trustsProxies()).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "9.9.9.9|9.9.9.9", "6.6.6.6, 9.9.9.9|9.9.9.9", "6.6.6.6, 9.9.9.9, 10.0.0.9|9.9.9.9",
					"6.6.6.6,9.9.9.9,10.0.0.9,127.0.0.1|9.9.9.9", "10.0.0.7|10.0.0.7", "10.0.0.8, 10.0.0.7|10.0.0.8",
					"9.9.9.9:4711|9.9.9.9", "[2001:db8::7]:443|2001:db8::7", "2001:DB8::0:7|2001:db8::7",
					"fe80::1%eth0|fe80::1", "::ffff:9.9.9.9|9.9.9.9", "6.6.6.6, bogus|10.0.0.5",
					"6.6.6.6, bogus, 10.0.0.9|10.0.0.9", "6.6.6.6, unknown|10.0.0.5", "9.9.9.9,|10.0.0.5",
					"9.9.9.9:x|10.0.0.5", "'6.6.6.6, ''9.9.9.9'|10.0.0.5" })
	void resolveWhenProxyWritesXForwardedForThenFindsRightMostUntrustedHop(String header, String expected) {
		assertThat(this.resolver.resolve(PROXY, List.of(header), List.of()).address()).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "for=9.9.9.9|9.9.9.9", "For=9.9.9.9;proto=https;by=10.0.0.1|9.9.9.9",
					"proto=https; FOR=9.9.9.9|9.9.9.9", "for=6.6.6.6, for=9.9.9.9|9.9.9.9",
					"for=6.6.6.6, for=9.9.9.9, for=10.0.0.9|9.9.9.9", "for=\"[2001:db8::7]:4711\"|2001:db8::7",
					"for=\"9.9.9.9:80\";host=\"a,b;c\"|9.9.9.9", "for=9.9.9.9;host=\"a\\\", for=6.6.6.6\"|9.9.9.9",
					"for=6.6.6.6;x=\", for=9.9.9.9|9.9.9.9", "for=6.6.6.6;x=\", for=9.9.9.9;host=\"h\"|9.9.9.9",
					"for=6.6.6.6, for=unknown|10.0.0.5", "for=6.6.6.6, for=_hidden|10.0.0.5", "proto=https|10.0.0.5",
					"for=|10.0.0.5", "for|10.0.0.5", "\"|10.0.0.5" })
	void resolveWhenProxyWritesForwardedThenFindsRightMostUntrustedHop(String header, String expected) {
		assertThat(this.resolver.resolve(PROXY, List.of(), List.of(header)).address()).isEqualTo(expected);
	}

	@Test
	void resolveWhenHeaderComesInLinesThenReadsThemAsOne() {
		List<String> lines = List.of("6.6.6.6", "9.9.9.9", "10.0.0.9");
		assertThat(this.resolver.resolve(PROXY, lines, List.of()).address()).isEqualTo("9.9.9.9");
	}

	@Test
	void resolveWhenBothHeadersAgreeThenBelievesThem() {
		assertThat(this.resolver.resolve(PROXY, List.of("9.9.9.9"), List.of("for=\"9.9.9.9:1\"")).address())
			.isEqualTo("9.9.9.9");
	}

	@Test
	void resolveWhenHeadersDisagreeThenBelievesNeither() {
		assertThat(this.resolver.resolve(PROXY, List.of("9.9.9.9"), List.of("for=6.6.6.6")).address()).isEqualTo(PROXY);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-",
			value = { "9.9.9.9|-|false|true|", "10.0.0.7|-|true|true|", "-|-|true|true|",
					"6.6.6.6, 7.7.7.7, bogus, 10.0.0.7|-|true|false|7.7.7.7 6.6.6.6",
					"6.6.6.6|for=7.7.7.7|true|false|6.6.6.6 7.7.7.7", "10.0.0.7|for=6.6.6.6|true|false|6.6.6.6",
					"6.6.6.6|for=unknown|true|false|6.6.6.6" })
	void resolveTellsProxiesFromClients(String xForwardedFor, String forwarded, boolean proxy, boolean known,
			String candidates) {
		ClientIdentity client = this.resolver.resolve(PROXY, lines(xForwardedFor), lines(forwarded));
		assertThat(client.proxy()).isEqualTo(proxy);
		assertThat(client.isKnown()).isEqualTo(known);
		assertThat(String.join(" ", client.candidates())).isEqualTo((candidates != null) ? candidates : "");
	}

	private static List<String> lines(String header) {
		return (header != null) ? List.of(header) : List.of();
	}

	@Test
	void resolveWhenOnlyOneHeaderIsBelievedThenIgnoresTheOther() {
		ClientAddressResolver strict = resolver(Set.of(ForwardingHeader.X_FORWARDED_FOR), PROXY);
		assertThat(strict.resolve(PROXY, List.of("9.9.9.9"), List.of("for=6.6.6.6")).address()).isEqualTo("9.9.9.9");
	}

	@Test
	void resolveWhenClientIsV6ThenCountsByNetwork() {
		ClientIdentity client = this.resolver.resolve("::1", List.of("2001:db8:1:2:3:4:5:6"), List.of());
		assertThat(client.address()).isEqualTo("2001:db8:1:2:3:4:5:6");
		assertThat(client.network()).isEqualTo("2001:db8:1:2::/64");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0:0:0:0:0:0:0:1", "0:0:0:0:0:0:0:1%0", "::1" })
	void resolveWhenPeerIsWrittenAtLengthThenIsTrustedAllTheSame(String peer) {
		assertThat(this.resolver.resolve(peer, List.of("9.9.9.9"), List.of()).address()).isEqualTo("9.9.9.9");
	}

	@Test
	void resolveWhenPeerIsNoAddressThenKeepsItsLabel() {
		ClientIdentity client = this.resolver.resolve("unix:\n", List.of("9.9.9.9"), List.of());
		assertThat(client).isEqualTo(new ClientIdentity("unix:?"));
	}

	private static ClientAddressResolver resolver(Set<ForwardingHeader> headers, String... trusted) {
		return new ClientAddressResolver(
				Stream.of(trusted).map((range) -> Objects.requireNonNull(NetworkRange.parse(range))).toList(), headers);
	}

}
