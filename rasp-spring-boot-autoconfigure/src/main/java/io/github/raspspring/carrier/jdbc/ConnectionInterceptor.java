package io.github.raspspring.carrier.jdbc;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ConnectionBuilder;

import javax.sql.DataSource;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.ProxyMethodInvocation;

/**
 * Guards the connections that a data source hands out.
 */
final class ConnectionInterceptor implements MethodInterceptor {

	private final RequestGuard guard;

	private final JdbcProxies proxies = new JdbcProxies();

	private final Runnable closed = this::refresh;

	private volatile @Nullable TwinState state;

	ConnectionInterceptor(RequestGuard guard) {
		this.guard = guard;
	}

	/**
	 * Have a twin look like its original after each call that may have changed it.
	 */
	void keepLike(TwinState state) {
		this.state = state;
	}

	/**
	 * Return whether a method of a data source is of interest.
	 */
	static boolean applies(Method method) {
		return Connection.class.isAssignableFrom(method.getReturnType())
				|| ConnectionBuilder.class.isAssignableFrom(method.getReturnType())
				|| method.getName().equals("unwrap");
	}

	@Override
	public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
		@Nullable Object[] args = invocation.getArguments();
		if (args.length == 1 && args[0] instanceof Class<?> type && invocation instanceof ProxyMethodInvocation proxied
				&& type.isInstance(proxied.getProxy())) {
			return proxied.getProxy();
		}
		Object result = result(invocation, args);
		refresh();
		return guard(result);
	}

	/**
	 * What each query calls is called directly, which costs less than reflection. Nobody
	 * is asked behind this one.
	 */
	private static @Nullable Object result(MethodInvocation invocation, @Nullable Object[] args) throws Throwable {
		boolean usual = args.length == 0 && invocation.getMethod().getName().equals("getConnection");
		return (usual && invocation.getThis() instanceof DataSource dataSource) ? dataSource.getConnection()
				: invocation.proceed();
	}

	private void refresh() {
		TwinState known = this.state;
		if (known != null) {
			known.refresh();
		}
	}

	private @Nullable Object guard(@Nullable Object result) {
		if (result instanceof Connection connection && !this.proxies.guards(connection)) {
			return this.proxies.proxy(connection,
					new ConnectionHandler(connection, this.guard, this.proxies, this.closed));
		}
		if (result instanceof ConnectionBuilder builder) {
			return guardBuilder(builder);
		}
		return result;
	}

	private Object guardBuilder(ConnectionBuilder builder) {
		return Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { ConnectionBuilder.class },
				(proxy, method, args) -> {
					Object result = JdbcProxies.invoke(builder, method, args);
					return (result == builder) ? proxy : guard(result);
				});
	}

}
