package io.github.raspspring.web;

import java.util.ArrayList;
import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Puts the advice around the arguments of controllers: on bodies before they are bound,
 * on all other arguments after, and on answers before they are written.
 */
public final class ArgumentInspection implements BeanPostProcessor {

	private final ObjectProvider<HandlerInspector> inspector;

	private final ObjectProvider<BodyInspectionAdvice> bodyAdvice;

	/**
	 * Create the post-processor. What it needs is asked for when the first handler
	 * adapter comes, not before.
	 * @param inspector judges what becomes known
	 * @param bodyAdvice judges bodies
	 */
	public ArgumentInspection(ObjectProvider<HandlerInspector> inspector,
			ObjectProvider<BodyInspectionAdvice> bodyAdvice) {
		this.inspector = inspector;
		this.bodyAdvice = bodyAdvice;
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (bean instanceof RequestMappingHandlerAdapter adapter) {
			adapter.setRequestBodyAdvice(List.<RequestBodyAdvice>of(this.bodyAdvice.getObject()));
			adapter.setResponseBodyAdvice(
					List.<ResponseBodyAdvice<?>>of(new RefusalBeforeAnswer(this.inspector.getObject())));
		}
		return bean;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof RequestMappingHandlerAdapter adapter && adapter.getArgumentResolvers() != null) {
			HandlerInspector handlerInspector = this.inspector.getObject();
			List<HandlerMethodArgumentResolver> wrapped = new ArrayList<>();
			for (HandlerMethodArgumentResolver resolver : adapter.getArgumentResolvers()) {
				wrapped.add(new InspectedArgumentResolver(resolver, handlerInspector));
			}
			adapter.setArgumentResolvers(wrapped);
		}
		return bean;
	}

}
