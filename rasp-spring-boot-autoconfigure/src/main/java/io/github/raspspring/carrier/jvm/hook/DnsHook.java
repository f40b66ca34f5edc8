package io.github.raspspring.carrier.jvm.hook;

import java.util.List;

import io.github.raspspring.attack.url.UrlCall;
import io.github.raspspring.carrier.jvm.HookPoint;
import io.github.raspspring.carrier.jvm.JvmHook;
import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;
import org.jspecify.annotations.Nullable;

/**
 * Names of hosts that are resolved, and numbers that are read as addresses. Plain
 * addresses are no names: many applications read them with {@link java.net.InetAddress}
 * and connect nowhere.
 */
final class DnsHook implements JvmHook {

	@Override
	public SinkKind kind() {
		return SinkKind.URL;
	}

	@Override
	public String name() {
		return "InetAddress";
	}

	@Override
	public List<HookPoint> points() {
		return List.of(HookPoint.of("java.net.InetAddress", "getAllByName", "Ljava/lang/String;", 1));
	}

	@Override
	public @Nullable SinkCall describe(@Nullable Object first, @Nullable Object second) {
		return (first instanceof String host) ? UrlCall.lookup("InetAddress.getAllByName", host) : null;
	}

}
