package io.github.raspspring.carrier.jvm.hook;

import java.util.List;

import io.github.raspspring.attack.gadget.CallPathCall;
import io.github.raspspring.attack.gadget.CallPathCall.Effect;
import io.github.raspspring.carrier.jvm.HookPoint;
import io.github.raspspring.carrier.jvm.JvmHook;
import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;
import org.jspecify.annotations.Nullable;

/**
 * What has led to a connection.
 */
final class ConnectionPathHook implements JvmHook {

	@Override
	public SinkKind kind() {
		return SinkKind.CALL_PATH;
	}

	@Override
	public String name() {
		return "outgoing connections";
	}

	@Override
	public List<HookPoint> points() {
		return List.of(HookPoint.of("java.net.Socket", "connect", "Ljava/net/SocketAddress;I", 1),
				HookPoint.of("sun.nio.ch.SocketChannelImpl", "connect", "Ljava/net/SocketAddress;", 1));
	}

	@Override
	public @Nullable SinkCall describe(@Nullable Object first, @Nullable Object second) {
		return new CallPathCall("connect", String.valueOf(first), Effect.CONNECTION);
	}

}
