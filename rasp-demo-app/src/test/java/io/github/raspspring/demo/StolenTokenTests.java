package io.github.raspspring.demo;

import java.net.http.HttpRequest.BodyPublishers;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A token is taken from one network and agent, and used from another.
 */
@BookshopTest({ "rasp.mode=block", "rasp.client.trusted-proxies=127.0.0.1" })
class StolenTokenTests {

	private Bookshop shop;

	@BeforeEach
	void enter(@LocalServerPort int port) {
		this.shop = new Bookshop(port);
	}

	@Test
	void vaultWhenTokenIsReplayedFromElsewhereThenThiefIsRefusedAndOwnerServed() {
		String token = this.shop.tokenOf("alice");
		assertThat(vault(token, "203.0.113.7", "Mozilla/5.0 Firefox/131.0").status()).isEqualTo(200);
		Answer stolen = vault(token, "198.51.100.9", "curl/8.5.0");
		assertThat(stolen.status()).as(stolen.toString()).isEqualTo(401);
		assertThat(stolen.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
		String reference = stolen.json().path("reference").asString();
		await().untilAsserted(() -> assertThat(this.shop.event(reference).body()).contains("new-network-and-agent"));
		assertThat(vault(token, "203.0.113.7", "Mozilla/5.0 Firefox/131.0").status()).isEqualTo(200);
	}

	@Test
	void payOutWhenTokenComesAgainThenIsRefused() {
		String token = this.shop.tokenOf("alice");
		assertThat(payOut(token).status()).isEqualTo(200);
		assertThat(payOut(token).status()).isEqualTo(401);
	}

	@Test
	void takingsWhenShopIsAnothersThenIsRefused() {
		String token = this.shop.tokenOf("alice");
		assertThat(takings(token, "alice").status()).isEqualTo(200);
		assertThat(takings(token, "bob").status()).isEqualTo(403);
	}

	private Answer vault(String token, String address, String agent) {
		return this.shop.send(this.shop.request("/api/vault")
			.header("Authorization", "Bearer " + token)
			.header("X-Forwarded-For", address)
			.header("User-Agent", agent));
	}

	private Answer payOut(String token) {
		return this.shop.send(this.shop.request("/api/vault/payout")
			.header("Authorization", "Bearer " + token)
			.POST(BodyPublishers.noBody()));
	}

	private Answer takings(String token, String name) {
		return this.shop
			.send(this.shop.request("/api/shops/" + name + "/takings").header("Authorization", "Bearer " + token));
	}

}
