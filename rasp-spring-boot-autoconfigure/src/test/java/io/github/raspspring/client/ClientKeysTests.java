package io.github.raspspring.client;

import java.util.List;
import java.util.Map;

import io.github.raspspring.engine.ClientIdentity;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClientKeysTests {

	private static final ClientIdentity CLIENT = new ClientIdentity("9.9.9.9");

	private final ClientKeys keys = new ClientKeys(List.of("X-Partner-Key", "x-api-key"), new byte[] { 1 });

	@Test
	void completeWhenNothingIsPresentedThenReturnsTheSame() {
		assertThat(this.keys.complete(CLIENT, null, (header) -> null)).isSameAs(CLIENT);
	}

	@Test
	void completeWhenSessionAndKeyArePresentedThenKeepsHashesOnly() {
		ClientIdentity client = this.keys.complete(CLIENT, "session-id", Map.of("x-api-key", "secret-key")::get);
		assertThat(client.toString()).doesNotContain("session-id").doesNotContain("secret-key");
		assertThat(client.session()).hasSize(32);
		assertThat(client.apiKey()).hasSize(32);
		assertThat(client.address()).isEqualTo("9.9.9.9");
	}

	@Test
	void completeWhenSeveralHeadersAreConfiguredThenTheFirstCounts() {
		Map<String, String> headers = Map.of("X-Partner-Key", "one", "x-api-key", "two");
		assertThat(this.keys.complete(CLIENT, null, headers::get))
			.isEqualTo(this.keys.complete(CLIENT, null, Map.of("x-api-key", "one")::get));
	}

	@Test
	void completeWhenSecretDiffersThenHashesDiffer() {
		ClientKeys others = new ClientKeys(List.of("x-api-key"), new byte[] { 2 });
		Map<String, String> headers = Map.of("x-api-key", "key");
		assertThat(this.keys.complete(CLIENT, null, headers::get).apiKey())
			.isNotEqualTo(others.complete(CLIENT, null, headers::get).apiKey());
	}

	@Test
	void completeWhenSessionEqualsKeyThenHashesDiffer() {
		ClientIdentity client = this.keys.complete(CLIENT, "same", Map.of("x-api-key", "same")::get);
		assertThat(client.session()).isNotEqualTo(client.apiKey());
	}

	@Test
	void completeWhenKeyIsVeryLongThenHashIsAsShortAsAny() {
		assertThat(this.keys.complete(CLIENT, null, Map.of("x-api-key", "k".repeat(1 << 20))::get).apiKey())
			.hasSize(32);
	}

}
