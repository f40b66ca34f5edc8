package io.github.raspspring.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The ways of setting up a resource server in which the end of a token looks different.
 */
enum ExpirySetUp {

	JWK_SET_URI(TokenApplication.Boot.class),

	ISSUER_URI(TokenApplication.Boot.class) {
		@Override
		Map<String, Object> properties(Issuance issuance) {
			return Map.of(RESOURCE + "issuer-uri", issuance.address());
		}
	},

	PUBLIC_KEY(TokenApplication.Boot.class) {
		@Override
		Map<String, Object> properties(Issuance issuance) {
			try {
				Path file = Files.createTempFile("key", ".pub");
				file.toFile().deleteOnExit();
				return Map.of(RESOURCE + "public-key-location",
						Files.writeString(file, issuance.publicKey()).toUri().toString());
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	},

	DECODER_BEAN(TokenApplication.DecoderBean.class), DECODER_OF_CHAIN(TokenApplication.DecoderOfChain.class),

	ISSUER_RESOLVER(TokenApplication.Resolver.class), CONVERTED(TokenApplication.Converted.class),

	CHAIN_BY_HAND(TokenApplication.ByHand.class), DECODER_OF_A_LIBRARY(ExpirySetUps.OfLibrary.class),

	VALIDATOR_IN_OWN_WORDS(ExpirySetUps.OwnWords.class), ANSWER_WITHOUT_CHALLENGE(ExpirySetUps.OwnAnswer.class),

	BESIDE_OPAQUE_TOKENS(ExpirySetUps.BesideOpaque.class), SECOND_OF_TWO_CHAINS(ExpirySetUps.TwoChains.class),

	PROOFS_ALLOWED(TokenApplication.Dpop.class),

	COOKIE(TokenApplication.Elsewhere.class, "rasp.token.modes.token-in-cookie=off") {
		@Override
		HttpRequest.Builder request(TokenApplication application, String token) {
			return application.request("/").header("Cookie", "access_token=" + token);
		}
	},

	QUERY(TokenApplication.Elsewhere.class, "rasp.token.modes.token-in-query=off") {
		@Override
		HttpRequest.Builder request(TokenApplication application, String token) {
			return application.request("/?access_token=" + token);
		}
	},

	OWN_HEADER(ExpirySetUps.OwnHeader.class) {
		@Override
		HttpRequest.Builder request(TokenApplication application, String token) {
			return application.request("/").header("X-Access-Token", "Bearer " + token);
		}
	},

	VIRTUAL_THREADS_BELOW_A_PATH(TokenApplication.Boot.class, "spring.threads.virtual.enabled=true",
			"server.servlet.context-path=/shop") {
		@Override
		HttpRequest.Builder request(TokenApplication application, String token) {
			return application.request("/shop/").header("Authorization", "Bearer " + token);
		}
	},

	SCORES_OFF(TokenApplication.Boot.class, "rasp.client.score.enabled=false"),

	MONITOR(TokenApplication.Boot.class, "rasp.mode=monitor");

	private static final String RESOURCE = "spring.security.oauth2.resourceserver.jwt.";

	private final Class<?> configuration;

	private final String[] settings;

	ExpirySetUp(Class<?> configuration, String... settings) {
		this.configuration = configuration;
		this.settings = settings;
	}

	TokenApplication start(Issuance issuance) {
		String[] all = new String[this.settings.length + 5];
		System.arraycopy(new String[] { "rasp.mode=block", "rasp.client.score.enabled=true",
				"rasp.client.score.mode=block", "rasp.behavior.enabled=true", "rasp.token.refusals-per-minute=10" }, 0,
				all, 0, 5);
		System.arraycopy(this.settings, 0, all, 5, this.settings.length);
		return new TokenApplication(this.configuration, properties(issuance), issuance, all);
	}

	Map<String, Object> properties(Issuance issuance) {
		return Map.of(RESOURCE + "jwk-set-uri", issuance.address() + "/keys");
	}

	HttpRequest.Builder request(TokenApplication application, String token) {
		return application.request("/").header("Authorization", "Bearer " + token);
	}

	boolean hasScores() {
		return this != SCORES_OFF;
	}

}
