package io.github.raspspring.sink.http;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;

import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.sink.SinkGuard;
import io.github.raspspring.sink.SinkKind;
import io.github.raspspring.sink.UnattributedCalls;
import io.github.raspspring.sink.UrlCall;
import org.jspecify.annotations.Nullable;

/**
 * What the carriers of HTTP clients share: judges the first URL of a call, each redirect,
 * and the address a connection is really made to. Thread-safe.
 */
public final class UrlGuard {

	private final InspectionScope scope;

	private final SinkGuard guard;

	private final UnattributedCalls unattributed;

	private final ThreadLocal<String> connecting = new ThreadLocal<>();

	/**
	 * Create a guard.
	 * @param scope tells the request that a thread works for
	 * @param guard judges the calls
	 * @param unattributed counts calls that are made for no request
	 */
	public UrlGuard(InspectionScope scope, SinkGuard guard, UnattributedCalls unattributed) {
		this.scope = scope;
		this.guard = guard;
		this.unattributed = unattributed;
	}

	/**
	 * Return the request that the current thread works for.
	 */
	@Nullable Inspection current() {
		return this.scope.current();
	}

	/**
	 * Act on behalf of a request on the current thread.
	 */
	InspectionScope.Binding bind(@Nullable Inspection inspection) {
		return this.scope.bind(inspection);
	}

	/**
	 * Judge the URL of a request about to be sent.
	 */
	void check(String operation, URI url) {
		if (this.guard.watches(SinkKind.URL)) {
			this.guard.check(UrlCall.resolvedByJvm(operation, url.toString()));
		}
		else if (this.scope.current() == null) {
			this.unattributed.add(SinkKind.URL);
		}
	}

	/**
	 * Judge a redirect about to be followed: whoever chose the first host has chosen
	 * where it sends the application.
	 */
	void checkRedirect(URI first, URI location) {
		if (this.guard.watches(SinkKind.URL)) {
			this.guard.check(UrlCall.redirected("HTTP client redirect", location.toString(), first.toString()));
		}
	}

	/**
	 * Note what the current thread is about to connect to.
	 */
	void connecting(@Nullable URI url) {
		if (url == null) {
			this.connecting.remove();
		}
		else {
			this.connecting.set(url.toString());
		}
	}

	/**
	 * Judge the address that the client has resolved a host to, right before it connects.
	 */
	void checkConnection(InetAddress address) {
		String url = this.connecting.get();
		if (url != null) {
			this.guard.check(new UrlCall("HTTP client connection", url, (host) -> List.of(address)));
		}
	}

}
