package io.github.raspspring.demo.security;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Map;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Makes a key pair at each start: the pair becomes a bean, the public half the property
 * from which Spring Boot builds its own decoder.
 */
public final class SigningKeyInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final String PUBLIC_KEY_LOCATION = "spring.security.oauth2.resourceserver.jwt.public-key-location";

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		KeyPair keys = generate();
		context.getBeanFactory().registerSingleton("signingKeys", keys);
		context.getEnvironment()
			.getPropertySources()
			.addLast(new MapPropertySource("signingKeys", Map.of(PUBLIC_KEY_LOCATION, locationOf(keys.getPublic()))));
	}

	private static KeyPair generate() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(2048);
			return generator.generateKeyPair();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has RSA", ex);
		}
	}

	private static String locationOf(PublicKey key) {
		String pem = "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(key.getEncoded())
				+ "\n-----END PUBLIC KEY-----\n";
		return "base64:" + Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII));
	}

}
