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
 * Puts the advice around the arguments of controllers: on parts before they are bound, on
 * all other arguments after, and on answers before they are written.
 */
public final class ArgumentInspection implements BeanPostProcessor {

	private final ObjectProvider<HandlerInspector> inspector;

	private final ObjectProvider<RequestPartAdvice> partAdvice;

	/**
	 * Create the post-processor. What it needs is asked for when the first handler
	 * adapter comes, not before.
	 * @param inspector judges what becomes known
	 * @param partAdvice judges parts of multipart bodies
	 */
	public ArgumentInspection(ObjectProvider<HandlerInspector> inspector,
			ObjectProvider<RequestPartAdvice> partAdvice) {
		this.inspector = inspector;
		this.partAdvice = partAdvice;
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (bean instanceof RequestMappingHandlerAdapter adapter) {
			adapter.setRequestBodyAdvice(List.<RequestBodyAdvice>of(this.partAdvice.getObject()));
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
