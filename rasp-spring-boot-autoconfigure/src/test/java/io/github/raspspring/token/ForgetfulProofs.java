package io.github.raspspring.token;

import java.util.List;

import org.springframework.cache.support.NoOpCache;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.oauth2.jwt.DPoPProofJwtDecoderFactory;
import org.springframework.security.oauth2.jwt.DPoPProofReplayValidator;
import org.springframework.security.oauth2.server.resource.authentication.DPoPAuthenticationProvider;

/**
 * An application's own way of verifying proofs.
 */
final class ForgetfulProofs implements ObjectPostProcessor<DPoPAuthenticationProvider> {

	@Override
	public <O extends DPoPAuthenticationProvider> O postProcess(O provider) {
		DPoPProofJwtDecoderFactory factory = new DPoPProofJwtDecoderFactory();
		factory.setJwtValidatorFactory(DPoPProofJwtDecoderFactory
			.createDefaultJwtValidatorFactory(List.of(new DPoPProofReplayValidator(new NoOpCache("none")))));
		provider.setDPoPProofVerifierFactory(factory);
		return provider;
	}

}
