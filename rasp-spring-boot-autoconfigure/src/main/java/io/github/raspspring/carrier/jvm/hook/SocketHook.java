package io.github.raspspring.carrier.jvm.hook;

import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

import io.github.raspspring.attack.url.UrlCall;
import io.github.raspspring.carrier.jvm.HookPoint;
import io.github.raspspring.carrier.jvm.JvmHook;
import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;
import org.jspecify.annotations.Nullable;

/**
 * Connections, with the address that they are about to be made to.
 */
final class SocketHook implements JvmHook {

	@Override
	public SinkKind kind() {
		return SinkKind.URL;
	}

	@Override
	public String name() {
		return "Socket, SocketChannel and datagrams";
	}

	@Override
	public List<HookPoint> points() {
		return List.of(HookPoint.of("java.net.Socket", "connect", "Ljava/net/SocketAddress;I", 1),
				HookPoint.of("sun.nio.ch.SocketChannelImpl", "connect", "Ljava/net/SocketAddress;", 1),
				HookPoint.of("sun.nio.ch.SocketChannelImpl", "blockingConnect", "Ljava/net/SocketAddress;*", 1),
				HookPoint.of("sun.nio.ch.AsynchronousSocketChannelImpl", "connect", "Ljava/net/SocketAddress;*", 1),
				HookPoint.of("sun.nio.ch.DatagramChannelImpl", "connect", "Ljava/net/SocketAddress;Z", 1),
				HookPoint.of("sun.nio.ch.DatagramChannelImpl", "send", "Ljava/nio/ByteBuffer;Ljava/net/SocketAddress;",
						2),
				// Of Netty where it uses no channel of the JDK.
				HookPoint.of("io.netty.channel.unix.Socket", "connect", "Ljava/net/SocketAddress;", 1),
				// Asks the port of echo where it may not send a ping.
				HookPoint.of("java.net.InetAddress", "isReachable", "Ljava/net/NetworkInterface;*", HookPoint.SELF),
				HookPoint.of("java.net.DatagramSocket", "send", "Ljava/net/DatagramPacket;", 1));
	}

	@Override
	public @Nullable SinkCall describe(@Nullable Object first, @Nullable Object second) {
		if (first instanceof InetAddress probed) {
			return call(new InetSocketAddress(probed, 7));
		}
		Object address = (first instanceof DatagramPacket packet && packet.getAddress() != null)
				? packet.getSocketAddress() : first;
		if (!(address instanceof InetSocketAddress target) || target.getAddress() == null) {
			return null;
		}
		return call(target);
	}

	private static SinkCall call(InetSocketAddress target) {
		InetAddress resolved = target.getAddress();
		String host = target.getHostString();
		String url = "http://" + ((host.indexOf(':') < 0) ? host : "[" + host + "]") + ":" + target.getPort() + "/";
		// Other names were resolved by whoever asked for them.
		return new UrlCall("connect", url, (name) -> name.equalsIgnoreCase(host) ? List.of(resolved) : List.of());
	}

}
