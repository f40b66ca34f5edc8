package io.github.raspspring.carrier.http;

import java.net.URI;
import java.util.Map;

import io.github.raspspring.attack.url.UrlCall;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.sink.SinkGuard;
import io.github.raspspring.sink.SinkKind;
import io.github.raspspring.sink.UnattributedCalls;
import org.jspecify.annotations.Nullable;

/**
 * What the carriers of HTTP clients share: judges the first URL of a call, each redirect,
 * and knows which calls are on their way. Thread-safe.
 */
public final class UrlGuard {

	private static final String JUDGED = UrlGuard.class.getName() + ".judged";

	private final InspectionScope scope;

	private final SinkGuard guard;

	private final UnattributedCalls unattributed;

	private final OutboundCalls calls;

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
		this.calls = new OutboundCalls(scope, guard);
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
	 * Return the calls that are on their way.
	 */
	OutboundCalls calls() {
		return this.calls;
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
	 * Judge the URL of a request about to be sent, unless the same request was judged
	 * with this URL before it came here.
	 * @param attributes what is known of the request
	 */
	void checkOnce(String operation, URI url, Map<String, Object> attributes) {
		if (!url.equals(attributes.put(JUDGED, url))) {
			check(operation, url);
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

}
