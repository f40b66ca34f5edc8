package io.github.raspspring.autoconfigure.token;

import java.util.function.Function;

import io.github.raspspring.engine.Subject;
import io.github.raspspring.web.AuthenticationSubjectResolver;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;

/**
 * Tells whom a verified token names, by the name the application would know if the token
 * were accepted.
 */
final class TokenSubjects implements Function<Jwt, @Nullable Subject> {

	private final ObjectProvider<JwtAuthenticationConverter> converter;

	TokenSubjects(ObjectProvider<JwtAuthenticationConverter> converter) {
		this.converter = converter;
	}

	@Override
	public @Nullable Subject apply(Jwt token) {
		try {
			return AuthenticationSubjectResolver
				.of(this.converter.getIfUnique(JwtAuthenticationConverter::new).convert(token));
		}
		catch (RuntimeException ex) {
			// A token that lacks what the converter needs names nobody.
			return null;
		}
	}

}
