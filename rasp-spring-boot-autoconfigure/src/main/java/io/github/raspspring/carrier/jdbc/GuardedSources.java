package io.github.raspspring.carrier.jdbc;

import java.lang.reflect.Method;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;

import javax.sql.DataSource;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

import org.springframework.core.InfrastructureProxy;

/**
 * The beans that stay what they are, as nothing can stand in for their class, each with
 * the guarded data source that is injected where the interface is asked for. As many as
 * there are beans. Thread-safe.
 */
final class GuardedSources {

	private final Map<Object, DataSource> guarded = Collections.synchronizedMap(new IdentityHashMap<>());

	void add(DataSource original, DataSource proxy) {
		this.guarded.put(original, proxy);
	}

	boolean isEmpty() {
		return this.guarded.isEmpty();
	}

	/**
	 * Return what is to be injected for a bean.
	 */
	@SuppressWarnings("unchecked") // Both are data sources.
	<T extends @Nullable Object> T guarded(T bean) {
		DataSource proxy = (bean != null) ? this.guarded.get(bean) : null;
		return (proxy != null) ? (T) proxy : bean;
	}

	/**
	 * Makes a transaction that was begun on the proxy hold for its original, and the
	 * other way round.
	 */
	record SameResource(Object original) implements MethodInterceptor {

		static boolean applies(Method method) {
			return method.getDeclaringClass() == InfrastructureProxy.class;
		}

		@Override
		public Object invoke(MethodInvocation invocation) {
			return this.original;
		}

	}

}
