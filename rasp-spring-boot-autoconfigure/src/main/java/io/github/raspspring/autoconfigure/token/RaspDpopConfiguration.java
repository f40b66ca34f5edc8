package io.github.raspspring.autoconfigure.token;

import io.github.raspspring.engine.ExpiringStores;
import io.github.raspspring.engine.ExpiringStores.Reading;
import io.github.raspspring.token.use.StoredProofs;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.security.oauth2.jwt.DPoPProofReplayValidator;
import org.springframework.security.oauth2.server.resource.authentication.DPoPAuthenticationProvider;

/**
 * Lets Spring Security remember DPoP proofs in the store, where the application asks for
 * it: it changes what Spring Security refuses, in every mode.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass({ DPoPAuthenticationProvider.class, DPoPProofReplayValidator.class })
@ConditionalOnBooleanProperty("rasp.token.replay.replace-proof-cache")
@ConditionalOnBean(ExpiringStores.class)
class RaspDpopConfiguration {

	@Bean
	StoredProofs raspStoredProofs(ExpiringStores stores, RaspTokenProperties properties) {
		return new StoredProofs(stores.open("proofs", properties.replay().maximumEntries(), Reading.CURRENT));
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static DpopProofPostProcessor raspDpopProofPostProcessor(ObjectProvider<StoredProofs> proofs, BeanFactory beans) {
		return new DpopProofPostProcessor(proofs, beans);
	}

}
