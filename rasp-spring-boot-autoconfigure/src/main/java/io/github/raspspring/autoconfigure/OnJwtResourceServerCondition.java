package io.github.raspspring.autoconfigure;

import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Matches where the application is a resource server for JWTs: by Boot's properties or by
 * a decoder of its own.
 */
final class OnJwtResourceServerCondition extends AnyNestedCondition {

	OnJwtResourceServerCondition() {
		super(ConfigurationPhase.REGISTER_BEAN);
	}

	@ConditionalOnProperty("spring.security.oauth2.resourceserver.jwt.issuer-uri")
	static final class IssuerUri {

	}

	@ConditionalOnProperty("spring.security.oauth2.resourceserver.jwt.jwk-set-uri")
	static final class JwkSetUri {

	}

	@ConditionalOnProperty("spring.security.oauth2.resourceserver.jwt.public-key-location")
	static final class PublicKeyLocation {

	}

	@ConditionalOnBean(JwtDecoder.class)
	static final class ApplicationDecoder {

	}

}
