package io.github.raspspring.attack.url;

import java.util.List;

import io.github.raspspring.engine.Rule;
import io.github.raspspring.sink.ApplicationLimit;
import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;
import org.jspecify.annotations.Nullable;

/**
 * The only hosts that the application resolves or connects to (CWE-918), those of its
 * databases and services included. Immutable.
 */
public final class ReachableHosts implements ApplicationLimit {

	private static final Rule RULE = new Rule("host-not-reachable", "CWE-918",
			"A host is reached that is not on the list of the application.",
			"Add the host to rasp.sinks.http.reachable-hosts if the application reaches it by intent.");

	private final HostPatterns hosts;

	/**
	 * Create a limit.
	 * @param hosts names or addresses of hosts, {@code *.example.org} for all below
	 * @throws IllegalArgumentException if one is no host
	 */
	public ReachableHosts(List<String> hosts) {
		this.hosts = new HostPatterns(hosts);
	}

	@Override
	public SinkKind kind() {
		return SinkKind.URL;
	}

	@Override
	public @Nullable Rule exceededBy(SinkCall call) {
		UrlParts parts = UrlParts.of(call.argument());
		// What has another scheme connects later, if at all.
		if (parts == null || !HostJudge.isWeb(parts.scheme())) {
			return null;
		}
		return this.hosts.match(parts.host(), parts.port()) ? null : RULE;
	}

}
