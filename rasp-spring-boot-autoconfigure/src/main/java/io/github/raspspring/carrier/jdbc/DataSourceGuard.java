package io.github.raspspring.carrier.jdbc;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.function.Predicate;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.AopConfigException;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.core.InfrastructureProxy;

/**
 * Makes guarded stand-ins of a data source: a subclass where its class allows one, or a
 * proxy of its interfaces.
 */
final class DataSourceGuard {

	private final RequestGuard guard;

	DataSourceGuard(RequestGuard guard) {
		this.guard = guard;
	}

	/**
	 * Make a guarded data source that can be injected wherever the original can.
	 * @return the twin, or {@code null} if there can be none
	 */
	@Nullable DataSource twin(DataSource dataSource) {
		if (isUnnamed(dataSource.getClass())) {
			return proxyOfInterfaces(dataSource);
		}
		try {
			return allowsSubclass(dataSource.getClass()) ? subclass(dataSource) : null;
		}
		catch (AopConfigException ex) {
			return null;
		}
	}

	/**
	 * Make a guarded data source that can be injected as what the original implements.
	 * @return the proxy, or {@code null} if its interfaces allow none
	 */
	@Nullable DataSource proxyOfInterfaces(DataSource dataSource) {
		ProxyFactory factory = new ProxyFactory(dataSource);
		factory.addInterface(InfrastructureProxy.class);
		factory.addAdvisor(new DefaultPointcutAdvisor(new Matching(GuardedSources.SameResource::applies),
				new GuardedSources.SameResource(dataSource)));
		factory.addAdvisor(connections(new ConnectionInterceptor(this.guard)));
		factory.setFrozen(true);
		try {
			return (DataSource) factory.getProxy(dataSource.getClass().getClassLoader());
		}
		catch (AopConfigException | IllegalArgumentException ex) {
			return null;
		}
	}

	private DataSource subclass(DataSource dataSource) {
		ConnectionInterceptor interceptor = new ConnectionInterceptor(this.guard);
		ProxyFactory factory = new ProxyFactory(dataSource);
		factory.setProxyTargetClass(true);
		factory.addAdvisor(connections(interceptor));
		factory.setFrozen(true);
		DataSource twin = (DataSource) factory.getProxy(dataSource.getClass().getClassLoader());
		interceptor.keepLike(TwinState.of(dataSource, twin));
		return twin;
	}

	private static DefaultPointcutAdvisor connections(ConnectionInterceptor interceptor) {
		return new DefaultPointcutAdvisor(new Matching(ConnectionInterceptor::applies), interceptor);
	}

	/**
	 * Return whether nobody can ask for the class by name.
	 */
	private static boolean isUnnamed(Class<?> type) {
		return Modifier.isPrivate(type.getModifiers()) || type.isAnonymousClass() || type.isHidden()
				|| Proxy.isProxyClass(type);
	}

	/**
	 * A final method would run on the twin, whose fields are copies.
	 */
	private static boolean allowsSubclass(Class<?> type) {
		if (Modifier.isFinal(type.getModifiers())) {
			return false;
		}
		Stream<Class<?>> classes = Stream.iterate(type, (each) -> each != null && each != Object.class,
				Class::getSuperclass);
		return classes.flatMap((each) -> Stream.of(each.getDeclaredMethods())).noneMatch(DataSourceGuard::isFinal);
	}

	private static boolean isFinal(Method method) {
		int modifiers = method.getModifiers();
		return Modifier.isFinal(modifiers) && !Modifier.isStatic(modifiers) && !Modifier.isPrivate(modifiers);
	}

	/**
	 * Methods of a kind, whatever class they are called on.
	 */
	private static final class Matching extends StaticMethodMatcherPointcut {

		private final Predicate<Method> methods;

		Matching(Predicate<Method> methods) {
			this.methods = methods;
		}

		@Override
		public boolean matches(Method method, Class<?> targetClass) {
			return this.methods.test(method);
		}

	}

}
