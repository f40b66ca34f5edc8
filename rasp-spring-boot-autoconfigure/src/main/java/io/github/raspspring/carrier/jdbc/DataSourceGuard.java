package io.github.raspspring.carrier.jdbc;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.springframework.aop.framework.AopConfigException;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;

/**
 * Makes a guarded twin of a data source: a subclass where its class allows one, else a
 * proxy of its interfaces, else nothing.
 */
final class DataSourceGuard {

	private final DefaultPointcutAdvisor advisor;

	DataSourceGuard(RequestGuard guard) {
		this.advisor = new DefaultPointcutAdvisor(new StaticMethodMatcherPointcut() {

			@Override
			public boolean matches(Method method, Class<?> targetClass) {
				return ConnectionInterceptor.applies(method);
			}

		}, new ConnectionInterceptor(guard));
	}

	DataSource around(DataSource dataSource) {
		try {
			return proxy(dataSource, allowsSubclass(dataSource.getClass()));
		}
		catch (AopConfigException ex) {
			return proxyOfInterfaces(dataSource);
		}
	}

	private DataSource proxyOfInterfaces(DataSource dataSource) {
		try {
			return proxy(dataSource, false);
		}
		catch (AopConfigException | IllegalArgumentException ex) {
			return dataSource;
		}
	}

	private DataSource proxy(DataSource dataSource, boolean subclass) {
		ProxyFactory factory = new ProxyFactory(dataSource);
		factory.setProxyTargetClass(subclass);
		factory.addAdvisor(this.advisor);
		factory.setFrozen(true);
		return (DataSource) factory.getProxy(dataSource.getClass().getClassLoader());
	}

	/**
	 * A final method would run on the fields of the subclass, which are empty.
	 */
	private static boolean allowsSubclass(Class<?> type) {
		return !Modifier.isFinal(type.getModifiers()) && !Modifier.isPrivate(type.getModifiers()) && Stream
			.of(type.getMethods())
			.filter((method) -> method.getDeclaringClass() != Object.class)
			.noneMatch(
					(method) -> Modifier.isFinal(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()));
	}

}
