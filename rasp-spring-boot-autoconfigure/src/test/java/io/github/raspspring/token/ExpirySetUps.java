package io.github.raspspring.token;

import java.net.URI;
import java.time.Instant;
import java.util.Date;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.github.raspspring.token.TokenApplication.Pages;
import io.github.raspspring.token.TokenApplication.Seen;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.authentication.OpaqueTokenAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Applications that verify tokens in ways of their own.
 */
final class ExpirySetUps {

	private ExpirySetUps() {
	}

	/** Verifies by the means of a library, whose failures it hands on. */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Pages.class, Seen.class })
	static class OfLibrary {

		@Bean
		JwtDecoder decoder(@Value("${keys}") String keys) throws Exception {
			DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
			processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256,
					JWKSourceBuilder.create(URI.create(keys).toURL()).build()));
			return (token) -> {
				try {
					SignedJWT parsed = SignedJWT.parse(token);
					JWTClaimsSet claims = processor.process(parsed, null);
					return new Jwt(token, claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant(),
							parsed.getHeader().toJSONObject(), claims.toJSONObject());
				}
				catch (Exception ex) {
					throw new BadJwtException("No entry", ex);
				}
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Pages.class, Seen.class })
	static class OwnWords {

		@Bean
		JwtDecoder decoder(@Value("${keys}") String keys) {
			NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(keys).build();
			decoder.setJwtValidator(
					(token) -> token.getExpiresAt().isAfter(Instant.now()) ? OAuth2TokenValidatorResult.success()
							: OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token",
									"This ticket expired " + Date.from(token.getExpiresAt()), null)));
			return decoder;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Pages.class, Seen.class })
	static class OwnAnswer {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults())
					.authenticationEntryPoint((request, response, failure) -> {
						response.setStatus(401);
						response.getWriter().write("{\"message\":\"Please log in\"}");
					}))
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Pages.class, Seen.class })
	static class BesideOpaque {

		@Bean
		SecurityFilterChain chain(HttpSecurity http, @Value("${keys}") String keys) {
			AuthenticationManager jwt = new JwtAuthenticationProvider(TokenApplication.decoder(keys))::authenticate;
			AuthenticationManager opaque = new OpaqueTokenAuthenticationProvider((token) -> {
				throw new BadOpaqueTokenException("Provided token isn't active");
			})::authenticate;
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.oauth2ResourceServer((server) -> server.authenticationManagerResolver(
						(request) -> request.getHeader("Authorization").contains(".") ? jwt : opaque))
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Pages.class, Seen.class })
	static class TwoChains {

		@Bean
		@Order(1)
		SecurityFilterChain first(HttpSecurity http) {
			return http.securityMatcher("/admin/**")
				.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.httpBasic(Customizer.withDefaults())
				.build();
		}

		@Bean
		@Order(2)
		SecurityFilterChain second(HttpSecurity http) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()))
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Pages.class, Seen.class })
	static class OwnHeader {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			DefaultBearerTokenResolver resolver = new DefaultBearerTokenResolver();
			resolver.setBearerTokenHeaderName("X-Access-Token");
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults())
					.bearerTokenResolver((HttpServletRequest request) -> resolver.resolve(request)))
				.build();
		}

	}

}
