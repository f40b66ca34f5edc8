package io.github.raspspring.carrier.jvm.hook;

import java.net.URL;
import java.util.List;

import io.github.raspspring.attack.url.UrlCall;
import io.github.raspspring.carrier.jvm.HookPoint;
import io.github.raspspring.carrier.jvm.JvmHook;
import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;
import org.jspecify.annotations.Nullable;

/**
 * URLs that are opened. What is read from the class path within a jar is no matter of
 * input.
 */
final class UrlOpenHook implements JvmHook {

	@Override
	public SinkKind kind() {
		return SinkKind.URL;
	}

	@Override
	public String name() {
		return "URL.openConnection";
	}

	@Override
	public List<HookPoint> points() {
		return List.of(HookPoint.of("java.net.URL", "openConnection", "*", HookPoint.SELF));
	}

	@Override
	public @Nullable SinkCall describe(@Nullable Object first, @Nullable Object second) {
		if (!(first instanceof URL url) || url.getProtocol().equals("jrt") || url.getFile().startsWith("nested:")) {
			return null;
		}
		return UrlCall.resolvedByJvm("URL.openConnection", url.toString());
	}

}
