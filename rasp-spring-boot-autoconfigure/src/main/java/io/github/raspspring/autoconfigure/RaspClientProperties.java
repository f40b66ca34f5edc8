package io.github.raspspring.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.github.raspspring.client.ForwardingHeader;
import io.github.raspspring.client.NetworkRange;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * How clients are told apart.
 *
 * @param trustedProxies Networks of proxies whose forwarding headers are believed, as
 * addresses or in CIDR notation.
 * @param forwardingHeaders Headers in which trusted proxies name the client.
 */
@ConfigurationProperties("rasp.client")
public record RaspClientProperties(@DefaultValue List<String> trustedProxies, @DefaultValue( {
		"x-forwarded-for", "forwarded" }) Set<ForwardingHeader> forwardingHeaders){

	public RaspClientProperties {
		trustedProxies = List.copyOf(trustedProxies);
		rangesOf(trustedProxies);
	}

	List<NetworkRange> trustedRanges() {
		return rangesOf(this.trustedProxies);
	}

	private static List<NetworkRange> rangesOf(List<String> networks) {
		List<NetworkRange> ranges = new ArrayList<>();
		for (String network : networks) {
			NetworkRange range = NetworkRange.parse(network.strip());
			if (range == null) {
				throw new InvalidConfigurationPropertyValueException(
						"rasp.client.trusted-proxies[" + ranges.size() + "]", network,
						"Use an address or a network in CIDR notation, such as 10.0.0.0/8 or 2001:db8::/32.");
			}
			ranges.add(range);
		}
		return ranges;
	}

}
