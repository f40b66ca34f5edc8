package io.github.raspspring.autoconfigure.profile;

import java.util.List;

import io.github.raspspring.profile.declared.DeclaredBodyAdvice;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Puts the advice on bodies behind that of the application, so that it sees what is
 * bound.
 */
final class BodyAdvicePostProcessor implements BeanPostProcessor {

	private final ObjectProvider<DeclaredBodyAdvice> advice;

	BodyAdvicePostProcessor(ObjectProvider<DeclaredBodyAdvice> advice) {
		this.advice = advice;
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (bean instanceof RequestMappingHandlerAdapter adapter) {
			this.advice.ifAvailable((available) -> adapter.setRequestBodyAdvice(List.of(available)));
		}
		return bean;
	}

}
