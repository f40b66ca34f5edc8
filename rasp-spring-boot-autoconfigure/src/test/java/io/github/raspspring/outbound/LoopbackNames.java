package io.github.raspspring.outbound;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;

import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import org.apache.hc.client5.http.DnsResolver;
import org.eclipse.jetty.util.SocketAddressResolver;

/**
 * Resolves every name to this machine, as names do that are rebound once they have been
 * judged: the resolver of the JVM, and so the judgement before, knows nothing of them.
 */
final class LoopbackNames implements DnsResolver, SocketAddressResolver {

	@Override
	public InetAddress[] resolve(String host) {
		return new InetAddress[] { loopback(host) };
	}

	@Override
	public String resolveCanonicalHostname(String host) {
		return host;
	}

	@Override
	public void resolve(String host, int port, Map<String, Object> context,
			org.eclipse.jetty.util.Promise<List<InetSocketAddress>> promise) {
		new Thread(() -> promise.succeeded(List.of(new InetSocketAddress(loopback(host), port)))).start();
	}

	AddressResolverGroup<InetSocketAddress> forNetty() {
		return new AddressResolverGroup<>() {

			@Override
			protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
				return new NettyNames(executor).asAddressResolver();
			}

		};
	}

	private static InetAddress loopback(String host) {
		try {
			return InetAddress.getByAddress(host, new byte[] { 127, 0, 0, 1 });
		}
		catch (java.net.UnknownHostException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static final class NettyNames extends InetNameResolver {

		NettyNames(EventExecutor executor) {
			super(executor);
		}

		@Override
		protected void doResolve(String host, Promise<InetAddress> promise) {
			promise.setSuccess(loopback(host));
		}

		@Override
		protected void doResolveAll(String host, Promise<List<InetAddress>> promise) {
			promise.setSuccess(List.of(loopback(host)));
		}

	}

}
