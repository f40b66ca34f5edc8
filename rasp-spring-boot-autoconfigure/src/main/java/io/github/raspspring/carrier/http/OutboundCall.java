package io.github.raspspring.carrier.http;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;

import io.github.raspspring.attack.url.UrlCall;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.SinkBlockedException;
import org.jspecify.annotations.Nullable;

/**
 * A request that a client has on its way, from before it connects until its answer is
 * there. Thread-safe.
 */
final class OutboundCall implements AutoCloseable {

	private final OutboundCalls calls;

	private final String url;

	private final @Nullable String first;

	private final @Nullable String host;

	private final @Nullable Inspection inspection;

	private volatile @Nullable SinkBlockedException refusal;

	/**
	 * Create a call.
	 * @param calls where it is known while it is on its way
	 * @param url where it goes
	 * @param first the URL the application asked for, from where redirects led to this
	 * @param inspection the request it is made for, if known
	 */
	OutboundCall(OutboundCalls calls, URI url, URI first, @Nullable Inspection inspection) {
		this.calls = calls;
		this.url = url.toString();
		this.first = url.equals(first) ? null : first.toString();
		this.host = (url.getHost() != null) ? url.getHost().toLowerCase(Locale.ROOT) : null;
		this.inspection = inspection;
	}

	/**
	 * Return the host it goes to, {@code null} if nothing is to be known of it.
	 */
	@Nullable String host() {
		return (this.inspection != null) ? this.host : null;
	}

	/**
	 * Return the request it is made for.
	 */
	@Nullable Inspection inspection() {
		return this.inspection;
	}

	/**
	 * Return what would be connected to.
	 */
	UrlCall to(InetAddress address) {
		return new UrlCall("HTTP client connection", this.url, (host) -> List.of(address), this.first);
	}

	void refuse(SinkBlockedException refusal) {
		this.refusal = refusal;
	}

	/**
	 * Return why the call failed: clients tell of an address that was refused in their
	 * own words.
	 */
	Throwable causeOf(Throwable failure) {
		SinkBlockedException refused = this.refusal;
		return (refused != null) ? refused : failure;
	}

	void throwIfRefused() {
		SinkBlockedException refused = this.refusal;
		if (refused != null) {
			throw refused;
		}
	}

	@Override
	public void close() {
		this.calls.end(this);
	}

}
