package io.github.raspspring.web.answer;

import java.util.function.BooleanSupplier;

import io.github.raspspring.engine.SinkBlockedException;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.Advisor;
import org.springframework.aop.PointcutAdvisor;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.scheduling.annotation.AsyncAnnotationAdvisor;

/**
 * Ends {@code @Async} methods that return nothing quietly when a call in them is refused:
 * nobody waits for them, the refusal is an event by then, and what Spring does with an
 * exception that nobody takes is to log it as an error. Methods that fail by themselves,
 * or that return a future, end as ever, and transactions inside are rolled back. An
 * application that has a handler of its own for such exceptions goes on to be told.
 */
public final class AsyncRefusals implements BeanPostProcessor, MethodInterceptor {

	private static final int LONGEST_CAUSE_CHAIN = 16;

	private final BooleanSupplier handled;

	/**
	 * Create the post-processor.
	 * @param handled tells whether the application handles such exceptions itself; asked
	 * when there is one
	 */
	public AsyncRefusals(BooleanSupplier handled) {
		this.handled = handled;
	}

	/**
	 * Stand right behind what hands the method to another thread, ahead of transactions.
	 */
	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		if (bean instanceof Advised advised && !advised.isFrozen()) {
			Advisor[] advisors = advised.getAdvisors();
			for (int i = 0; i < advisors.length; i++) {
				if (advisors[i] instanceof AsyncAnnotationAdvisor) {
					advised.addAdvisor(i + 1,
							new DefaultPointcutAdvisor(((PointcutAdvisor) advisors[i]).getPointcut(), this));
					break;
				}
			}
		}
		return bean;
	}

	@Override
	public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
		try {
			return invocation.proceed();
		}
		catch (Throwable ex) {
			if (invocation.getMethod().getReturnType() == void.class && isRefusal(ex) && !this.handled.getAsBoolean()) {
				return null;
			}
			throw ex;
		}
	}

	private static boolean isRefusal(Throwable thrown) {
		Throwable cause = thrown;
		for (int i = 0; cause != null && i < LONGEST_CAUSE_CHAIN; i++) {
			if (cause instanceof SinkBlockedException) {
				return true;
			}
			cause = cause.getCause();
		}
		return false;
	}

}
