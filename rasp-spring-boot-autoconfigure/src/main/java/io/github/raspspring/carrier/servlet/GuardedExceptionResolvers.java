package io.github.raspspring.carrier.servlet;

import io.github.raspspring.attack.url.ForwardCall;
import io.github.raspspring.sink.SinkGuard;
import io.github.raspspring.sink.SinkKind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.handler.HandlerExceptionResolverComposite;

/**
 * Judges the names of views that exception handlers choose, before they are resolved:
 * interceptors are not asked for them. Takes the place of the resolvers of Spring MVC,
 * and asks the same ones in the same order.
 */
public final class GuardedExceptionResolvers extends HandlerExceptionResolverComposite {

	private final ObjectProvider<SinkGuard> guards;

	private GuardedExceptionResolvers(HandlerExceptionResolverComposite resolvers, ObjectProvider<SinkGuard> guards) {
		this.guards = guards;
		setExceptionResolvers(resolvers.getExceptionResolvers());
		setOrder(resolvers.getOrder());
	}

	/**
	 * Return what puts the guarded resolvers in the place of those of Spring MVC.
	 * @param guards gives the guard that judges, when the first view is chosen
	 */
	public static BeanPostProcessor processor(ObjectProvider<SinkGuard> guards) {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessAfterInitialization(Object bean, String beanName) {
				return (bean.getClass() == HandlerExceptionResolverComposite.class)
						? new GuardedExceptionResolvers((HandlerExceptionResolverComposite) bean, guards) : bean;
			}

		};
	}

	@Override
	public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
			@Nullable Object handler, Exception ex) {
		ModelAndView resolved = super.resolveException(request, response, handler, ex);
		String view = (resolved != null) ? resolved.getViewName() : null;
		SinkGuard guard = (view != null) ? this.guards.getIfAvailable() : null;
		if (view != null && guard != null && guard.watches(SinkKind.FORWARD)) {
			guard.check(new ForwardCall("view", view, ForwardCall.Target.VIEW));
		}
		return resolved;
	}

}
