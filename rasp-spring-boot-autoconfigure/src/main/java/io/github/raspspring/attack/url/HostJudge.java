package io.github.raspspring.attack.url;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;

import io.github.raspspring.engine.Rule;
import io.github.raspspring.sink.Occurrence;
import org.jspecify.annotations.Nullable;

/**
 * Judges a host that input has chosen: by its notation, by its name, and by the addresses
 * it resolves to right before the connection is made.
 */
final class HostJudge {

	private static final Set<String> SCHEMES = Set.of("http", "https", "ws", "wss");

	private final OutboundPolicy policy;

	HostJudge(OutboundPolicy policy) {
		this.policy = policy;
	}

	@Nullable Rule judge(UrlParts parts, UrlCall call, long occurrence) {
		if (!isWeb(parts.scheme())) {
			return UrlRules.SCHEME;
		}
		if (parts.isCut()) {
			return UrlRules.OBSCURE;
		}
		List<HostAddress> addresses = HostAddress.readings(parts.host());
		Rule rule = addresses.isEmpty() ? ofName(parts, call) : ofAddress(addresses, parts, call);
		if (rule == null && parts.hasUserInfo() && Occurrence.start(occurrence) < parts.hostStart()) {
			rule = UrlRules.USER_INFO;
		}
		return (rule == null && !this.policy.publicHosts()) ? UrlRules.NOT_LISTED : rule;
	}

	static boolean isWeb(String scheme) {
		return SCHEMES.contains(scheme);
	}

	/**
	 * Return whether a host is the address of a metadata service, in any notation.
	 */
	static boolean isMetadata(String host) {
		return HostAddress.readings(host).stream().anyMatch((address) -> address.range() == AddressRange.METADATA);
	}

	private static @Nullable Rule ofAddress(List<HostAddress> addresses, UrlParts parts, UrlCall call) {
		if (addresses.stream().anyMatch((address) -> address.range().isInternal())) {
			return UrlRules.INTERNAL;
		}
		boolean obscure = addresses.stream().anyMatch(HostAddress::obscure);
		return obscure ? UrlRules.OBSCURE : ofResolved(parts, call);
	}

	private static @Nullable Rule ofName(UrlParts parts, UrlCall call) {
		String host = parts.host();
		if (host.isEmpty() || HostNames.targetOf(host, 0, host.length()) != HostNames.Target.UNKNOWN
				|| parts.isSingleLabel()) {
			return UrlRules.SINGLE_LABEL;
		}
		return ofResolved(parts, call);
	}

	/**
	 * A carrier that knows where the connection really goes, after a redirect for
	 * example, says so whatever the URL says.
	 */
	private static @Nullable Rule ofResolved(UrlParts parts, UrlCall call) {
		for (InetAddress address : call.resolver().apply(parts.host())) {
			if (AddressRanges.of(address.getAddress()).isInternal()) {
				return UrlRules.INTERNAL;
			}
		}
		return null;
	}

}
