package io.github.raspspring.carrier.jvm.hook;

import java.net.URL;
import java.net.URLConnection;
import java.util.List;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.raspspring.attack.url.UrlCall;
import io.github.raspspring.carrier.jvm.HookPoint;
import io.github.raspspring.carrier.jvm.JvmHook;
import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;
import org.jspecify.annotations.Nullable;

/**
 * Redirects that {@link java.net.HttpURLConnection} follows by itself.
 */
final class RedirectHook implements JvmHook {

	private static final int CONNECTIONS = 1000;

	/** What each connection was opened for, however many redirects ago. */
	private final Cache<URLConnection, String> asked = Caffeine.newBuilder()
		.weakKeys()
		.maximumSize(CONNECTIONS)
		.build();

	@Override
	public SinkKind kind() {
		return SinkKind.URL;
	}

	@Override
	public String name() {
		return "redirects of HttpURLConnection";
	}

	@Override
	public List<HookPoint> points() {
		return List.of(new HookPoint("sun.net.www.protocol.http.HttpURLConnection", "followRedirect0",
				"Ljava/lang/String;ILjava/net/URL;", HookPoint.SELF, 3));
	}

	@Override
	public @Nullable SinkCall describe(@Nullable Object first, @Nullable Object second) {
		if (!(first instanceof URLConnection connection) || !(second instanceof URL target)) {
			return null;
		}
		String asked = this.asked.get(connection, (each) -> each.getURL().toString());
		return UrlCall.redirected("HttpURLConnection", target.toString(), asked);
	}

}
