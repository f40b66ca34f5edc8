package io.github.raspspring.carrier.http;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.SinkBlockedException;
import io.github.raspspring.sink.SinkGuard;
import org.jspecify.annotations.Nullable;

/**
 * The requests that are on their way right now, by host: clients connect on threads of
 * their own, where only the host tells whose request it is. As many as are on their way,
 * and no more. Thread-safe.
 */
final class OutboundCalls {

	private final Map<String, List<OutboundCall>> byHost = new ConcurrentHashMap<>();

	private final InspectionScope scope;

	private final SinkGuard guard;

	OutboundCalls(InspectionScope scope, SinkGuard guard) {
		this.scope = scope;
		this.guard = guard;
	}

	OutboundCall begin(URI url, URI first, @Nullable Inspection inspection) {
		OutboundCall call = new OutboundCall(this, url, first, inspection);
		if (call.host() != null) {
			this.byHost.merge(call.host(), List.of(call),
					(before, added) -> Stream.concat(before.stream(), added.stream()).toList());
		}
		return call;
	}

	void end(OutboundCall call) {
		if (call.host() != null) {
			this.byHost.computeIfPresent(call.host(), (host, before) -> {
				List<OutboundCall> left = before.stream().filter((other) -> other != call).toList();
				return left.isEmpty() ? null : left;
			});
		}
	}

	/**
	 * Judge the address that a client has resolved a host to, right before it connects.
	 */
	boolean admits(String host, InetAddress address) {
		boolean admitted = true;
		for (OutboundCall call : this.byHost.getOrDefault(host.toLowerCase(Locale.ROOT), List.of())) {
			admitted &= admits(call, address);
		}
		return admitted;
	}

	private boolean admits(OutboundCall call, InetAddress address) {
		try (InspectionScope.Binding binding = this.scope.bind(call.inspection())) {
			this.guard.check(call.to(address));
			return true;
		}
		catch (SinkBlockedException ex) {
			call.refuse(ex);
			return false;
		}
	}

}
