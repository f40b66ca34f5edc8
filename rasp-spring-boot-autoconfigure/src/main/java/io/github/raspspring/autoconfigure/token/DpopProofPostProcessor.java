package io.github.raspspring.autoconfigure.token;

import java.util.List;

import io.github.raspspring.token.use.StoredProofs;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.security.oauth2.jwt.DPoPProofJwtDecoderFactory;
import org.springframework.security.oauth2.jwt.DPoPProofReplayValidator;
import org.springframework.security.oauth2.server.resource.authentication.DPoPAuthenticationProvider;

/**
 * Gives the store to the providers that Spring Security's configurer makes and passes
 * through here. Providers that are beans are the application's and are left alone, and an
 * object post-processor of a filter chain comes later and has the last word.
 */
final class DpopProofPostProcessor implements BeanPostProcessor {

	private final ObjectProvider<StoredProofs> proofs;

	private final BeanFactory beans;

	DpopProofPostProcessor(ObjectProvider<StoredProofs> proofs, BeanFactory beans) {
		this.proofs = proofs;
		this.beans = beans;
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (bean instanceof DPoPAuthenticationProvider provider && !this.beans.containsBean(beanName)) {
			DPoPProofJwtDecoderFactory factory = new DPoPProofJwtDecoderFactory();
			factory.setJwtValidatorFactory(DPoPProofJwtDecoderFactory
				.createDefaultJwtValidatorFactory(List.of(new DPoPProofReplayValidator(this.proofs.getObject()))));
			provider.setDPoPProofVerifierFactory(factory);
		}
		return bean;
	}

}
